import type { ItemId } from '@roundel/shared/kernel'
import type { ScoringResult } from '@roundel/shared/scoring'
import { useNumber, useText } from '../i18n/text.ts'
import { Letter } from './letter.tsx'
import styles from './results.module.css'
import { useSubjects } from './use-subjects.ts'

/** How many places stand on top. */
const PLACES = 3

/** The figure that says how an item came to its place, in words; nothing where the order is all there is to say. */
const useFigure = (result: ScoringResult): ((item: ItemId) => string | undefined) => {
  const t = useText()
  const number = useNumber()
  return (item) => {
    if (result.scoring === 'dots') {
      const found = 'budget' in result ? result.items.find((each) => each.item === item) : undefined
      return found && t('score.dots-by', { dots: found.dots, people: found.breadth })
    }
    if (!('criteria' in result)) return undefined
    const score = result.items.find((each) => each.item === item)?.scores?.[result.aggregate]
    return score === undefined ? undefined : t('score.points', { points: number(score, { maximumFractionDigits: 1 }) })
  }
}

/** What came first, second and third. Equals share a place. */
export const Podium = ({ result }: { readonly result: ScoringResult }) => {
  const number = useNumber()
  const subjectOf = useSubjects()
  const figureOf = useFigure(result)
  const top = result.order.filter(({ rank }) => rank !== null && rank <= PLACES).slice(0, PLACES * 2)
  return (
    <ol className={styles.podium}>
      {top.map(({ item, rank }) => (
        <li key={item} className={styles.step}>
          <span className={styles.rank}>{number(rank ?? 0)}</span>
          <div>
            <p className={styles.title} dir="auto" translate="yes">
              {subjectOf(item).text}
            </p>
            <p className={styles.figure}>
              <Letter result={result} item={item} />
              {figureOf(item)}
            </p>
          </div>
        </li>
      ))}
    </ol>
  )
}

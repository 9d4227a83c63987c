import type { DotsResult, ScoringResult } from '@roundel/shared/scoring'
import { useNumber, useText } from '../i18n/text.ts'
import styles from './dots-chart.module.css'
import { useSubjects } from './use-subjects.ts'

/** A shortlist: dots in all, and how many people gave them. */
export const DotsChart = ({ result }: { readonly result: ScoringResult & DotsResult }) => {
  const t = useText()
  const number = useNumber()
  const subjectOf = useSubjects()
  const most = Math.max(1, ...result.items.map(({ dots }) => dots))
  return (
    <section className={styles.part} aria-labelledby="dots">
      <h2 id="dots">{t('scoring.word.shortlist')}</h2>
      <ol className={styles.list}>
        {result.items.map(({ item, rank, dots, breadth }) => (
          <li key={item} className={styles.entry}>
            <span className={styles.rank}>{rank === null ? '–' : number(rank)}</span>
            <span className={styles.text} dir="auto" translate="yes">
              {subjectOf(item).text}
            </span>
            <span className={styles.track} aria-hidden="true">
              <span className={styles.fill} style={{ inlineSize: `${(dots / most) * 100}%` }} />
            </span>
            <span className={styles.figure}>{t('score.dots-by', { dots, people: breadth })}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

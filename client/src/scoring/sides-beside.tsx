import type { ScoringResult } from '@roundel/shared/scoring'
import { useList, useText } from '../i18n/text.ts'
import styles from './results.module.css'
import { useSubjects } from './use-subjects.ts'

/** How many of each side's first places are told. */
const TOLD = 3

/** What team and client think, side by side, where that was agreed and tells no single ballot. */
export const SidesBeside = ({ result }: { readonly result: ScoringResult }) => {
  const t = useText()
  const list = useList()
  const subjectOf = useSubjects()
  const { groups } = result
  if (!groups) return null
  if (groups.state === 'withheld') return <p className={styles.caveat}>{t('scoring.groups.withheld')}</p>
  return (
    <section className={styles.sides} aria-labelledby="sides">
      <h2 id="sides">{t('score.sides')}</h2>
      <div className={styles.two}>
        {Object.entries(groups.results).map(([side, { turnout, order }]) => (
          <div key={side}>
            <h3>{t(side === 'client' ? 'score.side-client' : 'score.side-team', { count: turnout.cast })}</h3>
            <p>
              {list(
                (order as ScoringResult['order']).flatMap(({ item, rank }) =>
                  rank !== null && rank <= TOLD ? [subjectOf(item).text] : [],
                ),
              )}
            </p>
          </div>
        ))}
      </div>
    </section>
  )
}

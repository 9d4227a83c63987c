import type { RankingResult, ScoringResult } from '@roundel/shared/scoring'
import { useNumber, useText } from '../i18n/text.ts'
import styles from './judged-table.module.css'
import { Letter } from './letter.tsx'
import { useSubjects } from './use-subjects.ts'

/** The order that decides, and what other rules make of the same ballots. */
export const RulesBeside = ({ result }: { readonly result: ScoringResult & RankingResult }) => {
  const t = useText()
  const number = useNumber()
  const subjectOf = useSubjects()
  const [best] = result.kemeny.orders
  return (
    <section className={styles.part} aria-labelledby="rules">
      <h2 id="rules">{t('score.rules')}</h2>
      <p className={styles.about}>{t(result.comparison.isAgreed ? 'scoring.say.rules-agree' : 'score.rules-about')}</p>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('score.idea')}</th>
              <th scope="col">{t('scoring.rule.schulze')}</th>
              <th scope="col">{t('scoring.rule.borda')}</th>
              <th scope="col">{t('scoring.rule.kemeny')}</th>
              <th scope="col">{t('scoring.rule.copeland')}</th>
            </tr>
          </thead>
          <tbody>
            {result.items.map(({ item, rank, borda, copeland }) => {
              const kemeny = best ? best.indexOf(item) + 1 : 0
              const cells = [rank, borda?.rank ?? null, kemeny > 0 ? kemeny : null, copeland?.rank ?? null]
              const labels = [
                'scoring.rule.schulze',
                'scoring.rule.borda',
                'scoring.rule.kemeny',
                'scoring.rule.copeland',
              ] as const
              return (
                <tr key={item}>
                  <th scope="row">
                    <Letter result={result} item={item} />
                    <span dir="auto" translate="yes">
                      {subjectOf(item).text}
                    </span>
                  </th>
                  {labels.map((label, index) => (
                    <td key={label} data-label={t(label)}>
                      {cells[index] === null || cells[index] === undefined ? '–' : number(cells[index])}
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {result.condorcet.winner && <p>{t('score.condorcet', { text: subjectOf(result.condorcet.winner).text })}</p>}
    </section>
  )
}

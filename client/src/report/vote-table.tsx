import type { ReportVote } from '@roundel/shared/report'
import type { Judged, ScoringResult } from '@roundel/shared/scoring'
import { useNumber, useText } from '../i18n/text.ts'
import { HistogramBars } from '../scoring/histogram-bars.tsx'
import { useCriteriaIn } from '../scoring/result-criteria.ts'
import { joinClasses } from '../ui/classes.ts'
import styles from './report.module.css'

/** Every figure of a judgement in one table that fits a page: place, points, and of each question mean, median and spread. */
export const VoteTable = ({
  result,
  subjects,
  title,
}: {
  /** What the vote is called: tables are found by it. */
  readonly title: string
  readonly result: ScoringResult & Judged
  readonly subjects: ReportVote['subjects']
}) => {
  const t = useText()
  const number = useNumber()
  const criteria = useCriteriaIn(result)
  const figure = (value: number | null | undefined): string =>
    value === null || value === undefined ? '–' : number(value, { maximumFractionDigits: 2 })
  return (
    <>
      <p className={joinClasses(styles.remarks, styles.lead)}>{t('report.figures-about')}</p>
      <table className={styles.figures} aria-label={t('report.figures-of', { vote: title })}>
        <thead>
          <tr>
            <th scope="col">{t('score.rank')}</th>
            <th scope="col">{t('score.idea')}</th>
            <th scope="col">{t('score.points-short')}</th>
            {criteria.map(({ key, label }) => (
              <th key={key} scope="col">
                <bdi>{label}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {result.items.map(({ item, rank, scores, cells }) => (
            <tr key={item}>
              <td data-label={t('score.rank')}>{figure(rank)}</td>
              <th scope="row" dir="auto" translate="yes">
                {subjects[item]?.text || '–'}
              </th>
              <td data-label={t('score.points-short')}>{figure(scores?.[result.aggregate])}</td>
              {cells.map(({ criterion, figures, counts }, index) => {
                const isSplit = figures?.agreement === 'polarised' || figures?.agreement === 'disputed'
                return (
                  <td key={criterion} data-label={criteria[index]?.label}>
                    {counts && <HistogramBars counts={counts} place={index} />}
                    <span className={styles.mean}>{figure(figures?.mean)}</span>
                    <span className={styles.spread}>
                      {t('report.spread', { median: figure(figures?.median), sd: figure(figures?.sd) })}
                    </span>
                    {isSplit && (
                      <span className={styles.split}>{t(`scoring.agreement.${figures?.agreement ?? 'mixed'}`)}</span>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

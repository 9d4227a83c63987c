import type { Judged, ScoringResult } from '@roundel/shared/scoring'
import { useId } from 'react'
import { useNumber, useText } from '../i18n/text.ts'
import { joinClasses } from '../ui/classes.ts'
import { useCriteriaIn } from './result-criteria.ts'
import { HistogramBars } from './histogram-bars.tsx'
import styles from './judged-table.module.css'
import { Letter } from './letter.tsx'
import { useSubjects } from './use-subjects.ts'

/** Every criterion of every idea: the mean, how the values lie, and a mark where opinions are split. */
export const JudgedTable = ({ result }: { readonly result: ScoringResult & Judged }) => {
  const t = useText()
  const heading = useId()
  const number = useNumber()
  const subjectOf = useSubjects()
  const criteria = useCriteriaIn(result)
  return (
    <section className={styles.part} aria-labelledby={heading}>
      <h2 id={heading}>{t('score.every-criterion')}</h2>
      <p className={styles.about}>{t('score.bars-about')}</p>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('score.idea')}</th>
              {criteria.map(({ key, label }) => (
                <th key={key} scope="col">
                  <bdi>{label}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {result.items.map(({ item, cells }) => (
              <tr key={item}>
                <th scope="row">
                  <Letter result={result} item={item} />
                  <span dir="auto" translate="yes">
                    {subjectOf(item).text}
                  </span>
                </th>
                {cells.map(({ criterion, figures, counts, isCovered }, index) => {
                  const isSplit = figures?.agreement === 'polarised' || figures?.agreement === 'disputed'
                  return (
                    <td key={criterion} data-label={criteria[index]?.label}>
                      {counts && <HistogramBars counts={counts} place={index} />}
                      <span className={joinClasses(styles.mean, isSplit && styles.split)}>
                        {figures ? number(figures.mean, { minimumFractionDigits: 1, maximumFractionDigits: 2 }) : '–'}
                      </span>
                      {isSplit && (
                        <span className={styles.word}>{t(`scoring.agreement.${figures?.agreement ?? 'mixed'}`)}</span>
                      )}
                      {!isCovered && <span className={styles.word}>{t('score.too-few')}</span>}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

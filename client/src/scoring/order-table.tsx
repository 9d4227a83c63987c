import type { ScoringResult } from '@roundel/shared/scoring'
import { useNumber, useText } from '../i18n/text.ts'
import styles from './judged-table.module.css'
import { useCriteriaIn } from './result-criteria.ts'
import { useSubjects } from './use-subjects.ts'

/** Every figure of a result as plain columns: what charts show, for reading, copying and printing. */
export const OrderTable = ({ result }: { readonly result: ScoringResult }) => {
  const t = useText()
  const number = useNumber()
  const subjectOf = useSubjects()
  const criteria = useCriteriaIn(result)
  const figure = (value: number | null | undefined): string =>
    value === null || value === undefined ? '–' : number(value, { maximumFractionDigits: 2 })
  const columns: readonly { readonly label: string; readonly of: (index: number) => number | null | undefined }[] =
    'criteria' in result
      ? [
          { label: t('score.points-short'), of: (index) => result.items[index]?.scores?.[result.aggregate] },
          ...result.criteria.flatMap(({ key }, place) => [
            {
              label: `${criteria[place]?.label ?? key}: ${t('scoring.figure.mean')}`,
              of: (index: number) => result.items[index]?.cells[place]?.figures?.mean,
            },
            {
              label: t('scoring.figure.median'),
              of: (index: number) => result.items[index]?.cells[place]?.figures?.median,
            },
            { label: t('scoring.figure.sd'), of: (index: number) => result.items[index]?.cells[place]?.figures?.sd },
          ]),
        ]
      : 'budget' in result
        ? [
            { label: t('scoring.name.dots'), of: (index) => result.items[index]?.dots },
            { label: t('scoring.word.breadth'), of: (index) => result.items[index]?.breadth },
          ]
        : [
            { label: t('scoring.rule.borda'), of: (index) => result.items[index]?.borda?.points },
            { label: t('scoring.rule.copeland'), of: (index) => result.items[index]?.copeland?.display },
          ]
  return (
    <section className={styles.part}>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('score.idea')}</th>
              <th scope="col">{t('score.rank')}</th>
              {columns.map(({ label }, index) => (
                // Columns of several criteria may be called the same.
                <th key={index} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {result.items.map(({ item, rank }, index) => (
              <tr key={item}>
                <th scope="row">
                  <span dir="auto" translate="yes">
                    {subjectOf(item).text}
                  </span>
                </th>
                <td data-label={t('score.rank')}>{figure(rank)}</td>
                {columns.map(({ label, of }, place) => (
                  <td key={place} data-label={label}>
                    {figure(of(index))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

import type { ScoringResult } from '@roundel/shared/scoring'
import { useNumber, useText } from '../i18n/text.ts'
import { type FigureColumn, figureColumns } from './figure-columns.ts'
import styles from './judged-table.module.css'
import { useCriteriaIn } from './result-criteria.ts'
import { useSubjects } from './use-subjects.ts'

/** So many figures stand beside the name of an idea on a page of paper too. */
const FEW = 4

/** Neighbouring columns about the same criterion, with the place of the first. Others stand alone. */
const groupColumns = (columns: readonly FigureColumn[]) =>
  columns.reduce<{ readonly about: string | undefined; readonly at: number; readonly count: number }[]>(
    (groups, { about, isFirst }, at) => {
      const last = groups.at(-1)
      if (!last || about === undefined || isFirst) return [...groups, { about, at, count: 1 }]
      return [...groups.slice(0, -1), { ...last, count: last.count + 1 }]
    },
    [],
  )

/** Every figure of a result as plain columns: what charts show and more, for reading, copying and printing. */
export const OrderTable = ({ result }: { readonly result: ScoringResult }) => {
  const t = useText()
  const number = useNumber()
  const subjectOf = useSubjects()
  const columns = figureColumns(result, useCriteriaIn(result))
  const figure = (value: number | null | undefined): string =>
    value === null || value === undefined ? '–' : number(value, { maximumFractionDigits: 2 })
  const nameOf = ({ about, label }: FigureColumn): string =>
    about === undefined ? t(label) : t('score.figure-of', { about, figure: t(label) })
  return (
    <section className={styles.part}>
      <div className={styles.scroll}>
        <table className={styles.figures} data-few={columns.length <= FEW || undefined}>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {t('score.idea')}
              </th>
              <th scope="col" rowSpan={2}>
                {t('score.rank')}
              </th>
              {groupColumns(columns).map(({ about, at, count }) => {
                const [column] = columns.slice(at, at + 1)
                return about === undefined ? (
                  <th key={at} scope="col" rowSpan={2}>
                    {column && nameOf(column)}
                  </th>
                ) : (
                  <th key={at} scope="colgroup" colSpan={count} className={styles.about}>
                    {about}
                  </th>
                )
              })}
            </tr>
            <tr>
              {columns.map(
                (column, index) =>
                  column.about !== undefined && (
                    // Criteria of one's own may be called the same.
                    <th key={index} scope="col" aria-label={nameOf(column)}>
                      {t(column.label)}
                    </th>
                  ),
              )}
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
                {columns.map((column, place) => (
                  <td key={place} data-label={nameOf(column)}>
                    {figure(column.of(index))}
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

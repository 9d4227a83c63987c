import type { CafeFigures } from '@roundel/shared/methods/cafe'
import { BadgeCheck } from 'lucide-react'
import { useNumber, useText } from '../../i18n/text.ts'
import { Chip } from '../../ui/chip.tsx'
import styles from './metrics.module.css'

/** What the rounds of a café came to, in figures: who met, how often again, how far thoughts were carried. A table. */
export const Metrics = ({ figures }: { readonly figures: CafeFigures }) => {
  const t = useText()
  const number = useNumber()
  const {
    pairs,
    repeats,
    mostTogether,
    tablesVisited,
    revisits,
    sizeSpread,
    carried,
    clientTables,
    repeatCost,
    bound,
  } = figures
  const of = ({ met, of: all }: { readonly met: number; readonly of: number }): string =>
    t('cafe.of-all', { number: met, most: all })
  const isBest = revisits === 0 && repeatCost === bound && pairs.met > 0
  const mean = tablesVisited.travellers === 0 ? 0 : tablesVisited.sum / tablesVisited.travellers
  const rows: readonly (readonly [string, string] | false)[] = [
    [t('cafe.met-pairs'), of(pairs)],
    [t('cafe.met-repeats'), number(repeats)],
    [t('cafe.met-bound'), t('cafe.met-bound-of', { number: repeatCost, least: bound })],
    [t('cafe.met-most'), number(mostTogether)],
    [
      t('cafe.met-visited'),
      t('cafe.met-visited-of', { number: tablesVisited.least, mean: number(mean, { maximumFractionDigits: 1 }) }),
    ],
    [t('cafe.met-revisits'), number(revisits)],
    [t('cafe.met-spread'), number(sizeSpread)],
    [t('cafe.met-carried'), of(carried)],
    clientTables.met > 0 && [t('cafe.met-clients'), of(clientTables)],
  ]
  return (
    <section className={styles.metrics} aria-labelledby="cafe-metrics">
      <h2 id="cafe-metrics" className={styles.heading}>
        {t('cafe.metrics')}
        {isBest && (
          <Chip tone="ok">
            <BadgeCheck size={14} aria-hidden="true" />
            {t('cafe.best')}
          </Chip>
        )}
      </h2>
      <table className={styles.table}>
        <tbody>
          {rows
            .filter((row) => row !== false)
            .map(([name, value]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{value}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  )
}

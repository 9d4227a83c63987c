import type { SeatId } from '@roundel/shared/kernel'
import { Check, Hourglass } from 'lucide-react'
import { useList, useText } from '../../i18n/text.ts'
import { useCafe } from './cafe-model.ts'
import styles from './cafe.module.css'

/** So many are named; more are a number. */
const NAMED = 8

/** Whether everybody has a seat, who is between tables, and who has none: for those who lead. */
export const SeatsState = () => {
  const t = useText()
  const list = useList()
  const { lead, view, sitterOf } = useCafe()
  if (!lead) return null
  const { between, unseated, gone } = lead
  const names = (seats: readonly SeatId[]): string => {
    const more = seats.length - NAMED
    const named = more > 1 ? seats.slice(0, NAMED) : seats
    return list([
      ...named.map((seat) => sitterOf(seat).name),
      ...(more > 1 ? [t('cafe.and-more', { count: more })] : []),
    ])
  }
  const late = (Object.entries(view.places) as [SeatId, (typeof view.places)[SeatId]][]).filter(
    ([, place]) => place?.how === 'late',
  )
  const nobodyMissing = between.length === 0 && unseated.length === 0
  return (
    <section className={styles.card} aria-labelledby="cafe-seats">
      <h2 id="cafe-seats" className={nobodyMissing ? styles.well : styles.waits}>
        {nobodyMissing ? <Check size={18} aria-hidden="true" /> : <Hourglass size={18} aria-hidden="true" />}
        {nobodyMissing ? t('cafe.all-seated') : t('cafe.not-all-seated')}
      </h2>
      {between.length > 0 && <p className={styles.small}>{t('cafe.between', { names: names(between) })}</p>}
      {unseated.length > 0 && <p className={styles.small}>{t('cafe.unseated', { names: names(unseated) })}</p>}
      {late.map(([seat, place]) => {
        const nth = view.tables.findIndex(({ id }) => id === place?.table)
        return (
          <p key={seat} className={styles.small}>
            {t('cafe.came-late', { name: sitterOf(seat).name, number: nth + 1 })}
          </p>
        )
      })}
      {gone.length > 0 && <p className={styles.small}>{t('cafe.gone', { names: names(gone) })}</p>}
    </section>
  )
}

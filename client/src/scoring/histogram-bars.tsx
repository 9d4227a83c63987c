import styles from './judged-table.module.css'

/** How often each value was given, as small bars; the figures beside them are what is read aloud. */
export const HistogramBars = ({ counts, place }: { readonly counts: readonly number[]; readonly place: number }) => {
  const most = Math.max(1, ...counts)
  return (
    <span className={styles.bars} data-place={place % 3} aria-hidden="true">
      {counts.map((count, index) => (
        // A value of the scale is its place among them.
        <span key={index} className={styles.bar} style={{ blockSize: `${Math.max(6, (count / most) * 100)}%` }} />
      ))}
    </span>
  )
}

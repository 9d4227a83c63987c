import styles from './roundel.module.css'

const SEATS = [
  [16, 3.8],
  [27.6, 12.2],
  [23.2, 26],
  [8.8, 26],
] as const

/** The mark: a round table with five seats, one of them taken. Never mirrored. */
export const Roundel = ({ size = 28 }: { readonly size?: number }) => (
  <svg className={styles.roundel} width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
    <circle className={styles.table} cx="16" cy="16" r="7.2" />
    {SEATS.map(([x, y]) => (
      <circle key={x} className={styles.seat} cx={x} cy={y} r="2.9" />
    ))}
    <circle className={styles.taken} cx="4.4" cy="12.2" r="2.9" />
  </svg>
)

import styles from './ring.module.css'

const RADIUS = 10
const AROUND = 2 * Math.PI * RADIUS

/** What is left of a clock, as an arc that shortens. Never mirrored: clocks turn one way. Decoration. */
export const Ring = ({ part, size = 26 }: { readonly part: number; readonly size?: number }) => (
  <svg className={styles.ring} width={size} height={size} viewBox="0 0 26 26" aria-hidden="true">
    <circle className={styles.whole} cx="13" cy="13" r={RADIUS} />
    <circle
      className={styles.left}
      cx="13"
      cy="13"
      r={RADIUS}
      strokeDasharray={`${(AROUND * Math.min(1, Math.max(0, part))).toFixed(1)} 99`}
    />
  </svg>
)

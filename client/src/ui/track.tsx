import styles from './track.module.css'

/** How far along, as a bar. `label` says it in words, which stand beside it for everyone. */
export const Track = ({ part, label }: { readonly part: number; readonly label: string }) => (
  <span className={styles.around}>
    <span className={styles.track} aria-hidden="true">
      <span className={styles.fill} style={{ inlineSize: `${Math.round(Math.min(1, Math.max(0, part)) * 100)}%` }} />
    </span>
    <span>{label}</span>
  </span>
)

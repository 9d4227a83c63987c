import type { ReactNode } from 'react'
import styles from './notes-wall.module.css'

/** Notes side by side, in the order of the list; as many columns as fit. */
export const NotesWall = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <ul className={styles.wall} aria-label={label}>
    {children}
  </ul>
)

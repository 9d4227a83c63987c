import type { ReactNode } from 'react'
import styles from './visually-hidden.module.css'

/** Text for those who listen, where those who look see it otherwise. */
export const VisuallyHidden = ({ children }: { readonly children: ReactNode }) => (
  <span className={styles.hidden}>{children}</span>
)

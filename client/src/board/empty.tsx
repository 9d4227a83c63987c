import type { ReactNode } from 'react'
import styles from './empty.module.css'

/** What stands where nothing is yet. */
export const Empty = ({ title, children }: { readonly title: string; readonly children?: ReactNode }) => (
  <div className={styles.empty}>
    <p className={styles.title}>{title}</p>
    {children && <p className={styles.body}>{children}</p>}
  </div>
)

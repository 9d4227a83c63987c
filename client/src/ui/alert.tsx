import type { ReactNode } from 'react'
import styles from './alert.module.css'

/** What went wrong, said at once where it happened; nothing where nothing did. */
export const Alert = ({ children }: { readonly children: ReactNode }) =>
  children ? (
    <p className={styles.alert} role="alert">
      {children}
    </p>
  ) : null

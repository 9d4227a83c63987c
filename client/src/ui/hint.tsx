import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './hint.module.css'

/** A quiet sentence with an icon before it. */
export const Hint = ({ icon: Icon, children }: { readonly icon: LucideIcon; readonly children: ReactNode }) => (
  <p className={styles.hint}>
    <Icon size={16} aria-hidden="true" />
    <span>{children}</span>
  </p>
)

import { Sparkles } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './origin-tag.module.css'

/** What led to an item, small, on its note. */
export const OriginTag = ({ children }: { readonly children: ReactNode }) => (
  <p className={styles.tag} translate="no">
    <Sparkles size={13} aria-hidden="true" />
    <span>{children}</span>
  </p>
)

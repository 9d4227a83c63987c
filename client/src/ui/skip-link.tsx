import type { ReactNode } from 'react'
import styles from './skip-link.module.css'

/** The first thing Tab finds: over the bars, straight to what the page is about. */
export const SkipLink = ({ to, children }: { readonly to: string; readonly children: ReactNode }) => (
  <a
    className={styles.skip}
    href={`#${to}`}
    onClick={(event) => {
      // Focus is moved by hand: the address of the page must not change.
      event.preventDefault()
      const target = document.getElementById(to)
      if (!target) return
      if (!target.hasAttribute('tabindex')) target.tabIndex = -1
      target.focus()
    }}
  >
    {children}
  </a>
)

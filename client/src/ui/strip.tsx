import { Check, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { joinClasses } from './classes.ts'
import styles from './strip.module.css'

const ICONS = { info: Info, warn: TriangleAlert, ok: Check, accent: Info } as const

/** One line across the screen that says what is going on and what to do about it. */
export const Strip = ({
  tone,
  children,
  actions,
}: {
  readonly tone: keyof typeof ICONS
  readonly children: ReactNode
  readonly actions?: ReactNode
}) => {
  const Icon = ICONS[tone]
  return (
    <div className={joinClasses(styles.strip, styles[tone])}>
      <Icon size={18} aria-hidden="true" />
      <div className={styles.text}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}

/** A small button inside a strip, in the strip's own colour. */
export const StripButton = ({ onClick, children }: { readonly onClick: () => void; readonly children: ReactNode }) => (
  <button type="button" className={styles.button} onClick={onClick}>
    {children}
  </button>
)

import type { ReactNode } from 'react'
import { joinClasses } from './classes.ts'
import styles from './chip.module.css'

/** A word in a pill that says a state. */
export const Chip = ({
  tone,
  children,
}: {
  readonly tone?: 'ok' | 'warn' | 'accent'
  readonly children: ReactNode
}) => <span className={joinClasses(styles.chip, tone && styles[tone])}>{children}</span>

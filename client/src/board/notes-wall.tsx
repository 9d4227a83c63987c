import type { AnimationEventHandler, ReactNode, Ref } from 'react'
import styles from './notes-wall.module.css'

/** Notes side by side, in the order of the list; as many columns as fit. */
export const NotesWall = ({
  label,
  children,
  ...rest
}: {
  readonly label: string
  readonly children: ReactNode
  readonly ref?: Ref<HTMLUListElement>
  readonly onAnimationEnd?: AnimationEventHandler<HTMLUListElement> | undefined
}) => (
  <ul {...rest} className={styles.wall} aria-label={label}>
    {children}
  </ul>
)

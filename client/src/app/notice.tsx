import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Roundel } from '../ui/roundel.tsx'
import { useFocusOnArrival } from '../ui/focus.ts'
import { PageFrame } from './page-frame.tsx'
import styles from './notice.module.css'

/** A page of one thought: what happened, whether one's work is safe, and one thing to do. */
export const Notice = ({
  title,
  body,
  safe,
  actions,
}: {
  readonly title: string
  readonly body: ReactNode
  /** What became of one's work, in a sentence. */
  readonly safe?: string
  readonly actions?: ReactNode
}) => {
  const heading = useFocusOnArrival()
  return (
    <PageFrame title={title}>
      <div className={styles.notice}>
        <Roundel size={56} />
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        <p className={styles.body}>{body}</p>
        {safe && (
          <p className={styles.safe}>
            <Check size={18} aria-hidden="true" />
            <span>{safe}</span>
          </p>
        )}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </PageFrame>
  )
}

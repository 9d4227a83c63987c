import { type ReactNode, useEffect, useRef } from 'react'
import { useText } from '../i18n/text.ts'
import styles from './report.module.css'

/** One section of a report. On a phone it opens at a press, but for the first ones; on paper all of them are open. */
export const Section = ({
  title,
  count,
  isOpen,
  children,
}: {
  readonly title: string
  /** How many things stand in it, where that says something. */
  readonly count?: number
  readonly isOpen: boolean
  readonly children: ReactNode
}) => {
  const t = useText()
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    let wasOpen = true
    const open = (): void => {
      wasOpen = details.current?.open ?? true
      if (details.current) details.current.open = true
    }
    const restore = (): void => {
      if (details.current) details.current.open = wasOpen
    }
    addEventListener('beforeprint', open)
    addEventListener('afterprint', restore)
    return () => {
      removeEventListener('beforeprint', open)
      removeEventListener('afterprint', restore)
    }
  }, [])
  return (
    <details ref={details} className={styles.section} open={isOpen}>
      <summary className={styles.summary}>
        <h2>{count === undefined ? title : t('report.counted', { section: title, count })}</h2>
      </summary>
      {children}
    </details>
  )
}

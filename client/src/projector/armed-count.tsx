import { useNumber, useText } from '../i18n/text.ts'
import { useNow } from '../sync/room-context.ts'
import styles from './big-number.module.css'

/** The seconds until what was private opens. */
export const ArmedCount = ({ at }: { readonly at: number }) => {
  const t = useText()
  const number = useNumber()
  const now = useNow()
  return (
    <p className={styles.count} role="timer" aria-live="off">
      <span className={styles.word}>{t('projector.armed')}</span>{' '}
      <span className={styles.number}>{number(Math.max(0, Math.ceil((at - now) / 1_000)))}</span>
    </p>
  )
}

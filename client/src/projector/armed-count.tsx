import { LIMITS } from '@roundel/shared/kernel'
import { useNumber, useText } from '../i18n/text.ts'
import { useNow } from '../sync/room-context.ts'
import styles from './big-number.module.css'

/** The seconds until what was private opens. */
export const ArmedCount = ({ at }: { readonly at: number }) => {
  const t = useText()
  const number = useNumber()
  const now = useNow()
  // The time at hand is in whole seconds, which the first may not have been yet.
  const seconds = Math.min(LIMITS.armMs / 1_000, Math.max(0, Math.ceil((at - now) / 1_000)))
  return (
    <p className={styles.count} role="timer" aria-live="off">
      <span className={styles.word}>{t('projector.armed')}</span>{' '}
      <span className={styles.number}>{number(seconds)}</span>
    </p>
  )
}

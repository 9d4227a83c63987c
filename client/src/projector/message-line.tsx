import { Megaphone } from 'lucide-react'
import { useText } from '../i18n/text.ts'
import { useNow, useView } from '../sync/room-context.ts'
import styles from './projector-frame.module.css'

/** A line that somebody says to all, for its time. */
export const MessageLine = () => {
  const t = useText()
  const { message } = useView().session
  const now = useNow(message !== undefined)
  if (!message || message.until <= now) return null
  return (
    <section className={styles.line} aria-label={t('projector.line')}>
      <Megaphone size={32} aria-hidden="true" />
      <p dir="auto" translate="yes">
        {message.text}
      </p>
    </section>
  )
}

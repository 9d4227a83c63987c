import { Megaphone, X } from 'lucide-react'
import { useEffect } from 'react'
import { isolate } from '../i18n/isolate.ts'
import { directionOf } from '../i18n/language.ts'
import { useLanguage, useText } from '../i18n/text.ts'
import { useHeardLines } from '../state/heard-lines.ts'
import { useNow, useView } from '../sync/room-context.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { IconButton } from '../ui/button.tsx'
import styles from './calls.module.css'

/** A line that somebody says to all: shown for its time to whoever is there by then, and read out once. */
export const MessageStrip = () => {
  const t = useText()
  const announce = useAnnounce()
  const direction = directionOf(useLanguage())
  const { session, people } = useView()
  const { message } = session
  const now = useNow(message !== undefined)
  const { said, put } = useHeardLines()
  const isShown = message !== undefined && message.until > now && put !== message.until
  const name = people.find(({ id }) => id === message?.by)?.name
  useEffect(() => {
    if (!isShown || said === message.until) return
    useHeardLines.setState({ said: message.until })
    announce(name ? `${isolate(name, direction)}: ${message.text}` : message.text)
  })
  if (!isShown) return null
  return (
    <div className={styles.line}>
      <Megaphone size={18} aria-hidden="true" />
      <p className={styles.words}>
        {name && (
          <span className={styles.who}>
            <bdi>{name}</bdi>
          </span>
        )}
        <bdi className={styles.text} dir="auto" translate="yes">
          {message.text}
        </bdi>
      </p>
      <IconButton label={t('action.close')} onClick={() => useHeardLines.setState({ put: message.until })}>
        <X size={18} aria-hidden="true" />
      </IconButton>
    </div>
  )
}

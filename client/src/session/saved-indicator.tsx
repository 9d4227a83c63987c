import { Check, CircleDashed, CloudOff, Smartphone } from 'lucide-react'
import { useText } from '../i18n/text.ts'
import { useSaved } from '../sync/room-context.ts'
import { joinClasses } from '../ui/classes.ts'
import styles from './saved-indicator.module.css'

const LOOKS = {
  saved: [Check, 'saved.saved', 'good'],
  sending: [Check, 'saved.saved', 'good'],
  back: [Check, 'saved.saved', 'good'],
  saving: [CircleDashed, 'saved.saving', 'plain'],
  slow: [CircleDashed, 'saved.slow', 'plain'],
  waiting: [CloudOff, 'saved.on-device', 'warn'],
  lost: [Smartphone, 'saved.on-device', 'warn'],
} as const

/** Always at the same place: whether what was written is on the server's disk. */
export const SavedIndicator = () => {
  const t = useText()
  const { state } = useSaved()
  const [Icon, word, tone] = LOOKS[state]
  return (
    <span className={joinClasses(styles.saved, styles[tone])} title={t(word)} aria-busy={state === 'sending'}>
      <Icon size={17} aria-hidden="true" />
      <span className={styles.word}>{t(word)}</span>
    </span>
  )
}

import { WifiOff } from 'lucide-react'
import { useText } from '../i18n/text.ts'
import { useSaved } from '../sync/room-context.ts'
import styles from './projector-frame.module.css'

/** Says in a corner that what is shown may be old. */
export const LostSign = () => {
  const t = useText()
  const { state } = useSaved()
  return (
    (state === 'waiting' || state === 'lost') && (
      <output className={styles.lost}>
        <WifiOff size={20} aria-hidden="true" />
        {t('projector.lost')}
      </output>
    )
  )
}

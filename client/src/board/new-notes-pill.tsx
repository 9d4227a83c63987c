import { ArrowDown } from 'lucide-react'
import { useEffect } from 'react'
import { useText } from '../i18n/text.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import styles from './new-notes-pill.module.css'

/** What others have added meanwhile, until it is asked for. It lies over the list, so that nothing moves when it comes. */
export const NewNotesPill = ({ count, onTake }: { readonly count: number; readonly onTake: () => void }) => {
  const t = useText()
  const announce = useAnnounce()
  useEffect(() => {
    if (count > 0) announce(t('reading.pill', { count }), 'chatter')
  }, [count, announce, t])
  if (count === 0) return null
  return (
    <div className={styles.over}>
      <button type="button" className={styles.pill} onClick={onTake}>
        <ArrowDown size={16} aria-hidden="true" />
        {t('reading.pill', { count })}
      </button>
    </div>
  )
}

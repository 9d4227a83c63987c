import { ChevronDown, ChevronUp, NotebookPen } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { useView } from '../../sync/room-context.ts'
import styles from './notes-strip.module.css'

/** What those who lead wrote down for the live step, above the bar: one line, or all of it. The server sends it to nobody else. */
export const NotesStrip = () => {
  const t = useText()
  const [isWhole, setIsWhole] = useState(false)
  const { session } = useView()
  const notes = session.agenda.find(({ state }) => state === 'live')?.plan?.notes
  if (!notes) return null
  const Chevron = isWhole ? ChevronDown : ChevronUp
  return (
    <section className={styles.notes} aria-label={t('agenda.notes')}>
      <NotebookPen size={17} className={styles.icon} aria-hidden="true" />
      <p className={isWhole ? styles.whole : styles.line} dir="auto" translate="yes">
        {notes}
      </p>
      <button
        type="button"
        className={styles.more}
        aria-expanded={isWhole}
        aria-label={t(isWhole ? 'notes.less' : 'notes.more')}
        title={t(isWhole ? 'notes.less' : 'notes.more')}
        onClick={() => setIsWhole(!isWhole)}
      >
        <Chevron size={18} aria-hidden="true" />
      </button>
    </section>
  )
}

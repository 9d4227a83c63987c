import { Undo2 } from 'lucide-react'
import { useText } from '../i18n/text.ts'
import { useNow, useView } from '../sync/room-context.ts'
import { BarTool } from './bar-tool.tsx'
import styles from './facilitator-bar.module.css'
import type { Press } from './use-press.ts'

/** Takes the last move back, while its time lasts, right where it was made. */
export const UndoButton = ({ press }: { readonly press: Press }) => {
  const t = useText()
  const { me, step, session } = useView()
  const until = step?.undoUntil ?? session.undoUntil
  const now = useNow(until !== undefined)
  if (!me.can['undo'] || until === undefined || until <= now) return null
  return (
    <BarTool label={t('action.undo')} className={styles.undo} onClick={() => void press({ type: 'undo' })}>
      <Undo2 size={18} aria-hidden="true" />
      <span>{t('action.undo')}</span>
    </BarTool>
  )
}

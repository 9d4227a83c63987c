import { Undo2 } from 'lucide-react'
import { useText } from '../i18n/text.ts'
import { useNow, useView } from '../sync/room-context.ts'
import { BarTool } from './bar-tool.tsx'
import styles from './facilitator-bar.module.css'
import type { Press } from './use-press.ts'

/** Whether the last move can be taken back now: its time lasts ten seconds. */
export const useMayUndo = (): boolean => {
  const { me, step, session } = useView()
  const until = step?.undoUntil ?? session.undoUntil
  const now = useNow(until !== undefined)
  return me.can['undo'] === true && until !== undefined && until > now
}

/** Takes the last move back, while its time lasts, right where it was made. */
export const UndoButton = ({ press }: { readonly press: Press }) => {
  const t = useText()
  if (!useMayUndo()) return null
  return (
    <BarTool label={t('action.undo')} className={styles.undo} onClick={() => void press({ type: 'undo' })}>
      <Undo2 size={18} aria-hidden="true" />
      <span>{t('action.undo')}</span>
    </BarTool>
  )
}

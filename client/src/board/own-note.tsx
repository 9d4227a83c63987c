import type { Item } from '@roundel/shared/board'
import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../i18n/text.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { useBoard, useRoom, useView } from '../sync/room-context.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { NoteEditor } from './note-editor.tsx'
import { Note } from './note.tsx'
import styles from './note-actions.module.css'

/**
 * One's own item on the board, to be corrected or withdrawn while the phase allows it. Where names are hidden the server
 * writes the correction, so that not even the document tells who made it.
 */
export const OwnNote = ({ item }: { readonly item: Item }) => {
  const t = useText()
  const announce = useAnnounce()
  const board = useBoard()
  const { give } = useRoom()
  const { me, step } = useView()
  const [isEditing, setIsEditing] = useState(false)
  const signed = step?.names === 'shown' && item.author === me.seat

  const save = async (text: string): Promise<void> => {
    setIsEditing(false)
    if (text === item.text) return
    if (signed && board) return board.items.rewrite(item.id, 'text', text)
    const reply = await give({ type: 'edit-item', item: item.id, text })
    if (!reply.ok) announce(t(PROBLEM_TEXTS[reply.error.code]), 'assertive')
  }
  const withdraw = async (): Promise<void> => {
    const reply = await give({ type: 'withdraw', item: item.id, withdrawn: true })
    announce(reply.ok ? t('own.withdrawn') : t(PROBLEM_TEXTS[reply.error.code]), reply.ok ? 'polite' : 'assertive')
  }
  const mayEdit = step?.policies.edit !== 'none' && (!step?.locked || me.role !== 'participant') && me.can['edit-item']
  return (
    <Note
      item={item}
      isOwn
      instead={
        isEditing ? (
          <NoteEditor
            text={item.text}
            label={t('own.edit')}
            onSave={(text) => void save(text)}
            onCancel={() => setIsEditing(false)}
          />
        ) : undefined
      }
      actions={
        mayEdit &&
        !isEditing && (
          <span className={styles.actions}>
            <button
              type="button"
              className={styles.action}
              aria-label={t('own.edit-this', { text: item.text })}
              onClick={() => setIsEditing(true)}
            >
              <Pencil size={15} aria-hidden="true" />
            </button>
            <button
              type="button"
              className={styles.action}
              aria-label={t('own.withdraw-this', { text: item.text })}
              onClick={() => void withdraw()}
            >
              <Trash2 size={15} aria-hidden="true" />
            </button>
          </span>
        )
      }
    />
  )
}

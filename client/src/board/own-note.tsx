import type { Item } from '@roundel/shared/board'
import { useState } from 'react'
import { useText } from '../i18n/text.ts'
import { NoteEditor } from './note-editor.tsx'
import styles from './note-actions.module.css'
import { Note } from './note.tsx'
import { OwnActions } from './own-actions.tsx'
import { SpotlightAction } from './spotlight-action.tsx'
import { useOwnItem } from './use-own-item.ts'

/** One's own item on the board, to be corrected or withdrawn while the phase allows it. */
export const OwnNote = ({ item }: { readonly item: Item }) => {
  const t = useText()
  const { mayEdit, save, withdraw } = useOwnItem()
  const [isEditing, setIsEditing] = useState(false)
  return (
    <Note
      item={item}
      isOwn
      instead={
        isEditing ? (
          <NoteEditor
            text={item.text}
            label={t('own.edit')}
            onSave={(text) => {
              setIsEditing(false)
              void save(item, text)
            }}
            onCancel={() => setIsEditing(false)}
          />
        ) : undefined
      }
      actions={
        !isEditing && (
          <span className={styles.actions}>
            <SpotlightAction item={item} />
            {mayEdit(item) && (
              <OwnActions item={item} onEdit={() => setIsEditing(true)} onWithdraw={() => void withdraw(item)} />
            )}
          </span>
        )
      }
    />
  )
}

import { LIMITS, cleanText } from '@roundel/shared/kernel'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { isPressed } from '../keys/pressed.ts'
import { Button } from '../ui/button.tsx'
import styles from './note-editor.module.css'

/** A note's text being corrected. Escape gives up the correction, Ctrl or ⌘ with Enter keeps it. */
export const NoteEditor = ({
  text,
  label,
  onSave,
  onCancel,
}: {
  readonly text: string
  readonly label: string
  readonly onSave: (text: string) => void
  readonly onCancel: () => void
}) => {
  const t = useText()
  const [value, setValue] = useState(text)
  const area = useRef<HTMLTextAreaElement>(null)
  const clean = cleanText(value)
  const fits = clean !== '' && clean.length <= LIMITS.ideaCharacters
  useEffect(() => {
    area.current?.focus()
    area.current?.setSelectionRange(text.length, text.length)
  }, [text.length])
  const handleKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onCancel()
    if (!isPressed('add', event.nativeEvent)) return
    event.preventDefault()
    if (fits) onSave(clean)
  }
  return (
    <div className={styles.editor}>
      <textarea
        ref={area}
        className={styles.area}
        dir="auto"
        rows={3}
        aria-label={label}
        value={value}
        onChange={(event) => setValue(event.target.value)}
        onKeyDown={handleKey}
      />
      <div className={styles.actions}>
        <Button look="primary" disabled={!fits} onClick={() => onSave(clean)}>
          {t('action.save')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
      </div>
    </div>
  )
}

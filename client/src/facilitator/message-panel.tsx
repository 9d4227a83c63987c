import { LIMITS, cleanLine } from '@roundel/shared/kernel'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useNumber, useText } from '../i18n/text.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { useRoom } from '../sync/room-context.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Panel } from '../ui/panel.tsx'
import styles from './message-panel.module.css'

/** One line to everybody. What was typed outlives the panel: it belongs to whoever opens it. */
export const MessagePanel = ({
  text,
  onChange,
  onClose,
}: {
  readonly text: string
  readonly onChange: (text: string) => void
  readonly onClose: () => void
}) => {
  const t = useText()
  const number = useNumber()
  const { give } = useRoom()
  const [problem, setProblem] = useState<string>()
  const form = useRef<HTMLFormElement>(null)
  // The panel holds nothing else.
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const line = cleanLine(text)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!line) return
    const reply = await give({ type: 'message', text: line })
    setProblem(reply.ok ? undefined : t(PROBLEM_TEXTS[reply.error.code]))
    if (!reply.ok) return
    onChange('')
    onClose()
  }
  return (
    <Panel title={t('message.title')} place="middle" onClose={onClose}>
      <form ref={form} className={styles.form} onSubmit={(event) => void submit(event)}>
        <TextField
          label={t('message.label')}
          hint={`${number(text.length)} / ${number(LIMITS.messageCharacters)}`}
          error={problem}
          value={text}
          maxLength={LIMITS.messageCharacters}
          autoComplete="off"
          onChange={({ target }) => onChange(target.value)}
        />
        <Button type="submit" look="primary" disabled={!line}>
          {t('message.say')}
        </Button>
      </form>
    </Panel>
  )
}

import { LIMITS, cleanLine } from '@roundel/shared/kernel'
import { type FormEvent, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { usePreferences } from '../state/preferences.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { useRoom, useView } from '../sync/room-context.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import styles from './change-name.module.css'

/** One's own name, to be put right at any time. */
export const ChangeName = () => {
  const t = useText()
  const { give } = useRoom()
  const { me } = useView()
  const [name, setName] = useState(me.name)
  const [error, setError] = useState<string>()
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const clean = cleanLine(name)
    if (!clean || clean === me.name) return
    const reply = await give({ type: 'rename', seat: me.seat, name: clean })
    setError(reply.ok ? undefined : t(PROBLEM_TEXTS[reply.error.code]))
    if (reply.ok) usePreferences.getState().set({ name: clean })
  }
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('name.change')}
        value={name}
        maxLength={LIMITS.nameCharacters}
        autoComplete="nickname"
        onChange={(event) => setName(event.target.value)}
        error={error}
      />
      <Button type="submit" disabled={!cleanLine(name) || cleanLine(name) === me.name}>
        {t('action.save')}
      </Button>
    </form>
  )
}

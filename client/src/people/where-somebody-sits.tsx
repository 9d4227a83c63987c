import { LIMITS, type SeatId, cleanLine } from '@roundel/shared/kernel'
import { type FormEvent, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { useRoom } from '../sync/room-context.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import styles from './my-seat.module.css'

/** Where somebody works and where they sit, put right by themselves or by those who lead. Empty takes it away. */
export const WhereSomebodySits = ({
  seat,
  department = '',
  place = '',
  onSaved,
}: {
  readonly seat: SeatId
  readonly department?: string | undefined
  readonly place?: string | undefined
  readonly onSaved?: () => void
}) => {
  const t = useText()
  const { give } = useRoom()
  const [where, setWhere] = useState({ department, place })
  const [error, setError] = useState<string>()
  const clean = { department: cleanLine(where.department), place: cleanLine(where.place) }
  const isChanged = clean.department !== department || clean.place !== place
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!isChanged) return
    const reply = await give({ type: 'move-seat', seat, ...clean })
    setError(reply.ok ? undefined : t(PROBLEM_TEXTS[reply.error.code]))
    if (reply.ok) onSaved?.()
  }
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('seat.department')}
        value={where.department}
        maxLength={LIMITS.labelCharacters}
        onChange={(event) => setWhere({ ...where, department: event.target.value })}
      />
      <TextField
        label={t('seat.place')}
        hint={t('seat.place-hint')}
        value={where.place}
        maxLength={LIMITS.labelCharacters}
        onChange={(event) => setWhere({ ...where, place: event.target.value })}
        error={error}
      />
      <Button type="submit" disabled={!isChanged}>
        {t('action.save')}
      </Button>
    </form>
  )
}

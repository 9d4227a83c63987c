import { COLOURS, type Colour } from '@roundel/shared/board'
import { LIMITS, type SessionId, cleanLine } from '@roundel/shared/kernel'
import { Eye, RefreshCw } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useLanguage, useText } from '../i18n/text.ts'
import { usePreferences } from '../state/preferences.ts'
import { canRemember } from '../state/remembering.ts'
import { takeSeat } from '../sync/api.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import type { SeatWish } from '../detours/wait-in-line.tsx'
import type { Problem } from '../sync/problem.ts'
import { Button } from '../ui/button.tsx'
import { ColourPicker } from '../ui/colour-picker.tsx'
import { TextField } from '../ui/field.tsx'
import { Hint } from '../ui/hint.tsx'
import { isInApp } from './in-app.ts'
import { navigate } from './navigation.ts'
import { rememberView } from './remember.ts'
import styles from './join.module.css'

/** What the colour is before anybody chose one: any, so that a room is colourful by itself. */
const anyColour = (): Colour => COLOURS[Math.floor(Math.random() * COLOURS.length)] ?? 'lemon'

/** A name and a colour, and one button that sits down. */
export const JoinForm = ({
  session,
  invite,
  code,
  asksFirst = false,
  onProblem,
  leastUsed,
}: {
  readonly session: SessionId
  /** The code, or the secret of a link. */
  readonly invite: string
  readonly code?: string
  /** At a closed door people ask to be let in. */
  readonly asksFirst?: boolean
  /** Problems that the whole page must speak of. */
  readonly onProblem: (problem: Problem, wish: SeatWish) => void
  /** What to begin with where the person has chosen none yet: the least used in the room. */
  readonly leastUsed?: Colour | undefined
}) => {
  const t = useText()
  const language = useLanguage()
  const preferences = usePreferences()
  const [name, setName] = useState(preferences.name)
  const [colour, setColour] = useState<Colour>(() => preferences.colour ?? leastUsed ?? anyColour())
  const [error, setError] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const cleanName = cleanLine(name)

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (isBusy) return
    if (!cleanName) return setError(t('join.name-missing'))
    setError(undefined)
    setIsBusy(true)
    preferences.set({ name: cleanName, colour })
    const take = async (): Promise<Problem | undefined> => {
      const reply = await takeSeat(session, { invite, name: cleanName, colour, language })
      if (!reply.ok) return reply.error
      rememberView(reply.value.view, code)
      navigate({ page: 'stage', session }, 'replace')
      return undefined
    }
    const problem = await take()
    setIsBusy(false)
    if (!problem) return
    if (['offline', 'too-many', 'fault', 'overloaded', 'bad-input'].includes(problem.code)) {
      return setError(t(PROBLEM_TEXTS[problem.code]))
    }
    onProblem(problem, { name: cleanName, take })
  }

  const action = cleanName
    ? t(asksFirst ? 'join.ask-as' : 'join.as', { name: cleanName })
    : t(asksFirst ? 'join.ask' : 'join.action')
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        label={t('join.name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        maxLength={LIMITS.nameCharacters}
        autoComplete="nickname"
        required
        error={error}
      />
      <ColourPicker label={t('join.colour')} value={colour} onChange={setColour} shape="seats" />
      <Button type="submit" look="primary" large wide disabled={isBusy}>
        {action}
      </Button>
      <div className={styles.hints}>
        <Hint icon={Eye}>{t('join.privacy')}</Hint>
        {canRemember() && !isInApp(navigator.userAgent) && <Hint icon={RefreshCw}>{t('join.remembered')}</Hint>}
      </div>
    </form>
  )
}

import { cleanLine } from '@roundel/shared/kernel'
import { type FormEvent, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { useKnownSessions } from '../state/known-sessions.ts'
import { dropDraftCache } from '../sync/drop-draft-cache.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { useRoom, useView } from '../sync/room-context.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import styles from './my-seat.module.css'

const goHome = (): void => location.assign('/')

/** Erases one's name and private ideas, here and on the server. It is for good, so the own name is typed once more. */
export const ForgetMe = ({ onForgotten = goHome }: { readonly onForgotten?: () => void }) => {
  const t = useText()
  const { give } = useRoom()
  const { session, me } = useView()
  const [isAsked, setIsAsked] = useState(false)
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string>()
  const isSame = cleanLine(typed).toLocaleLowerCase() === me.name.toLocaleLowerCase()
  const forget = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!isSame) return
    const reply = await give({ type: 'forget-me' })
    if (!reply.ok) return setProblem(t(PROBLEM_TEXTS[reply.error.code]))
    useKnownSessions.getState().forget(session.id)
    dropDraftCache(session.id, me.seat)
    onForgotten()
  }
  return (
    <form className={styles.part} onSubmit={(event) => void forget(event)}>
      <p className={styles.about}>{t('seat.forget-about')}</p>
      {isAsked ? (
        <>
          <TextField
            label={t('seat.forget-name', { name: me.name })}
            value={typed}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
            error={problem}
          />
          <Button type="submit" look="danger" disabled={!isSame}>
            {t('seat.forget')}
          </Button>
          <Button look="quiet" onClick={() => setIsAsked(false)}>
            {t('action.cancel')}
          </Button>
        </>
      ) : (
        <Button look="danger" onClick={() => setIsAsked(true)}>
          {t('seat.forget-ask')}
        </Button>
      )}
    </form>
  )
}

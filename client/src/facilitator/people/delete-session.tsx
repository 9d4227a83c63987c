import { cleanLine } from '@roundel/shared/kernel'
import { type FormEvent, useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { useKnownSessions } from '../../state/known-sessions.ts'
import { deleteSession } from '../../sync/api.ts'
import { PROBLEM_TEXTS } from '../../sync/problem-text.ts'
import { useView } from '../../sync/room-context.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from './person-pages.module.css'

/** Deletes the session, once its title was typed. Everything of everybody is gone then, and nobody can bring it back. */
export const DeleteSession = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useText()
  const { session } = useView()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const isSame = cleanLine(typed) === cleanLine(session.title)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!isSame || isBusy) return
    setIsBusy(true)
    const reply = await deleteSession(session.id)
    setIsBusy(false)
    setProblem(reply.ok ? undefined : t(PROBLEM_TEXTS[reply.error.code]))
    // The page itself says so: the server tells everyone's at once.
    if (reply.ok) useKnownSessions.getState().forget(session.id)
  }
  return (
    <Panel title={t('delete.title')} onClose={onClose} place="middle">
      <form className={styles.page} onSubmit={(event) => void submit(event)}>
        <p className={styles.about}>{t('delete.about')}</p>
        <TextField
          label={t('delete.type', { title: session.title })}
          value={typed}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
          error={problem}
        />
        <Button type="submit" look="danger" disabled={!isSame || isBusy}>
          {t('delete.do')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('action.cancel')}
        </Button>
      </form>
    </Panel>
  )
}

import { cleanLine } from '@roundel/shared/kernel'
import { ListPlus, ListOrdered, Trash2 } from 'lucide-react'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { type ListedSession, deleteFromWorkspace } from '../sync/workspaces.ts'
import { Alert } from '../ui/alert.tsx'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Panel } from '../ui/panel.tsx'
import { CarryPanel } from './carry-panel.tsx'
import { useWorkspace } from './use-workspace.ts'
import styles from './panels.module.css'

const Entry = ({
  icon,
  children,
  onPress,
}: {
  readonly icon: ReactNode
  readonly children: ReactNode
  readonly onPress: () => void
}) => (
  <button type="button" className={styles.entry} onClick={onPress}>
    {icon}
    <span>{children}</span>
  </button>
)

const KeepAgenda = ({ session, onDone }: { readonly session: ListedSession; readonly onDone: () => void }) => {
  const t = useText()
  const announce = useAnnounce()
  const { change } = useWorkspace()
  const [title, setTitle] = useState(session.title)
  const [problem, setProblem] = useState<string>()
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (cleanLine(title) === '') return
    const reply = await change({ type: 'keep-agenda', title: cleanLine(title), session: session.id })
    if (!reply.ok) return setProblem(t(PROBLEM_TEXTS[reply.error.code]))
    announce(t('agendas.kept'))
    onDone()
  }
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('agendas.name')}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
        error={problem}
      />
      <Button type="submit" look="primary">
        {t('quarter.keep-agenda')}
      </Button>
    </form>
  )
}

const Delete = ({ session, onDone }: { readonly session: ListedSession; readonly onDone: () => void }) => {
  const t = useText()
  const announce = useAnnounce()
  const { workspace, key, refresh } = useWorkspace()
  const [problem, setProblem] = useState<string>()
  const remove = async (): Promise<void> => {
    const reply = await deleteFromWorkspace(workspace.id, key, session.id)
    if (!reply.ok) return setProblem(t(PROBLEM_TEXTS[reply.error.code]))
    await refresh()
    announce(t('workspace.deleted'))
    onDone()
  }
  return (
    <div className={styles.form}>
      <p>{t('workspace.delete-session-about')}</p>
      <Button look="danger" onClick={() => void remove()}>
        {t('workspace.delete-session-of', { title: session.title })}
      </Button>
      <Alert>{problem}</Alert>
    </div>
  )
}

/** What can be done with a session of the workspace by whoever manages it. */
export const SessionPanel = ({
  session,
  onClose,
}: {
  readonly session: ListedSession
  readonly onClose: () => void
}) => {
  const t = useText()
  const [page, setPage] = useState<'choice' | 'carry' | 'keep' | 'delete'>('choice')
  const { workspace, key } = useWorkspace()
  if (page === 'carry')
    return <CarryPanel workspace={workspace} workspaceKey={key} into={session.id} onClose={onClose} />
  return (
    <Panel title={session.title} onClose={onClose} place="middle">
      {page === 'choice' && (
        <div className={styles.entries}>
          {session.state !== 'ended' && (
            <Entry icon={<ListPlus size={18} aria-hidden="true" />} onPress={() => setPage('carry')}>
              {t('quarter.carry')}
            </Entry>
          )}
          <Entry icon={<ListOrdered size={18} aria-hidden="true" />} onPress={() => setPage('keep')}>
            {t('quarter.keep-agenda')}
          </Entry>
          <Entry icon={<Trash2 size={18} aria-hidden="true" />} onPress={() => setPage('delete')}>
            {t('workspace.delete-session')}
          </Entry>
        </div>
      )}
      {page === 'keep' && <KeepAgenda session={session} onDone={onClose} />}
      {page === 'delete' && <Delete session={session} onDone={onClose} />}
    </Panel>
  )
}

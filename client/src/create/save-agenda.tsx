import { LIMITS, type WorkspaceId, cleanLine } from '@roundel/shared/kernel'
import { BookmarkPlus } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../i18n/text.ts'
import { type KnownWorkspace, useKnownWorkspaces } from '../state/known-workspaces.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { changeWorkspace } from '../sync/workspaces.ts'
import { Alert } from '../ui/alert.tsx'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import { Panel } from '../ui/panel.tsx'
import { type Plan, agendaToKeep } from './plan.ts'
import styles from './create.module.css'

const SavePanel = ({
  plan,
  workspaces,
  first,
  onClose,
}: {
  readonly plan: Plan
  readonly workspaces: readonly KnownWorkspace[]
  readonly first: WorkspaceId | undefined
  readonly onClose: () => void
}) => {
  const t = useText()
  const announce = useAnnounce()
  const [chosen, setChosen] = useState(first ?? workspaces[0]?.id)
  const [title, setTitle] = useState(plan.title)
  const [isMissing, setIsMissing] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const workspace = workspaces.find(({ id }) => id === chosen)
  const save = async (): Promise<void> => {
    const name = cleanLine(title)
    setIsMissing(name === '')
    if (name === '' || !workspace || isBusy) return
    setIsBusy(true)
    const change = { type: 'save-agenda', title: name, ...agendaToKeep(plan) } as const
    const reply = await changeWorkspace(workspace.id, workspace.key, change)
    setIsBusy(false)
    if (reply.ok) {
      announce(t('agendas.kept'))
      return onClose()
    }
    if (reply.error.code === 'too-many') return setProblem(t('save-agenda.full', { most: LIMITS.savedAgendas }))
    return setProblem(t(reply.error.code === 'not-seated' ? 'workspace.lost' : PROBLEM_TEXTS[reply.error.code]))
  }
  return (
    <Panel title={t('save-agenda.title')} onClose={onClose} place="middle">
      <div className={styles.fields}>
        <p className={styles.linkAbout}>{t('save-agenda.about')}</p>
        <TextField
          label={t('agendas.name')}
          value={title}
          maxLength={LIMITS.titleCharacters}
          onChange={({ target }) => setTitle(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            // The page beneath is a form: it is not meant.
            event.preventDefault()
            void save()
          }}
          error={isMissing && t('save-agenda.name-missing')}
        />
        {workspaces.length > 1 && (
          <SelectField
            label={t('save-agenda.where')}
            value={chosen}
            onChange={({ target }) => setChosen(target.value as WorkspaceId)}
          >
            {workspaces.map(({ id, title: name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
        <Alert>{problem}</Alert>
        <Button look="primary" aria-disabled={isBusy || undefined} onClick={() => void save()}>
          {t('save-agenda.do', { name: workspace?.title ?? '' })}
        </Button>
      </div>
    </Panel>
  )
}

/** Keeps the agenda that is being planned in a workspace, to begin from later. Where this device knows none, nothing. */
export const SaveAgenda = ({
  plan,
  workspace,
}: {
  readonly plan: Plan
  readonly workspace: WorkspaceId | undefined
}) => {
  const t = useText()
  const workspaces = useKnownWorkspaces((known) => known.workspaces)
  const [isOpen, setIsOpen] = useState(false)
  if (workspaces.length === 0) return null
  return (
    <div>
      <Button look="quiet" onClick={() => setIsOpen(true)}>
        <BookmarkPlus size={18} aria-hidden="true" />
        {t('save-agenda.open')}
      </Button>
      {isOpen && <SavePanel plan={plan} workspaces={workspaces} first={workspace} onClose={() => setIsOpen(false)} />}
    </div>
  )
}

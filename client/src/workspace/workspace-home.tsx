import type { WorkspaceChange } from '@roundel/shared/workspace'
import { Plus, Settings } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Link } from '../app/link.tsx'
import { PageFrame } from '../app/page-frame.tsx'
import { useText } from '../i18n/text.ts'
import { useKnownWorkspaces } from '../state/known-workspaces.ts'
import { type Workspace, changeWorkspace, fetchWorkspace } from '../sync/workspaces.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { useFocusOnArrival } from '../ui/focus.ts'
import { Agendas } from './agendas.tsx'
import { Contacts } from './contacts.tsx'
import { OpenActions } from './open-actions.tsx'
import { Quarters } from './quarters.tsx'
import { SettingsPanel } from './settings-panel.tsx'
import { type OpenWorkspace, WorkspaceProvider } from './use-workspace.ts'
import styles from './workspace.module.css'

/** The page of a workspace: its quarters with what they aim at, what is open, whom the team talked to, saved agendas. */
export const WorkspaceHome = ({
  first,
  workspaceKey: firstKey,
}: {
  readonly first: Workspace
  readonly workspaceKey: string
}) => {
  const t = useText()
  const heading = useFocusOnArrival()
  const [workspace, setWorkspace] = useState(first)
  const [isSetting, setIsSetting] = useState(false)
  const [key, setKey] = useState(firstKey)
  const { id } = first
  const open = useMemo<OpenWorkspace>(() => {
    const show = (shown: Workspace): void => {
      setWorkspace(shown)
      useKnownWorkspaces.getState().remember({ id, title: shown.title, key })
    }
    return {
      workspace,
      key,
      change: async (change: WorkspaceChange) => {
        const reply = await changeWorkspace(id, key, change)
        if (reply.ok) show(reply.value)
        return reply
      },
      rekey: (another) => {
        useKnownWorkspaces.getState().remember({ id, title: workspace.title, key: another })
        setKey(another)
      },
      refresh: async () => {
        const reply = await fetchWorkspace(id, key)
        if (reply.ok) show(reply.value)
      },
    }
  }, [id, workspace, key])
  return (
    <WorkspaceProvider value={open}>
      <PageFrame title={workspace.title} width="column">
        <div className={styles.page}>
          <div className={styles.head}>
            <h1 ref={heading} tabIndex={-1} className={styles.title} dir="auto">
              {workspace.title}
            </h1>
            <div className={styles.actions}>
              <Button onClick={() => setIsSetting(true)}>
                <Settings size={18} aria-hidden="true" />
                {t('workspace.settings')}
              </Button>
              <Link to={{ page: 'new', workspace: id }} className={buttonClass({ look: 'primary' })}>
                <Plus size={18} aria-hidden="true" />
                {t('workspace.new-session')}
              </Link>
            </div>
          </div>
          <div className={styles.columns}>
            <Quarters />
            <div className={styles.side}>
              <OpenActions />
              <Contacts />
              <Agendas />
            </div>
          </div>
        </div>
        {isSetting && <SettingsPanel onClose={() => setIsSetting(false)} />}
      </PageFrame>
    </WorkspaceProvider>
  )
}

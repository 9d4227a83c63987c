import type { WorkspaceId } from '@roundel/shared/kernel'
import { useCallback, useState } from 'react'
import { Loading } from '../app/loading.tsx'
import { secretOfAddress } from '../app/navigation.ts'
import { PageFrame } from '../app/page-frame.tsx'
import { WORKSPACE } from '../i18n/catalogue.ts'
import { useText } from '../i18n/text.ts'
import { MoreTexts } from '../i18n/texts.tsx'
import { useKnownWorkspaces } from '../state/known-workspaces.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { useAsked } from '../sync/use-asked.ts'
import { fetchWorkspace } from '../sync/workspaces.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { useFocusOnArrival } from '../ui/focus.ts'
import { WorkspaceHome } from './workspace-home.tsx'
import styles from './workspace.module.css'

/** A page that says one thing. */
const Plain = ({
  title,
  about,
  children,
}: {
  readonly title: string
  readonly about: string
  readonly children?: React.ReactNode
}) => {
  const heading = useFocusOnArrival()
  return (
    <PageFrame title={title}>
      <div className={styles.plain}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        <p className={styles.about}>{about}</p>
        {children}
      </div>
    </PageFrame>
  )
}

const Known = ({ id, workspaceKey }: { readonly id: WorkspaceId; readonly workspaceKey: string }) => {
  const t = useText()
  const ask = useCallback(() => fetchWorkspace(id, workspaceKey), [id, workspaceKey])
  const [reply, again] = useAsked(ask)
  if (!reply) return <Loading />
  if (reply.ok) return <WorkspaceHome key={workspaceKey} first={reply.value} workspaceKey={workspaceKey} />
  const isLost = reply.error.code === 'not-seated' || reply.error.code === 'unknown'
  return (
    <Plain title={t('workspace.open-title')} about={isLost ? t('workspace.lost') : t(PROBLEM_TEXTS[reply.error.code])}>
      {!isLost && (
        <div>
          <Button look="primary" onClick={again}>
            {t('action.try-again')}
          </Button>
        </div>
      )}
    </Plain>
  )
}

/** A link to a workspace: one press opens it, and this device knows it from then on. Opening the page alone does nothing. */
const Open = ({
  id,
  secret,
  onOpened,
}: {
  readonly id: WorkspaceId
  readonly secret: string
  readonly onOpened: () => void
}) => {
  const t = useText()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const open = async (): Promise<void> => {
    if (isBusy) return
    setIsBusy(true)
    const reply = await fetchWorkspace(id, secret)
    setIsBusy(false)
    if (!reply.ok) {
      const isLost = reply.error.code === 'not-seated'
      return setProblem(t(isLost ? 'workspace.lost' : PROBLEM_TEXTS[reply.error.code]))
    }
    history.replaceState(null, '', location.pathname)
    useKnownWorkspaces.getState().remember({ id, title: reply.value.title, key: secret })
    onOpened()
  }
  return (
    <Plain title={t('workspace.open-title')} about={t('workspace.open-about')}>
      <div>
        <Button look="primary" large aria-disabled={isBusy || undefined} onClick={() => void open()}>
          {t('workspace.open')}
        </Button>
      </div>
      <Alert>{problem}</Alert>
    </Plain>
  )
}

const Found = ({ id }: { readonly id: WorkspaceId }) => {
  const t = useText()
  const known = useKnownWorkspaces(({ workspaces }) => workspaces.find((each) => each.id === id))
  const [secret] = useState(secretOfAddress)
  // The page goes on with the key that it began with: where it makes another one itself, it knows.
  const [key, setKey] = useState(secret === undefined || secret === known?.key ? known?.key : undefined)
  if (key !== undefined) return <Known id={id} workspaceKey={key} />
  if (secret !== undefined) return <Open id={id} secret={secret} onOpened={() => setKey(secret)} />
  return <Plain title={t('workspace.open-title')} about={t('workspace.lost')} />
}

/** A team over the quarters, for whoever has its link. */
export const WorkspacePage = ({ id }: { readonly id: WorkspaceId }) => (
  <MoreTexts from={WORKSPACE}>
    <Found id={id} />
  </MoreTexts>
)

import type { SessionId, WorkspaceId } from '@roundel/shared/kernel'
import { useCallback, useState } from 'react'
import { WORKSPACE } from '../i18n/catalogue.ts'
import { useText } from '../i18n/text.ts'
import { MoreTexts } from '../i18n/texts.tsx'
import { useKnownWorkspaces } from '../state/known-workspaces.ts'
import { useAsked } from '../sync/use-asked.ts'
import { fetchWorkspace } from '../sync/workspaces.ts'
import { Button } from '../ui/button.tsx'
import { CarryPanel } from './carry-panel.tsx'

const Offer = ({
  id,
  workspaceKey,
  into,
}: {
  readonly id: WorkspaceId
  readonly workspaceKey: string
  readonly into: SessionId
}) => {
  const t = useText()
  const [isOpen, setIsOpen] = useState(false)
  const [reply] = useAsked(useCallback(() => fetchWorkspace(id, workspaceKey), [id, workspaceKey]))
  if (!reply?.ok) return null
  return (
    <div>
      <Button onClick={() => setIsOpen(true)}>{t('quarter.carry')}</Button>
      {isOpen && (
        <CarryPanel workspace={reply.value} workspaceKey={workspaceKey} into={into} onClose={() => setIsOpen(false)} />
      )}
    </div>
  )
}

/** Offers to bring something of earlier sessions into one that was just made. */
export const CarryAfter = ({ workspace, into }: { readonly workspace: WorkspaceId; readonly into: SessionId }) => {
  const known = useKnownWorkspaces(({ workspaces }) => workspaces.find(({ id }) => id === workspace))
  return (
    known && (
      <MoreTexts from={WORKSPACE}>
        <Offer id={workspace} workspaceKey={known.key} into={into} />
      </MoreTexts>
    )
  )
}

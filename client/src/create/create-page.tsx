import { LEADING, WORKSPACE } from '../i18n/catalogue.ts'
import { MoreTexts } from '../i18n/texts.tsx'
import type { WorkspaceId } from '@roundel/shared/kernel'
import { useState } from 'react'
import { CreateForm } from './create-form.tsx'
import { Created, type FreshSession } from './created.tsx'

/** Founding a session: what it is about first, then every way into it. */
export const CreatePage = ({
  workspace,
  from,
}: {
  readonly workspace?: WorkspaceId | undefined
  readonly from?: 'file' | undefined
}) => {
  const [created, setCreated] = useState<FreshSession>()
  return (
    <MoreTexts from={LEADING}>
      <MoreTexts from={WORKSPACE}>
        {created ? (
          <Created session={created} />
        ) : (
          <CreateForm
            workspace={workspace}
            from={from}
            onCreated={(session) => {
              setCreated(session)
              // What follows begins where the form began, not where its button stood.
              scrollTo(0, 0)
            }}
          />
        )}
      </MoreTexts>
    </MoreTexts>
  )
}

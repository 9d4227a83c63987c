import { Suspense } from 'react'
import type { ClosedDoorProps } from '../detours/closed-door.tsx'
import { useText } from '../i18n/text.ts'
import { Button } from '../ui/button.tsx'
import { Loading } from './loading.tsx'
import { Notice } from './notice.tsx'
import { laterPart } from '../i18n/later-part.tsx'

const ClosedDoor = laterPart(async () => (await import('../detours/closed-door.tsx')).ClosedDoor)

/** Why nobody can sit down here now, and what to do instead. Without a connection nothing more can be loaded either. */
export const JoinProblem = (props: ClosedDoorProps) => {
  const t = useText()
  if (props.problem.code !== 'offline') {
    return (
      <Suspense fallback={<Loading />}>
        <ClosedDoor {...props} />
      </Suspense>
    )
  }
  return (
    <Notice
      title={t('join.offline-title')}
      body={t('problem.offline')}
      actions={
        <Button look="primary" onClick={props.onRetry}>
          {t('action.try-again')}
        </Button>
      }
    />
  )
}

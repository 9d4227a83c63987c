import type { SessionId } from '@roundel/shared/kernel'
import { useText } from '../i18n/text.ts'
import type { Problem } from '../sync/problem.ts'
import { RoomProvider } from '../sync/room-context.ts'
import { useOpenRoom } from '../sync/use-open-room.ts'
import { buttonClass } from '../ui/button.tsx'
import { JoinProblem } from './join-problem.tsx'
import { Link } from './link.tsx'
import { Loading } from './loading.tsx'
import { Notice } from './notice.tsx'
import { SessionScreen } from './session-screen.tsx'

/** Somebody who holds no seat at this session on this device: the code is the way in, unless they were turned away. */
const NotSeated = ({ problem }: { readonly problem: Problem }) => {
  const t = useText()
  const wasRefused = problem.details?.['state'] === 'refused'
  return (
    <Notice
      title={t(wasRefused ? 'door.refused-title' : 'not-seated.title')}
      body={t(wasRefused ? 'door.refused-body' : 'not-seated.body')}
      actions={
        <Link to={{ page: 'home' }} className={buttonClass({ look: 'primary' })}>
          {t('join.another-code')}
        </Link>
      }
    />
  )
}

/** A session, from its address on: finds this browser's seat, connects, and shows what is happening now. */
export const Stage = ({ session, step }: { readonly session: SessionId; readonly step?: number | undefined }) => {
  const [{ room, problem }, again] = useOpenRoom(session)
  if (problem)
    return problem.code === 'not-seated' ? (
      <NotSeated problem={problem} />
    ) : (
      <JoinProblem problem={problem} onRetry={again} />
    )
  if (!room) return <Loading />
  return (
    <RoomProvider value={room}>
      <SessionScreen onAgain={again} backAt={step} />
    </RoomProvider>
  )
}

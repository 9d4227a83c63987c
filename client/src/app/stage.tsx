import type { SessionId } from '@roundel/shared/kernel'
import { useEffect } from 'react'
import { WritingProvider } from '../board/writing.tsx'
import { RoomProvider } from '../sync/room-context.ts'
import { keepTokenInTab } from '../sync/tab-credential.ts'
import { useOpenRoom } from '../sync/use-open-room.ts'
import { JoinProblem } from './join-problem.tsx'
import { Loading } from './loading.tsx'
import { SessionScreen } from './session-screen.tsx'

/** A session, from its address on: finds this browser's seat, connects, and shows what is happening now. */
export const Stage = ({ session, step }: { readonly session: SessionId; readonly step?: number | undefined }) => {
  const [{ room, problem }, again] = useOpenRoom(session)
  useEffect(keepTokenInTab, [])
  if (problem) return <JoinProblem problem={problem} session={session} onRetry={again} />
  if (!room) return <Loading />
  return (
    <RoomProvider value={room}>
      <WritingProvider>
        <SessionScreen onAgain={again} backAt={step} />
      </WritingProvider>
    </RoomProvider>
  )
}

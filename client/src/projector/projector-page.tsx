import type { SessionId } from '@roundel/shared/kernel'
import { Suspense, useEffect } from 'react'
import { JoinProblem } from '../app/join-problem.tsx'
import { Loading } from '../app/loading.tsx'
import { WritingProvider } from '../board/writing.tsx'
import { LiveEnded } from '../detours/live-ended.tsx'
import { MoreTexts } from '../i18n/texts.tsx'
import { RoomProvider, useLiveEnd } from '../sync/room-context.ts'
import { useOpenRoom } from '../sync/use-open-room.ts'
import { PROJECTOR } from './catalogue.ts'
import { NotLeading } from './not-leading.tsx'
import { Projector } from './projector.tsx'

const Shown = ({ onAgain }: { readonly onAgain: () => void }) => {
  const end = useLiveEnd()
  // Why nothing more is shown, the server tells whoever asks again.
  const isAsking = end === 'removed' || end === 'not-seated'
  useEffect(() => {
    if (isAsking) onAgain()
  }, [isAsking, onAgain])
  if (isAsking) return <Loading />
  return end ? <LiveEnded end={end} onAgain={onAgain} /> : <Projector />
}

/** A second window for the wall, or to be shared in a call, on the seat of somebody who leads. It is never an input. */
export const ProjectorPage = ({ session }: { readonly session: SessionId }) => {
  const [{ room, problem }, again] = useOpenRoom(session, 'screen')
  if (problem?.code === 'not-allowed') {
    return (
      <MoreTexts from={PROJECTOR}>
        <NotLeading session={session} />
      </MoreTexts>
    )
  }
  if (problem) return <JoinProblem problem={problem} session={session} onRetry={again} />
  if (!room) return <Loading />
  return (
    <RoomProvider value={room}>
      <WritingProvider>
        <Suspense fallback={<Loading />}>
          <Shown onAgain={again} />
        </Suspense>
      </WritingProvider>
    </RoomProvider>
  )
}

import type { StepPart } from '@roundel/shared/session'
import { useArrival } from '../../board/arrival.ts'
import { stepColour } from '../../board/colours.ts'
import { Empty } from '../../board/empty.tsx'
import { FaceDownNotes } from '../../board/face-down-notes.tsx'
import { useText } from '../../i18n/text.ts'
import { useView } from '../../sync/room-context.ts'
import { LaterOpenRoom } from './later-rooms.tsx'

/**
 * The room while everyone writes in silence: how many ideas there are, and nothing else of them. What an earlier reveal
 * has opened stays open when writing begins again.
 */
export const PrivateRoom = ({ step }: { readonly step: StepPart }) => {
  const t = useText()
  const { session } = useView()
  const { published } = useArrival(step)
  if (step.counts.ready === 0 && published.length === 0) {
    return <Empty title={t('board.empty')}>{t('board.empty-first')}</Empty>
  }
  return (
    <>
      {step.counts.ready > 0 && (
        <FaceDownNotes count={step.counts.ready} colour={stepColour(session.agenda, step.id)} />
      )}
      {published.length > 0 && <LaterOpenRoom step={step} />}
    </>
  )
}

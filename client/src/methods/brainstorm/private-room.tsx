import type { StepPart } from '@roundel/shared/session'
import { stepColour } from '../../board/colours.ts'
import { Empty } from '../../board/empty.tsx'
import { FaceDownNotes } from '../../board/face-down-notes.tsx'
import { useText } from '../../i18n/text.ts'
import { useView } from '../../sync/room-context.ts'

/** The room while everyone writes in silence: how many ideas there are, and nothing else. */
export const PrivateRoom = ({ step }: { readonly step: StepPart }) => {
  const t = useText()
  const { session } = useView()
  return step.counts.ready > 0 ? (
    <FaceDownNotes count={step.counts.ready} colour={stepColour(session.agenda, step.id)} />
  ) : (
    <Empty title={t('board.empty')}>{t('board.empty-first')}</Empty>
  )
}

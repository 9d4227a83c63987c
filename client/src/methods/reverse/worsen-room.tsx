import type { StepPart } from '@roundel/shared/session'
import { useArrival } from '../../board/arrival.ts'
import { stepColour } from '../../board/colours.ts'
import { Empty } from '../../board/empty.tsx'
import { FaceDownNotes } from '../../board/face-down-notes.tsx'
import { NotesList } from '../../board/notes-list.tsx'
import { useText } from '../../i18n/text.ts'
import { useView } from '../../sync/room-context.ts'

const NOBODYS: ReadonlySet<never> = new Set()

/**
 * The room while everyone makes it worse in silence: how many there are, and nothing else of them. What earlier steps
 * brought is out of sight meanwhile; what an earlier reveal of this one has opened stays open.
 */
export const WorsenRoom = ({ step }: { readonly step: StepPart }) => {
  const t = useText()
  const { session } = useView()
  const { published } = useArrival(step)
  const open = published.filter(({ kind, step: home }) => kind === 'negative-idea' && home === step.id)
  const { ready } = step.counts
  if (ready === 0 && open.length === 0) return <Empty title={t('board.empty')}>{t('reverse.worsen-sub')}</Empty>
  return (
    <>
      {ready > 0 && <FaceDownNotes count={ready} colour={stepColour(session.agenda, step.id)} />}
      {open.length > 0 && <NotesList label={t('reverse.bad-ideas')} items={open} own={NOBODYS} />}
    </>
  )
}

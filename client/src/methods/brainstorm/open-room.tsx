import type { StepPart } from '@roundel/shared/session'
import { useArrival } from '../../board/arrival.ts'
import { Empty } from '../../board/empty.tsx'
import { NewNotesPill } from '../../board/new-notes-pill.tsx'
import { NotesList } from '../../board/notes-list.tsx'
import { useTakenIn } from '../../board/taken-in.ts'
import { useIsWide } from '../../board/wall/use-wide.ts'
import { useShare } from '../../crowd/share.ts'
import { useText } from '../../i18n/text.ts'
import { ReadingRoom } from './reading-room.tsx'
import { useGrouping } from './use-grouping.ts'
import { useWaitingNotes } from './use-waiting-notes.ts'
import { WallRoom } from './wall-room.tsx'

/** The room while all ideas of the step lie open. Where there are too many for one person, each begins with a share. */
export const OpenRoom = ({ step }: { readonly step: StepPart }) => {
  const isWide = useIsWide()
  const t = useText()
  const { wall, own, duplicates } = useGrouping()
  const { published, isSynced, isComplete, missing } = useArrival(step)
  const { share, isAwaited, renew } = useShare(step, published, isComplete)
  const takenIn = useTakenIn(published, own, { isComplete, holdsAll: share !== undefined })
  const waiting = useWaitingNotes(takenIn, renew)
  if (published.length === 0) {
    return isSynced && missing === 0 && <Empty title={t('board.empty')}>{t('board.empty-first')}</Empty>
  }
  if (isAwaited) return null
  const drawAll = (turns: boolean) =>
    isWide && wall ? (
      <WallRoom model={{ ...wall, ...(step.policies.place === 'none' && { acts: undefined }) }} turns={turns} />
    ) : (
      <>
        <NewNotesPill count={waiting.count} onTake={waiting.take} />
        <NotesList
          label={t('board.ideas')}
          items={takenIn.shown}
          own={own}
          duplicates={duplicates}
          turns={turns}
          focusOn={waiting.focusOn}
        />
      </>
    )
  return share ? (
    <ReadingRoom share={share} count={published.length} own={own} waiting={waiting} all={drawAll(false)} />
  ) : (
    drawAll(true)
  )
}

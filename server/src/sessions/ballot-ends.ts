import { type Session, listPolls } from '@roundel/shared/session'
import type { BallotWrite } from '../storage/store.ts'

/**
 * What becomes of ballots as a session becomes another: a poll that is closed is sealed, so that nothing says any more whose
 * a ballot is; one that was taken back is destroyed.
 */
export const listBallotEnds = (before: Session, after: Session): readonly BallotWrite[] => {
  if (before.workings === after.workings) return []
  const former = new Map(listPolls(before).map(({ poll }) => [poll.id, poll.state]))
  return listPolls(after).flatMap(({ poll: { id, state } }): readonly BallotWrite[] => {
    if (state === 'closed' && former.get(id) === 'open') return [{ type: 'seal', poll: id }]
    return state === 'cancelled' && former.has(id) && former.get(id) !== 'cancelled'
      ? [{ type: 'destroy', poll: id }]
      : []
  })
}

import type { SeatId } from '@roundel/shared/kernel'
import { type DecidedSession, type OpenAction, listOpenActions, nameOwner } from '@roundel/shared/methods'
import { findSeat, listDecided } from '@roundel/shared/session'
import type { Undertaking } from '@roundel/shared/workspace'
import { momentOf } from './digest.ts'
import type { PastSession } from './stored-past.ts'

const inOrder = (past: readonly PastSession[]): readonly PastSession[] =>
  past.toSorted((one, other) => momentOf(one) - momentOf(other))

const namesOf =
  ({ session }: PastSession) =>
  (seat: SeatId): string | undefined =>
    findSeat(session, seat)?.name

const decidedOf = (past: PastSession): readonly DecidedSession[] =>
  listDecided(past.session).map(({ work }) => ({
    session: past.session.id,
    title: past.session.title,
    nameOf: namesOf(past),
    work,
  }))

/** The actions that sessions left open, the oldest first: what a later one is handed. */
export const listLeftOpen = (past: readonly PastSession[]): readonly OpenAction[] =>
  listOpenActions(inOrder(past).flatMap(decidedOf))

/** Everything that sessions decided to do, as it stands after all of them. */
export const listUndertakings = (past: readonly PastSession[]): readonly Undertaking[] => {
  const sessions = inOrder(past)
  const looked = new Map(
    sessions
      .flatMap(decidedOf)
      .flatMap(({ work }) =>
        work.earlier.flatMap((action) =>
          action.state === 'open' ? [] : [[`${action.session} ${action.action}`, action] as const],
        ),
      ),
  )
  return sessions.flatMap((each) =>
    listDecided(each.session).flatMap(({ work }) =>
      work.actions.map(({ id, text, owner, due, ...action }): Undertaking => {
        const later = looked.get(`${each.session.id} ${id}`)
        const reviewed = action.reviewed ?? later?.reviewed
        return {
          session: each.session.id,
          title: each.session.title,
          action: id,
          text,
          owner: nameOwner(owner, namesOf(each)),
          ...(due !== undefined && { due }),
          decidedAt: work.decision.decided?.at ?? momentOf(each),
          state: action.state === 'open' ? (later?.state ?? 'open') : action.state,
          ...(reviewed && { reviewed: { at: reviewed.at, isTried: reviewed.outcome !== 'not-tried' } }),
        }
      }),
    ),
  )
}

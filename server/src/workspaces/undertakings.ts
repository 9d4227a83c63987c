import type { ItemId, SeatId } from '@roundel/shared/kernel'
import {
  type DecidedSession,
  type OpenAction,
  type Review,
  listOpenActions,
  listReported,
  nameOwner,
} from '@roundel/shared/methods'
import { findSeat, listDecided } from '@roundel/shared/session'
import type { Undertaking } from '@roundel/shared/workspace'
import { openCauses } from './causes.ts'
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

/** What a later session is handed: the actions that sessions left open, the oldest first, then those that went on by themselves. */
export const listLeftOpen = (past: readonly PastSession[]): readonly OpenAction[] => {
  const causesOf = openCauses(past)
  const decided = inOrder(past)
    .flatMap(decidedOf)
    .map((each) => ({ ...each, causesOf: (items: readonly ItemId[]) => causesOf(each.session, items) }))
  return [...listOpenActions(decided), ...listReported(decided)]
}

/** What is known of an action: told first by its owner, looked at again later, or both. What was said last is how it went. */
const whatIsKnown = (
  own: Review | undefined,
  later: Review | undefined,
  metric: string | undefined,
): Undertaking['reviewed'] => {
  const said = [own, later].filter((review) => review !== undefined)
  const tried = said.filter(({ outcome }) => outcome !== 'not-tried')
  const first = (tried.length > 0 ? tried : said).toSorted((one, other) => one.at - other.at)
  const last = first.at(-1)
  return (
    first[0] &&
    last && {
      at: first[0].at,
      isTried: tried.length > 0,
      isBetter: last.outcome === 'better',
      isMeasured: tried.length > 0 && metric !== undefined && tried.some(({ what }) => what !== ''),
    }
  )
}

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
        const reviewed = whatIsKnown(action.reviewed, later?.reviewed, action.metric)
        return {
          session: each.session.id,
          title: each.session.title,
          action: id,
          text,
          owner: nameOwner(owner, namesOf(each)),
          ...(due !== undefined && { due }),
          decidedAt: work.decision.decided?.at ?? momentOf(each),
          state: action.state === 'open' ? (later?.state ?? 'open') : action.state,
          ...(reviewed && { reviewed }),
        }
      }),
    ),
  )
}

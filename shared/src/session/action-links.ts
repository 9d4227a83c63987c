import { type Refusal, type Result, type SeatId, fail, ok, omit, refusal } from '../kernel/index.ts'
import type { Action, ActionId, DecideWork } from '../methods/decide/index.ts'
import { findAction } from './decided-steps.ts'
import { findSeated, leads } from './rights.ts'
import type { Session } from './session.ts'
import { listDecided } from './decided-steps.ts'
import { withWork } from './work.ts'

/**
 * The session once the page of an action is opened by a secret of this hash, and by none that was made before; without one it
 * is opened by none. Its owner makes the link and ends it, or somebody who leads and hands it on.
 *
 * Refuses with `not-seated`, `removed`, `unknown`, `not-allowed`.
 */
export const linkAction = (
  session: Session,
  seat: SeatId,
  id: ActionId,
  hash: string | undefined,
  now: number,
): Result<Session, Refusal> => {
  const found = findSeated(session, seat)
  if (!found.ok) return found
  const linked = findAction(session, id)
  if (!linked) return fail(refusal('unknown'))
  const { owner } = linked.action
  if (!leads(found.value) && !('seat' in owner && owner.seat === seat)) return fail(refusal('not-allowed'))
  const links: DecideWork['links'] = {
    ...omit(linked.work.links, id),
    ...(hash !== undefined && { [id]: { hash, madeAt: now } }),
  }
  return ok(withWork(session, linked.step, { ...linked.work, links }))
}

/** The action that a secret of this hash opens, with what was decided around it. */
export const findLinked = (
  session: Session,
  hash: string,
): { readonly action: Action; readonly decision: DecideWork['decision'] } | undefined => {
  for (const { work } of listDecided(session)) {
    const id = (Object.keys(work.links) as ActionId[]).find((candidate) => work.links[candidate]?.hash === hash)
    const action = id && work.actions.find((candidate) => candidate.id === id)
    if (action) return { action, decision: work.decision }
  }
  return undefined
}

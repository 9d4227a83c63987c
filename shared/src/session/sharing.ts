import { LIMITS, type Refusal, type Result, type SeatId, fail, ok, omit, refusal } from '../kernel/index.ts'
import { findSeated, leads } from './rights.ts'
import type { Names, Session, Sharing } from './session.ts'

const mayShare = (session: Session, seat: SeatId): Result<void, Refusal> => {
  const found = findSeated(session, seat)
  if (!found.ok) return found
  return leads(found.value) ? ok(undefined) : fail(refusal('not-allowed'))
}

/**
 * Announces that the report can be read by whoever has a link: in 5 seconds, unless somebody takes it back. A link that was
 * there before ends. Refuses with `not-allowed` who does not lead, and with `wrong-phase` before the end, which then stands:
 * what is shared cannot go on.
 */
export const shareReport = (
  session: Session,
  seat: SeatId,
  { hash, names }: { readonly hash: string; readonly names: Names },
  now: number,
): Result<{ readonly session: Session; readonly sharing: Sharing }, Refusal> => {
  const allowed = mayShare(session, seat)
  if (!allowed.ok) return allowed
  if (session.position.state !== 'ended') return fail(refusal('wrong-phase'))
  const sharing: Sharing = { hash, names, opensAt: now + LIMITS.armMs, by: seat }
  return ok({ session: { ...omit(session, 'undoable'), sharing }, sharing })
}

/** Shares at once what was announced. Refuses with `unknown` where nothing was. */
export const shareNow = (session: Session, seat: SeatId, now: number): Result<Session, Refusal> => {
  const allowed = mayShare(session, seat)
  if (!allowed.ok) return allowed
  const { sharing } = session
  if (!sharing) return fail(refusal('unknown'))
  return ok(sharing.opensAt <= now ? session : { ...session, sharing: { ...sharing, opensAt: now } })
}

/** Ends the link to the report, or takes back that there will be one. */
export const unshareReport = (session: Session, seat: SeatId): Result<Session, Refusal> => {
  const allowed = mayShare(session, seat)
  if (!allowed.ok) return allowed
  return session.sharing ? ok(omit(session, 'sharing')) : fail(refusal('unknown'))
}

/** The link that somebody has who knows the secret of `hash`. Refuses with `unknown`, or `not-revealed` while it is only announced. */
export const findSharing = (
  { sharing, position }: Session,
  isHash: (hash: string) => boolean,
  now: number,
): Result<Sharing, Refusal> => {
  if (!sharing || position.state !== 'ended' || !isHash(sharing.hash)) return fail(refusal('unknown'))
  return sharing.opensAt <= now ? ok(sharing) : fail(refusal('not-revealed', { opensAt: sharing.opensAt }))
}

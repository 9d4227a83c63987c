import { LIMITS, type SeatId, omit } from '../kernel/index.ts'
import type { Lease, Session } from './session.ts'

/** What is dealt to people now. */
export const listLeases = (session: Session): readonly Lease[] => session.leases ?? []

/** The session without some of its leases; the same when none of them is there. */
export const dropLeases = (session: Session, which: (lease: Lease) => boolean): Session => {
  const leases = listLeases(session)
  const kept = leases.filter((lease) => !which(lease))
  if (kept.length === leases.length) return session
  return kept.length > 0 ? { ...session, leases: kept } : omit(session, 'leases')
}

/** The session with one lease more; whoever gets it has no other. */
export const withLease = (session: Session, lease: Lease): Session => ({
  ...session,
  leases: [...listLeases(session).filter(({ seat }) => seat !== lease.seat), lease],
})

/**
 * Whether items are placed one by one as they are dealt, rather than picked from the list: on a board with more of them
 * than one person reads through, and wherever a phase names who makes groups. The server deals to whoever asks; this says
 * when a device should, so that a room full of phones does not hold the same item.
 */
export const dealsPlacing = (items: number, named: readonly SeatId[] | undefined): boolean =>
  items > LIMITS.dealtAbove || named !== undefined

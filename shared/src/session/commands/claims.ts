import { type Refusal, type Result, type SeatId, anId, fail, ok, refusal } from '../../kernel/index.ts'
import { areNamesakes, isNumbered } from '../name.ts'
import { findSeat, leads, listSeats } from '../rights.ts'
import type { Seat, Session } from '../session.ts'
import { withSeat } from '../with-seat.ts'
import { BEFORE_END, decided, defineCommand } from './command.ts'

/**
 * The seat that somebody may say is theirs too: of their name, role and side, and not taken away. Seats of those who lead
 * are never claimed. Every other seat is `unknown`, as one that does not exist.
 */
const findClaimable = (session: Session, claimant: Seat, id: SeatId): Result<Seat, Refusal> => {
  const seat = findSeat(session, id)
  const fits =
    seat &&
    seat.id !== claimant.id &&
    (seat.state === 'seated' || seat.state === 'parked') &&
    seat.role === claimant.role &&
    seat.side === claimant.side &&
    areNamesakes(seat.name, claimant.name)
  return fits ? ok(seat) : fail(refusal('unknown'))
}

/** Whether there is any seat that somebody could claim. Only who came second to a name is looked at: that is quick. */
const hasClaimable = (session: Session, seat: Seat): boolean =>
  isNumbered(seat.name) && listSeats(session).some(({ id }) => findClaimable(session, seat, id).ok)

/** Whether a seat was granted the very seat that it claimed, and nothing has changed since that makes it another's. */
export const mayOpenClaimed = (session: Session, claimant: Seat, id: SeatId): boolean =>
  claimant.claim?.state === 'granted' && claimant.claim.of === id && findClaimable(session, claimant, id).ok

/** The claim of a seat that waits for an answer. */
const findAsked = (session: Session, id: SeatId): Result<{ readonly seat: Seat; readonly of: SeatId }, Refusal> => {
  const seat = findSeat(session, id)
  if (seat?.state !== 'seated' || seat.claim?.state !== 'asked') return fail(refusal('unknown'))
  return ok({ seat, of: seat.claim.of })
}

/**
 * Says that another seat of the same name is one's own, for instance from before the cookies were lost. Opens nothing by
 * itself: whoever leads is asked. One asks once.
 */
export const claimSeat = defineCommand({
  type: 'claim-seat',
  fields: { seat: anId<'seat'>() },
  during: BEFORE_END,
  may: (_session, seat) => !seat.claim && (seat.role === 'participant' || seat.role === 'observer'),
  objection: (session, seat) => (hasClaimable(session, seat) ? undefined : refusal('unknown')),
  decide: (session, { seat: id }, seat) => {
    if (!hasClaimable(session, seat)) return fail(refusal('unknown'))
    const found = findClaimable(session, seat, id)
    if (!found.ok) return found
    return ok(decided(withSeat(session, { ...seat, claim: { of: id, state: 'asked' } })))
  },
})

/** Lets somebody open the seat that they claimed: from now on they may make a personal link to it. */
export const grantClaim = defineCommand({
  type: 'grant-claim',
  fields: { seat: anId<'seat'>() },
  during: BEFORE_END,
  may: (_session, seat) => leads(seat),
  decide: (session, { seat: id }) => {
    const asked = findAsked(session, id)
    if (!asked.ok) return asked
    const { seat, of } = asked.value
    // Either of them may have changed since, and then the press would mean something else.
    const found = findClaimable(session, seat, of)
    if (!found.ok) return found
    return ok(decided(withSeat(session, { ...seat, claim: { of, state: 'granted' } })))
  },
})

/** Leaves somebody who claimed a seat on the one that they have. */
export const refuseClaim = defineCommand({
  type: 'refuse-claim',
  fields: { seat: anId<'seat'>() },
  during: BEFORE_END,
  may: (_session, seat) => leads(seat),
  decide: (session, { seat: id }) => {
    const asked = findAsked(session, id)
    if (!asked.ok) return asked
    const { seat, of } = asked.value
    return ok(decided(withSeat(session, { ...seat, claim: { of, state: 'refused' } })))
  },
})

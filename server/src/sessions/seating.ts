import { type Refusal, type Result, type SeatId, fail, ok, refusal } from '@roundel/shared/kernel'
import {
  type Invite,
  type Joining,
  type Seat,
  type Session,
  asRemoved,
  findInvite,
  findSeat,
  findSeated,
  invitedAs,
  join,
  leads,
  mayOpenClaimed,
  parkSeat,
  resumeSeat,
} from '@roundel/shared/session'
import type { Grant } from '../storage/store.ts'
import { isLasting } from './grants.ts'

/** Somebody who asks for a place, as the door knows them. */
export interface Guest extends Omit<Joining, 'invite'> {
  /** What they came with: a code, the secret of a link, or that of a personal link. */
  readonly invite: string
  /** The grant that the invitation is, when it is a personal link. */
  readonly transfer?: Grant | undefined
  /** The seat that this browser has at the session already. */
  readonly present?: SeatId | undefined
}

/** Where somebody sits now, and what became of the session. */
export interface Placed {
  readonly session: Session
  readonly seat: SeatId
  /** Hashes of grants that are used up by this. */
  readonly revoked: readonly string[]
  /** The seat that turned out to be the same person's, left behind by this. */
  readonly merged?: SeatId
}

/** The same person once more, such as one who left, or whose first answer was lost on the way: they keep their seat. */
const isSamePerson = (before: Seat, { name = '' }: Guest, invite: Invite): boolean => {
  const { role, side } = invitedAs(invite)
  return (
    before.role === role &&
    before.side === side &&
    before.name.replace(/ \(\d+\)$/, '') === name &&
    (before.state === 'seated' || before.state === 'waiting' || before.state === 'parked')
  )
}

/**
 * Whether a browser would lose the lead to a screen: it has one seat at a session, and who opens a second display on the
 * computer they lead from means to go on leading. They stay who they are, and see there what a screen shows.
 */
const keepsLead = (before: Seat, invite: Invite): boolean =>
  invite === 'screen' && before.state === 'seated' && leads(before)

/** Somebody who comes back to a seat that may have been left for later. */
const comeBack = (session: Session, seat: SeatId): Result<Session, Refusal> =>
  findSeat(session, seat)?.state === 'parked' ? resumeSeat(session, seat) : ok(session)

/** Whether a link to somebody else's seat holds: as long as whoever made it could make it now. */
const mayStillGive = (session: Session, by: SeatId, target: SeatId): boolean => {
  const giver = findSeat(session, by)
  return giver !== undefined && (giver.role === 'facilitator' || mayOpenClaimed(session, giver, target))
}

const takeOver = (
  session: Session,
  transfer: Grant,
  present: SeatId | undefined,
  now: number,
): Result<Placed, Refusal> => {
  if (transfer.session !== session.id || transfer.expiresAt <= now) return fail(refusal('unknown'))
  if (transfer.by !== undefined && !mayStillGive(session, transfer.by, transfer.seat)) return fail(refusal('unknown'))
  // One that lasts opens a session that is over, and none that goes on again.
  if (isLasting(transfer) && session.position.state !== 'ended') return fail(refusal('unknown'))
  const resumed = comeBack(session, transfer.seat)
  if (!resumed.ok) return resumed
  const seated = findSeated(resumed.value, transfer.seat)
  if (!seated.ok) return seated
  const left = present && present !== transfer.seat ? findSeat(resumed.value, present) : undefined
  return ok({
    session: left ? parkSeat(resumed.value, left.id) : resumed.value,
    seat: transfer.seat,
    revoked: isLasting(transfer) ? [] : [transfer.hash],
    // Other links may have been made by the seat's own person, who shares nothing with whoever sat here before.
    ...(left && mayOpenClaimed(resumed.value, left, transfer.seat) && { merged: left.id }),
  })
}

/**
 * Gives somebody a seat.
 *
 * A browser has one seat at a session: whoever sits down as somebody else leaves the first seat for later; who leads keeps
 * it when they open a screen. A personal link opens the very seat it was made for, once. Refuses as `findInvite` and `join` do, and with `removed` for a browser whose
 * seat was taken away.
 */
export const placeGuest = (
  session: Session,
  guest: Guest,
  made: { readonly now: number; readonly newId: () => string },
): Result<Placed, Refusal> => {
  const present = guest.present && findSeat(session, guest.present)
  if (present && present.state === 'removed') return fail(asRemoved(present))
  if (guest.transfer) return takeOver(session, guest.transfer, guest.present, made.now)
  const invite = findInvite(session, guest.invite, made.now)
  if (!invite.ok) return invite
  if (present && (keepsLead(present, invite.value) || isSamePerson(present, guest, invite.value))) {
    const back = comeBack(session, present.id)
    return back.ok ? ok({ session: back.value, seat: present.id, revoked: [] }) : back
  }
  const joined = join(session, { ...guest, invite: invite.value }, made)
  if (!joined.ok) return joined
  const { session: next, seat } = joined.value
  const settled = present && present.id !== seat ? parkSeat(next, present.id) : next
  return ok({ session: settled, seat, revoked: [] })
}

/**
 * Whether a seat may hand out a personal link to a seat: one's own, any for the facilitator, or the one that it claimed
 * and was granted.
 */
export const mayTransfer = (session: Session, giver: SeatId, target: SeatId): Result<void, Refusal> => {
  const seated = findSeated(session, giver)
  if (!seated.ok) return seated
  const isEntitled =
    giver === target || seated.value.role === 'facilitator' || mayOpenClaimed(session, seated.value, target)
  if (!isEntitled) return fail(refusal('not-allowed'))
  const state = findSeat(session, target)?.state
  if (state === undefined) return fail(refusal('unknown'))
  return state === 'seated' || state === 'parked' ? ok(undefined) : fail(refusal('not-allowed', { state }))
}

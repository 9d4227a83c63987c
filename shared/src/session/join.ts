import { COLOURS, type Colour } from '../board/index.ts'
import { LIMITS, type Refusal, type Result, type SeatId, asId, fail, ok, omit, refusal } from '../kernel/index.ts'
import { hasRoomAtDoor, hasRoomForSeat } from './capacity.ts'
import { normalizeCode } from './code.ts'
import type { Made } from './create.ts'
import { hasFreePlace, listLine, seatLine } from './line.ts'
import { uniqueName } from './name.ts'
import { dropMarks, findSeat, listSeats } from './rights.ts'
import { INVITES, type Invite, type Language, type Role, type Seat, type Session } from './session.ts'
import { withSeat } from './with-seat.ts'

/** Who wants to sit down, and by which invitation. */
export interface Joining {
  readonly invite: Invite
  readonly name?: string | undefined
  readonly colour?: Colour | undefined
  readonly language?: Language | undefined
  readonly department?: string | undefined
  readonly place?: string | undefined
  /** Whether to wait in line where there is no place. */
  readonly wait?: boolean | undefined
  /** Whether the person was shown what the operator asks consent to. */
  readonly consents?: boolean | undefined
}

/** A session with somebody new in it, and their seat; the seat's state says whether they wait at the door. */
export interface Joined {
  readonly session: Session
  readonly seat: SeatId
}

/**
 * What a code or the secret of a link invites to. The code invites participants, until 24 hours after the end.
 *
 * Refuses with `unknown`, or with `ended` and when for a code whose time is over.
 */
export const findInvite = (session: Session, text: string, now: number): Result<Invite, Refusal> => {
  const invite = INVITES.find((candidate) => equalSecrets(session.links[candidate], text))
  if (invite) return ok(invite)
  if (normalizeCode(text) !== session.code) return fail(refusal('unknown'))
  const { position } = session
  const isOver = position.state === 'ended' && now >= position.at + LIMITS.codeAfterEndMs
  return isOver ? fail(refusal('ended', { at: position.at })) : ok('participant')
}

// Looks at every character, so that the time it takes does not tell how much of a guess was right.
const equalSecrets = (secret: string, guess: string): boolean => {
  let difference = secret.length ^ guess.length
  for (let index = 0; index < secret.length; index++) difference |= secret.charCodeAt(index) ^ guess.charCodeAt(index)
  return difference === 0
}

const ROLE_OF: Readonly<Record<Invite, Role>> = {
  facilitator: 'facilitator',
  participant: 'participant',
  client: 'participant',
  observer: 'observer',
  screen: 'screen',
}

/** Who somebody is by an invitation, whatever they say of themselves. */
export const invitedAs = (invite: Invite): Pick<Seat, 'role' | 'side'> => ({
  role: ROLE_OF[invite],
  side: invite === 'client' ? 'client' : 'team',
})

/**
 * Sits somebody down. The facilitator's link gives the facilitator's own seat, on one more device.
 *
 * Refuses with `ended` (all but the facilitator) and when, `full`, with the number of seats and how many wait for one
 * already, or `bad-input` without a name. Who is willing to wait for a place waits at the door instead, in line.
 */
export const join = (
  session: Session,
  joining: Joining,
  made: Pick<Made, 'now' | 'newId'>,
): Result<Joined, Refusal> => {
  if (joining.invite === 'facilitator') return ok({ session, seat: facilitatorOf(session).id })
  const { position } = session
  if (position.state === 'ended') return fail(refusal('ended', { at: position.at }))
  const { role, side } = invitedAs(joining.invite)
  const name = joining.name ?? ''
  if (!name && role !== 'screen') return fail(refusal('bad-input', { path: 'name' }))
  const isAsked = session.settings.door === 'ask' && role !== 'screen'
  const isFull = !isAsked && !hasFreePlace(session, role)
  const waits = isAsked || (isFull && joining.wait === true)
  const fits = waits ? hasRoomAtDoor(session) : !isFull
  if (!hasRoomForSeat(session)) return fail(refusal('full'))
  if (!fits) return fail(full(session, role, waits))
  const seat: Seat = {
    id: asId(made.newId()),
    name: name && uniqueName(session, name),
    colour: joining.colour ?? leastUsedColour(session),
    role,
    side,
    flags: [],
    language: joining.language ?? session.language,
    ...(joining.department !== undefined && { department: joining.department }),
    ...(joining.place !== undefined && { place: joining.place }),
    state: waits ? 'waiting' : 'seated',
    joinedAt: made.now,
    ...(joining.consents && role !== 'screen' && { consentedAt: made.now }),
    // A screen asks nobody; when there is no place for it, it waits for one only.
    ...(waits && role === 'screen' && { admitted: true as const }),
  }
  return ok({ session: withSeat(session, seat), seat: seat.id })
}

const full = (session: Session, role: Role, waits: boolean): Refusal => {
  const line = listLine(session, role).length
  const seats = role === 'participant' && !waits ? { seats: session.settings.participants } : undefined
  return seats || line > 0 ? refusal('full', { ...seats, ...(line > 0 && { line }) }) : refusal('full')
}

/** The one facilitator. There always is exactly one. */
export const facilitatorOf = (session: Session): Seat => {
  const facilitator = listSeats(session).find(({ role }) => role === 'facilitator')
  if (!facilitator) throw new Error('a session without a facilitator')
  return facilitator
}

/** Leaves a seat for later: its items, drafts and name stay, its place is free for whoever waits in line. The facilitator's stays taken. */
export const parkSeat = (session: Session, id: SeatId): Session => {
  const seat = findSeat(session, id)
  if (!seat || seat.role === 'facilitator' || (seat.state !== 'seated' && seat.state !== 'waiting')) return session
  // Whoever leaves while waiting was never let in, so there is no seat to come back to.
  const left = withSeat(dropMarks(session, id), {
    ...omit(seat, 'admitted'),
    state: seat.state === 'waiting' ? 'refused' : 'parked',
  })
  return seatLine(left)
}

/** Takes a parked seat again. Refuses with `full`, `ended`, or `not-seated` when it is not parked. */
export const resumeSeat = (session: Session, id: SeatId): Result<Session, Refusal> => {
  const seat = findSeat(session, id)
  if (seat?.state !== 'parked') return fail(refusal(seat?.state === 'removed' ? 'removed' : 'not-seated'))
  if (session.position.state === 'ended') return fail(refusal('ended'))
  return hasFreePlace(session, seat.role) ? ok(withSeat(session, { ...seat, state: 'seated' })) : fail(refusal('full'))
}

/** The colour that the fewest people have who are at the session. */
export const leastUsedColour = (session: Session): Colour => {
  const used = new Map<Colour, number>(COLOURS.map((colour) => [colour, 0]))
  for (const seat of listSeats(session)) {
    if (seat.state === 'seated' || seat.state === 'waiting') used.set(seat.colour, (used.get(seat.colour) ?? 0) + 1)
  }
  return COLOURS.reduce((least, colour) => ((used.get(colour) ?? 0) < (used.get(least) ?? 0) ? colour : least))
}

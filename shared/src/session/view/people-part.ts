import { LIMITS, type SeatId } from '../../kernel/index.ts'
import { compareArrival, placeInLine } from '../line.ts'
import { findStop } from '../plan.ts'
import { listSeats, takesPart } from '../rights.ts'
import type { Mark, Seat, Session } from '../session.ts'
import { type Audience, isLeading } from './audience.ts'
import { listMarked } from './marks.ts'
import type { Person, Surroundings } from './view.ts'

/** Whether people write in private now, so that a screen names nobody. */
export const isPrivate = (session: Session): boolean => findStop(session)?.phase.policies.add === 'private'

/**
 * Everyone at the session, in the order in which they came. Who waits, what people signalled and how they are doing is for
 * facilitators; in a private phase a screen shows nobody.
 */
export const peoplePart = (session: Session, surroundings: Surroundings, audience: Audience): readonly Person[] => {
  if (audience === 'waiting' || (audience === 'screen' && isPrivate(session))) return []
  const shown = listSeats(session).filter(
    ({ state }) => state === 'seated' || (state === 'waiting' && isLeading(audience)),
  )
  const marks = Map.groupBy(session.marks, ({ seat }) => seat)
  const hands = listMarked(session, 'hand')
  return shown.toSorted(compareArrival).map((seat) => ({
    ...personOf(seat, surroundings),
    ...(isLeading(audience) && inspect(session, seat, surroundings, marks.get(seat.id) ?? [], hands)),
  }))
}

const personOf = (seat: Seat, { here }: Surroundings): Person => ({
  id: seat.id,
  name: seat.name,
  colour: seat.colour,
  role: seat.role,
  here: here.has(seat.id),
  ...(seat.side === 'client' && { side: seat.side }),
  ...(seat.flags.includes('host') && { host: true as const }),
  ...(seat.place !== undefined && { place: seat.place }),
})

/** What facilitators see of a person besides. */
const inspect = (
  session: Session,
  seat: Seat,
  surroundings: Surroundings,
  marks: readonly Mark[],
  hands: readonly SeatId[],
): Pick<Person, 'state' | 'claims' | 'status' | 'marks' | 'hand' | 'line' | 'department' | 'flags'> => {
  const hand = hands.indexOf(seat.id) + 1
  const line = placeInLine(session, seat)
  const status = seat.state === 'seated' ? statusOf(session, seat, surroundings, marks) : undefined
  return {
    ...(seat.state === 'waiting' && { state: 'waiting' as const }),
    ...(seat.state === 'seated' && seat.claim?.state === 'asked' && { claims: seat.claim.of }),
    ...(status && { status }),
    ...(marks.length > 0 && { marks: marks.map(({ type, item }) => ({ type, ...(item && { item }) })) }),
    ...(hand > 0 && { hand }),
    ...(line !== undefined && { line }),
    ...(seat.department !== undefined && { department: seat.department }),
    ...(seat.flags.length > 0 && { flags: seat.flags }),
  }
}

const statusOf = (
  { position }: Session,
  seat: Seat,
  { now, here, activeAt }: Surroundings,
  marks: readonly Mark[],
): Person['status'] => {
  if (position.state !== 'live' || !takesPart(seat)) return undefined
  if (marks.some(({ type }) => type === 'ready')) return 'ready'
  const active = activeAt.get(seat.id)
  if (active !== undefined && now - active < LIMITS.stillWritingMs) return 'writing'
  const since = Math.max(active ?? 0, position.since, seat.joinedAt)
  return here.has(seat.id) && now - since >= LIMITS.quietPersonMs ? 'quiet' : undefined
}

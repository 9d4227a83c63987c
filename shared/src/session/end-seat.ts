import { type SeatId, asId, omit } from '../kernel/index.ts'
import { reclaimClock, offerClock } from './keeping.ts'
import { dropLeases } from './leases.ts'
import { dropMarks } from './rights.ts'
import { replaceInRound } from './round.ts'
import type { Mark, Position, Seat, Session } from './session.ts'
import { withSeat } from './with-seat.ts'
import { replaceInWork } from './work.ts'

/**
 * The session without a seat, its marks, its turn to speak and what it was dealt. What only counts people keeps its place under another id;
 * where the seat was named for a large room the next tick finds it gone, and names somebody else.
 */
export const withoutSeat = (session: Session, gone: SeatId, newId: () => string): Session => {
  const marked = replaceInWork(dropMarks(session, gone), gone, asId(newId()))
  const rest = replaceInRound(
    dropLeases(marked, ({ seat }) => seat === gone),
    gone,
  )
  const { reading, keeping, message } = rest
  const bare: Session = {
    ...rest,
    seats: omit(rest.seats as Readonly<Record<string, Seat>>, gone) as Session['seats'],
    // Nobody's turn at reading ever changes, so the place stays.
    ...(reading && { reading: { ...reading, turns: reading.turns.map((id) => (id === gone ? asId(newId()) : id)) } }),
  }
  const silent = message?.by === gone ? omit(bare, 'message') : bare
  return keeping?.keeper === gone ? offerClock(reclaimClock(silent)) : silent
}

/**
 * The session in which two seats that take part, or did, have become the first of them: it is seated if one of them was, has
 * the flags and the marks of both, and says of itself what it said, or else what the other did.
 */
export const mergeSeats = (session: Session, kept: Seat, merged: Seat, newId: () => string): Session => {
  const { department = merged.department, place = merged.place } = kept
  const consents = [kept.consentedAt, merged.consentedAt].filter((time) => time !== undefined)
  const seat: Seat = {
    ...omit(kept, 'department', 'place', 'consentedAt'),
    ...(department !== undefined && { department }),
    ...(place !== undefined && { place }),
    ...(consents.length > 0 && { consentedAt: Math.min(...consents) }),
    flags: [...new Set([...kept.flags, ...merged.flags])],
    state: kept.state === 'seated' || merged.state === 'seated' ? 'seated' : kept.state,
    joinedAt: Math.min(kept.joinedAt, merged.joinedAt),
  }
  const { position, keeping, reading, message } = session
  const moved: Session = {
    ...replaceInWork(session, merged.id, kept.id),
    marks: inheritMarks(session.marks, kept.id, merged.id),
    position: inheritNamed(position, kept.id, merged.id),
    ...(keeping?.keeper === merged.id && { keeping: { keeper: kept.id } }),
    ...(message?.by === merged.id && { message: { ...message, by: kept.id } }),
    ...(reading &&
      !reading.turns.includes(kept.id) && {
        reading: { ...reading, turns: reading.turns.map((id) => (id === merged.id ? kept.id : id)) },
      }),
  }
  return withSeat(withoutSeat(replaceInRound(moved, merged.id, kept.id), merged.id, newId), seat)
}

/** The marks of two as those of one, each in the place of the first of its kind. */
const inheritMarks = (marks: readonly Mark[], kept: SeatId, merged: SeatId): readonly Mark[] => {
  const all = marks.map((mark) => (mark.seat === merged ? { ...mark, seat: kept } : mark))
  return all.filter(
    (mark, at) =>
      all.findIndex((other) => other.type === mark.type && other.seat === mark.seat && other.item === mark.item) === at,
  )
}

// When both were named there is one too few, and the next tick names somebody else.
const inheritNamed = (position: Position, kept: SeatId, merged: SeatId): Position =>
  position.state === 'live' && position.named && !position.named.includes(kept)
    ? { ...position, named: position.named.map((id) => (id === merged ? kept : id)) }
    : position

import { type SeatId, omit, unreachable } from '../kernel/index.ts'
import { hasRoom } from './capacity.ts'
import { listSeats } from './rights.ts'
import type { Role, Seat, Session } from './session.ts'
import { withSeat } from './with-seat.ts'

/** Whose places a role takes: participants have theirs, those who watch share theirs. */
const placesOf = (role: Role): 'leading' | 'taking part' | 'watching' => {
  switch (role) {
    case 'facilitator':
    case 'co-facilitator':
      return 'leading'
    case 'participant':
      return 'taking part'
    case 'observer':
    case 'screen':
      return 'watching'
    default:
      return unreachable(role)
  }
}

/** Who came first stands first; of two who came at once, always the same one. */
export const compareArrival = (one: Seat, other: Seat): number =>
  one.joinedAt - other.joinedAt || (one.id < other.id ? -1 : 1)

/** Whether somebody at the door only waits for a place: the door is open, or somebody let them in. */
const isInLine = (session: Session, seat: Seat): boolean =>
  seat.state === 'waiting' && (session.settings.door === 'open' || seat.admitted === true)

/** Who waits for a place that a role would take, in order. */
export const listLine = (session: Session, role: Role): readonly Seat[] =>
  listSeats(session)
    .filter((seat) => isInLine(session, seat) && placesOf(seat.role) === placesOf(role))
    .toSorted(compareArrival)

/** The place of a seat in its line, from 1; undefined for who is in none. */
export const placeInLine = (session: Session, seat: Seat): number | undefined => {
  if (!isInLine(session, seat)) return undefined
  return listLine(session, seat.role).findIndex(({ id }) => id === seat.id) + 1
}

/** Whether somebody who comes now finds a place that nobody in line is waiting for. */
export const hasFreePlace = (session: Session, role: Role): boolean =>
  hasRoom(session, role) && listLine(session, role).length === 0

/** A seat of somebody at the door, as it is inside. */
export const letIn = (session: Session, seat: Seat): Session =>
  withSeat(session, { ...omit(seat, 'admitted'), state: 'seated' })

/** The session with everyone in line let in, in order, for whom there is a place now. After the end nobody is. */
export const seatLine = (session: Session): Session => {
  if (session.position.state === 'ended') return session
  const queue = listSeats(session)
    .filter((seat) => isInLine(session, seat))
    .toSorted(compareArrival)
  return queue.reduce((next, seat) => (hasRoom(next, seat.role) ? letIn(next, seat) : next), session)
}

/** The session with some who wait let in, as far as there are places; the others go in by themselves when there are. */
export const admitAll = (session: Session, seats: readonly SeatId[]): Session => {
  const chosen = listSeats(session).filter(({ id, state }) => state === 'waiting' && seats.includes(id))
  return seatLine(chosen.reduce((next, seat) => withSeat(next, { ...seat, admitted: true }), session))
}

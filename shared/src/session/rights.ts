import { type Refusal, type Result, type SeatId, fail, ok, refusal, unreachable } from '../kernel/index.ts'
import type { Seat, Session } from './session.ts'

/** Whether the seat leads: the facilitator and those who help. */
export const leads = (seat: Seat): boolean => seat.role === 'facilitator' || seat.role === 'co-facilitator'

/** Whether the seat takes part. Observers and screens read only. */
export const takesPart = (seat: Seat): boolean => leads(seat) || seat.role === 'participant'

/** Whether the seat may show what a screen shows: screens, and those who lead on a second display. */
export const mayShow = (seat: Seat): boolean => seat.role === 'screen' || leads(seat)

/** Whether the seat is a participant's who is at the session now: those whom a phase counts, names and deals to. */
export const isParticipating = (seat: Seat | undefined): boolean =>
  seat?.state === 'seated' && seat.role === 'participant'

/** The seat of an id, whatever its state. An id is looked up as an own key, since it may come from anybody. */
export const findSeat = (session: Session, id: SeatId): Seat | undefined =>
  Object.hasOwn(session.seats, id) ? session.seats[id] : undefined

/** The seat when it is seated now; otherwise why its holder may do nothing: `removed`, or `not-seated`. */
export const findSeated = (session: Session, id: SeatId): Result<Seat, Refusal> => {
  const seat = findSeat(session, id)
  if (!seat) return fail(refusal('not-seated'))
  switch (seat.state) {
    case 'seated':
      return ok(seat)
    case 'removed':
      return fail(asRemoved(seat))
    case 'waiting':
    case 'refused':
    case 'parked':
      return fail(refusal('not-seated', { state: seat.state }))
    default:
      return unreachable(seat.state)
  }
}

/** Why a removed person may do nothing; `details.asked` where they have asked to come back already. */
export const asRemoved = (seat: Seat): Refusal => refusal('removed', seat.askedBack && { asked: true })

/** Whether what a seat wrote in private may come to the board: not when its person was sent away. */
export const isWelcome = (seat: Seat | undefined): boolean =>
  seat !== undefined && seat.state !== 'removed' && seat.state !== 'refused'

/** Every seat, in no order that means anything. */
export const listSeats = (session: Session): readonly Seat[] => Object.values(session.seats)

/** The session without the marks of one seat. */
export const dropMarks = (session: Session, seat: SeatId): Session => ({
  ...session,
  marks: session.marks.filter((mark) => mark.seat !== seat),
})

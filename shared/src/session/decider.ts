import type { SeatId } from '../kernel/index.ts'
import { leads, listSeats, takesPart } from './rights.ts'
import type { Seat, Session } from './session.ts'

/** Whether decisions are a seat's: those of whoever was made to decide, or of those who lead where nobody at the session was. */
export const decidesHere = (session: Session, seat: Seat): boolean =>
  isDecider(seat) || (leads(seat) && findDecider(session) === undefined)

/** Who was made to decide and is at the session. */
export const findDecider = (session: Session): SeatId | undefined => listSeats(session).find(isDecider)?.id

const isDecider = (seat: Seat): boolean => seat.state === 'seated' && takesPart(seat) && seat.flags.includes('decider')

/** As much of a person as a method asks about their rights. */
export const personOf = (session: Session, seat: Seat) => ({
  seat: seat.id,
  leads: leads(seat),
  scribe: seat.flags.includes('scribe'),
  decides: decidesHere(session, seat),
})

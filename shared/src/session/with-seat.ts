import { dropKeeper } from './keeping.ts'
import { dropLeases } from './leases.ts'
import { takeTurn } from './reading.ts'
import { takesPart } from './rights.ts'
import { refreshRound } from './round.ts'
import type { Seat, Session } from './session.ts'

/**
 * The session with one seat changed or added. Whoever takes part from now on gets a turn at reading and speaking;
 * whoever does not any more gives back what they were dealt, and the clock.
 */
export const withSeat = (session: Session, seat: Seat): Session => {
  const changed = takeTurn({ ...session, seats: { ...session.seats, [seat.id]: seat } }, seat)
  const seated = dropKeeper(refreshRound(changed), seat)
  return seat.state === 'seated' && takesPart(seat) ? seated : dropLeases(seated, (lease) => lease.seat === seat.id)
}

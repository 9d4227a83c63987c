import { LIMITS } from '../kernel/index.ts'
import { listSeats } from './rights.ts'
import type { Role, Seat, Session } from './session.ts'

/** Whether one more seat of a role fits. Facilitators always do. */
export const hasRoom = (session: Session, role: Role): boolean => {
  switch (role) {
    case 'facilitator':
    case 'co-facilitator':
      return true
    case 'participant':
      return (
        count(session, (seat) => seat.state === 'seated' && seat.role === 'participant') < session.settings.participants
      )
    case 'observer':
    case 'screen':
      return count(session, (seat) => seat.state === 'seated' && isWatching(seat)) < LIMITS.watchers
  }
}

/** Whether one more person may wait at the door. */
export const hasRoomAtDoor = (session: Session): boolean =>
  count(session, (seat) => seat.state === 'waiting') < LIMITS.waiting

/** Whether the session can hold one more seat at all, those of people who left included. */
export const hasRoomForSeat = (session: Session): boolean => listSeats(session).length < LIMITS.seatsPerSession

const isWatching = (seat: Seat): boolean => seat.role === 'observer' || seat.role === 'screen'

const count = (session: Session, counts: (seat: Seat) => boolean): number => listSeats(session).filter(counts).length

import { omit } from '../kernel/index.ts'
import { leads } from './rights.ts'
import type { Seat, Session } from './session.ts'

/** Whether a seat may keep the clock while nobody leads: participants of the team, not clients, not who only watches. */
export const mayKeepClock = (seat: Seat): boolean =>
  seat.state === 'seated' && seat.role === 'participant' && seat.side === 'team'

/** Whether a seat keeps the clock now. */
export const keepsClock = (session: Session, seat: Seat): boolean => session.keeping?.keeper === seat.id

/** Whether a seat may move the session on and set its clock: those who lead, and whoever keeps the clock for them. */
export const runsClock = (session: Session, seat: Seat): boolean => leads(seat) || keepsClock(session, seat)

/** The session with the clock free to be taken, and nobody keeping it. */
export const offerClock = (session: Session): Session => ({ ...session, keeping: {} })

/** The session with the clock back in the hands of those who lead. */
export const reclaimClock = (session: Session): Session => (session.keeping ? omit(session, 'keeping') : session)

/** The session without a keeper who may not keep the clock any more; others may take it then. */
export const dropKeeper = (session: Session, seat: Seat): Session =>
  keepsClock(session, seat) && !mayKeepClock(seat) ? offerClock(session) : session

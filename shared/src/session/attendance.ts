import { LIMITS, type SeatId } from '../kernel/index.ts'
import { parkSeat } from './join.ts'
import { offerClock, reclaimClock } from './keeping.ts'
import { placeInLine } from './line.ts'
import { findStop } from './plan.ts'
import { findSeat, leads, listSeats } from './rights.ts'
import type { Seat, Session } from './session.ts'
import { listParticipants } from './moment.ts'
import { withWork, workOf, workingsOf } from './work.ts'

/** Since when each seat has been away that is not here now, server time in milliseconds. */
export type Absences = ReadonlyMap<SeatId, number>

/** Since when nobody who leads has been here; undefined while somebody is. */
const unledSince = (session: Session, away: Absences): number | undefined => {
  const since = listSeats(session)
    .filter((seat) => seat.state === 'seated' && leads(seat))
    .map(({ id }) => away.get(id))
  return since.includes(undefined) ? undefined : Math.max(...(since as number[]))
}

const isLive = ({ position }: Session): boolean => position.state === 'live'

/** When the clock may be taken by a participant, if it may not be already: after 120 s without anybody who leads or keeps it. */
const offerDueAt = (session: Session, away: Absences): number | undefined => {
  const unled = isLive(session) ? unledSince(session, away) : undefined
  if (unled === undefined) return undefined
  if (!session.keeping) return unled + LIMITS.keeperOfferMs
  const { keeper } = session.keeping
  const since = keeper && away.get(keeper)
  return since === undefined ? undefined : since + LIMITS.keeperOfferMs
}

/** Who in line has been away, and when they lose their place. */
const listLosses = (session: Session, away: Absences): readonly { readonly seat: Seat; readonly at: number }[] =>
  [...away].flatMap(([id, since]) => {
    const seat = findSeat(session, id)
    return seat && placeInLine(session, seat) !== undefined ? [{ seat, at: since + LIMITS.lineHoldMs }] : []
  })

/** The live step with what its method asks about who is here; undefined where it asks nothing. */
const findAttending = (session: Session, away: Absences) => {
  const stop = findStop(session)
  const state = stop && workOf(session, stop.step.id)
  const workings = stop && workingsOf(stop.step)
  if (!stop || state === undefined || !workings?.attend) return undefined
  const { step, phase } = stop
  const attending = { settings: step.settings, phase: phase.key, participants: listParticipants(session), away }
  return { step: step.id, state, workings, attending }
}

/** The session in which the method of the live step has followed who takes part and who is away. */
const attendStep = (session: Session, away: Absences, now: number): Session => {
  const found = findAttending(session, away)
  const next = found?.workings.attend?.(found.state, { ...found.attending, now })
  return found && next !== undefined ? withWork(session, found.step, next) : session
}

const stepDueAt = (session: Session, away: Absences): number | undefined => {
  const found = findAttending(session, away)
  return found?.workings.attendsAt?.(found.state, found.attending)
}

/**
 * What follows from who is here and who is not. While nobody who leads is here the clock is offered to participants, and
 * again when its keeper is gone as long; it goes back at once when somebody is. Nobody comes to lead by it. Who waits in
 * line and is away for 120 s loses the place. The method of the live step follows it too. Gives the same session when nothing follows.
 */
export const followAttendance = (session: Session, away: Absences, now: number): Session => {
  const offered = offerDueAt(session, away)
  const isUnled = isLive(session) && unledSince(session, away) !== undefined
  const led = isUnled ? session : reclaimClock(session)
  const kept = offered !== undefined && now >= offered ? offerClock(led) : led
  const lined = listLosses(kept, away)
    .filter(({ at }) => now >= at)
    .reduce((next, { seat }) => parkSeat(next, seat.id), kept)
  return attendStep(lined, away, now)
}

/** When `followAttendance` must be asked again though nobody comes or goes; undefined when nothing is to come. */
export const nextAbsence = (session: Session, away: Absences): number | undefined => {
  const due = [offerDueAt(session, away), stepDueAt(session, away), ...listLosses(session, away).map(({ at }) => at)]
  const times = due.filter((time) => time !== undefined)
  return times.length > 0 ? Math.min(...times) : undefined
}

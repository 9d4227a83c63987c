import { type Refusal, type Result, type SeatId, fail, ok, refusal } from '@roundel/shared/kernel'
import { type Session, audienceOf, mayInvite, plannedMinutesOf } from '@roundel/shared/session'

/** When a session is to take place, for one person. */
export interface Appointment {
  readonly id: Session['id']
  readonly title: string
  readonly startsAt: number
  readonly minutes: number
  /** Where this person comes in: with the code who may hand it on, without anything where only the browser knows them. */
  readonly path: string
}

/** A planned session for the calendar of somebody who is seated. Refuses with `unknown` where no time was agreed. */
export const appointmentFor = (session: Session, seat: SeatId): Result<Appointment, Refusal> => {
  const { id, title, plannedAt, code } = session
  if (plannedAt === undefined) return fail(refusal('unknown', { reason: 'not-planned' }))
  const path = mayInvite(audienceOf(session, seat)) ? `/j/${code}` : `/s/${id}`
  return ok({ id, title, startsAt: plannedAt, minutes: plannedMinutesOf(session), path })
}

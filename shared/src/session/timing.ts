import { MINUTE_MS } from '../kernel/index.ts'
import { listComing, minutesOf } from './plan.ts'
import type { Clock, Session } from './session.ts'

/** How a session stands in time. */
export interface Timing {
  /** When it began; absent in the lobby. */
  readonly startedAt?: number
  /** When it is to be over; absent while nobody has begun it or said when it begins. */
  readonly dueAt?: number
  /** How long the phases take that are still to come, the present one not counted. */
  readonly restMs: number
}

/** How long a session is to take: what was agreed, else what its agenda said as it began. */
export const plannedMinutesOf = (session: Session): number =>
  session.plannedMinutes ??
  (session.position.state === 'lobby' ? undefined : session.agendaMinutes) ??
  session.agenda.reduce((sum, step) => sum + (step.planned ?? minutesOf(step)), 0)

/**
 * How a session stands in time. The end is counted from the planned beginning, or from the real one where there is none
 * or the two lie further apart than the session is long: then it is another day's.
 */
export const timingOf = (session: Session): Timing => {
  const begun = session.agenda.flatMap(({ spent }) => (spent ? [spent.begunAt] : []))
  const startedAt = session.position.state === 'lobby' || begun.length === 0 ? undefined : Math.min(...begun)
  const lengthMs = plannedMinutesOf(session) * MINUTE_MS
  const { plannedAt } = session
  const isNear = plannedAt !== undefined && (startedAt === undefined || Math.abs(startedAt - plannedAt) <= lengthMs)
  const from = isNear ? plannedAt : startedAt
  const coming = session.agenda.flatMap((step) => listComing(session, step))
  return {
    ...(startedAt !== undefined && { startedAt }),
    ...(from !== undefined && { dueAt: from + lengthMs }),
    restMs: coming.reduce((sum, { minutes }) => sum + minutes, 0) * MINUTE_MS,
  }
}

/** What is left on a clock, never below zero; undefined for one that is off. */
export const leftOn = (clock: Clock, now: number): number | undefined => {
  switch (clock.state) {
    case 'off':
      return undefined
    case 'running':
      return Math.max(0, clock.endsAt - now)
    case 'paused':
      return clock.leftMs
  }
}

/**
 * By how much a session will be over too late, milliseconds, if everything that is still to come takes as long as it is
 * planned; negative when it is early, undefined when there is no time to be over by.
 */
export const lateBy = ({ dueAt, restMs }: Timing, clock: Clock | undefined, now: number): number | undefined =>
  dueAt === undefined ? undefined : now + ((clock && leftOn(clock, now)) ?? 0) + restMs - dueAt

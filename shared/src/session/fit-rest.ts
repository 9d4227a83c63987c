import { MINUTE_MS, type StepId } from '../kernel/index.ts'
import { type Stretch, fitMinutes, methodOf } from '../methods/index.ts'
import { listComing, minutesOf } from './plan.ts'
import type { Clock, Session, Step } from './session.ts'
import { leftOn } from './timing.ts'

/** A step whose plan became shorter: its minutes before and now. */
export interface Shortened {
  readonly step: StepId
  readonly from: number
  readonly to: number
}

/** What is still to come, made to fit a time. */
export interface Fitted {
  readonly agenda: readonly Step[]
  readonly clock: Clock | undefined
  readonly changes: readonly Shortened[]
}

/** A step with what is still to come of it in `minutes` at most. */
const fitStep = (session: Session, step: Step, minutes: number): Step => {
  const [first] = listComing(session, step)
  if (!first) return step
  const settings = methodOf(step.kind).fit(step.settings, minutes, first.key) as Step['settings']
  return { ...step, settings, planned: step.planned ?? minutesOf(step) }
}

const stretchOf = (session: Session, step: Step): Stretch => {
  const sum = (of: Step): number => listComing(session, of).reduce((total, { minutes }) => total + minutes, 0)
  return { minutes: sum(step), least: sum(fitStep(session, step, 0)) }
}

/**
 * Shortens what is still to come, in proportion, so that all of it takes `ms` at most: what is left on the clock, the
 * later phases of the live step, the planned steps. No phase gets less than a minute or more than it had, and what is
 * done stays as it is.
 */
export const fitRest = (session: Session, ms: number, now: number): Fitted => {
  const clock = session.position.state === 'live' ? session.position.clock : undefined
  const left = (clock && leftOn(clock, now)) ?? 0
  const coming = session.agenda.flatMap((step) => listComing(session, step))
  const restMs = coming.reduce((sum, { minutes }) => sum + minutes * MINUTE_MS, 0)
  if (left + restMs <= ms) return { agenda: session.agenda, clock, changes: [] }
  const { forPresent, forSteps } = divide(
    left,
    session.agenda.map((step) => stretchOf(session, step)),
    ms,
  )
  const agenda = session.agenda.map((step, index): Step => {
    const minutes = forSteps[index] ?? 0
    return stretchOf(session, step).minutes > minutes ? fitStep(session, step, minutes) : step
  })
  const changes = session.agenda.flatMap((step, index): Shortened[] => {
    const [from, to] = [minutesOf(step), minutesOf(agenda[index] ?? step)]
    return from === to ? [] : [{ step: step.id, from, to }]
  })
  return { agenda, clock: clock && forPresent !== undefined ? shorten(clock, forPresent, now) : clock, changes }
}

/** Divides a time between what is left on the clock and the steps; `forPresent` is absent where the clock stays as it is. */
const divide = (
  left: number,
  steps: readonly Stretch[],
  ms: number,
): { readonly forPresent?: number; readonly forSteps: readonly number[] } => {
  const minutes = Math.ceil(left / MINUTE_MS)
  const [forPresent = 0, ...forSteps] = fitMinutes(
    [{ minutes, least: Math.min(1, minutes) }, ...steps],
    wholeMinutes(ms),
  )
  // What is not shortened is no whole number of minutes, and a last minute is not worth shortening.
  if (forPresent < minutes) return { forPresent, forSteps }
  return { forSteps: fitMinutes(steps, wholeMinutes(ms - left)) }
}

const wholeMinutes = (ms: number): number => Math.max(0, Math.floor(ms / MINUTE_MS))

const shorten = (clock: Clock, minutes: number, now: number): Clock => {
  const leftMs = minutes * MINUTE_MS
  return clock.state === 'paused' ? { state: 'paused', leftMs } : { state: 'running', endsAt: now + leftMs }
}

import { LIMITS, type Refusal, type SeatId, omit, refusal } from '../kernel/index.ts'
import type { Circumstances } from './circumstances.ts'
import { type Decision } from './decision.ts'
import { drawNamed } from './crowd.ts'
import { type Stop, findNext, findStop } from './plan.ts'
import { publishReady } from './publish.ts'
import { dealReading } from './reading.ts'
import { leaveGrace } from './regime.ts'
import type { Position, Session, Step } from './session.ts'

const MINUTE_MS = 60_000

type Live = Extract<Position, { state: 'live' }>

/** What a step becomes when the session leaves it. */
type Left = 'done' | 'skipped' | 'planned'

/**
 * The session somewhere else: the epoch grows, marks, leases and the spotlight go, the former rights keep their grace, nothing
 * is armed. The press can be taken back when `by` is given; otherwise nothing can any more.
 */
const move = (session: Session, position: Position, agenda: readonly Step[], now: number, by?: SeatId): Session => {
  const grace = leaveGrace(session, now)
  return {
    ...omit(session, 'grace', 'undoable', 'leases', 'spotlight'),
    position,
    agenda,
    marks: [],
    ...(grace && { grace }),
    ...(by && {
      undoable: { until: now + LIMITS.undoMs, position: disarm(session.position), agenda: session.agenda, by },
    }),
  }
}

/**
 * The session at a phase of a step; the step it leaves, if any other, becomes `left`. The clock starts, and in a large
 * room those who are named for the phase are drawn.
 */
export const moveTo = (
  session: Session,
  to: Stop,
  left: Left,
  { now, random }: Pick<Circumstances, 'now' | 'random'>,
  by?: SeatId,
): Session => {
  const agenda = session.agenda.map((step): Step => {
    if (step.id === to.step.id)
      return step.state === 'live' && step.begun ? step : { ...step, state: 'live', begun: true }
    return step.state === 'live' ? { ...step, state: left } : step
  })
  const named = drawNamed(session, to.phase, random)
  const position: Live = {
    state: 'live',
    epoch: session.position.epoch + 1,
    step: to.step.id,
    phase: to.phase.key,
    since: now,
    clock: { state: 'running', endsAt: now + to.phase.minutes * MINUTE_MS },
    ...(named && { named }),
  }
  return move(session, position, agenda, now, by)
}

/** The session at its end. */
export const moveToEnd = (session: Session, now: number, by: SeatId): Session => {
  const agenda = session.agenda.map((step): Step => (step.state === 'live' ? { ...step, state: 'done' } : step))
  return move(session, { state: 'ended', epoch: session.position.epoch + 1, at: now }, agenda, now, by)
}

/** The session as it was before the last press that only moved; the epoch grows all the same. Undefined when there is none. */
export const moveBack = (session: Session, now: number): Session | undefined => {
  const { undoable } = session
  if (!undoable || now >= undoable.until) return undefined
  const begun = new Set(session.agenda.filter((step) => step.begun).map(({ id }) => id))
  // Whatever was live once stays begun: people may have written under its names already.
  const agenda = undoable.agenda.map((step): Step =>
    begun.has(step.id) && !step.begun ? { ...step, begun: true } : step,
  )
  return move(session, { ...undoable.position, epoch: session.position.epoch + 1 }, agenda, now)
}

/** Why `advance` cannot simply move: there is nowhere to go, or what follows releases something and must be armed first. */
export const objectionToAdvance = (session: Session): Refusal | undefined => {
  const next = findNext(session)
  if (!next) return refusal('wrong-phase', { press: 'end' })
  const isArmed = session.position.state === 'live' && session.position.armed
  return next.phase.begins && !isArmed ? refusal('wrong-phase', { press: next.phase.begins }) : undefined
}

/** Goes on, releasing what the next phase begins with. The caller has asked `objectionToAdvance`. */
export const advance = (session: Session, circumstances: Circumstances, by?: SeatId): Decision | undefined => {
  const next = findNext(session)
  const here = findStop(session)
  if (!next) return undefined
  if (!next.phase.begins) return { session: moveTo(session, next, 'done', circumstances, by), writes: [], answer: {} }
  // What was released cannot be taken back.
  const moved = moveTo(session, next, 'done', circumstances)
  if (next.phase.begins !== 'reveal' || !here) return { session: moved, writes: [], answer: {} }
  const writes = publishReady(session, here.step, circumstances)
  return { session: dealReading(moved, here.step, circumstances.random), writes, answer: {} }
}

/** A position without an armed press. */
export const disarm = (position: Position): Position =>
  position.state === 'live' && position.armed ? omit(position, 'armed') : position

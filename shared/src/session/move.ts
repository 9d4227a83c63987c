import { LIMITS, MINUTE_MS, type Refusal, type SeatId, omit, refusal } from '../kernel/index.ts'
import type { Circumstances } from './circumstances.ts'
import { type Decision } from './decision.ts'
import { type Release, opensPrivate } from '../methods/index.ts'
import { drawNamed } from './crowd.ts'
import { type Stop, findNext, findStep, findStop } from './plan.ts'
import { publishReady } from './publish.ts'
import { dealReading } from './reading.ts'
import { leaveGrace } from './regime.ts'
import { drawRound, refreshRound } from './round.ts'
import type { Position, Session, Step } from './session.ts'
import { type Left, enterStep, leaveStep } from './stay.ts'
import { dropWork, objectToLeaving } from './work.ts'

type Live = Extract<Position, { state: 'live' }>

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
 * The session at a phase of a step; the step it leaves, if any other, becomes `left`. The clock starts; who is named for
 * the phase in a large room, and who speaks after whom, is drawn. `agenda` is the one to go by, where it changes too.
 */
export const moveTo = (
  session: Session,
  to: Stop,
  left: Left,
  { now, random }: Pick<Circumstances, 'now' | 'random'>,
  by?: SeatId,
  plan: readonly Step[] = session.agenda,
): Session => {
  const agenda = plan.map((step): Step => {
    if (step.id === to.step.id) return enterStep(step, to.phase.key, now)
    return step.state === 'live' ? leaveStep(step, left, phaseOf(session), now) : step
  })
  const named = drawNamed(session, to.phase, random)
  const round = drawRound(session, to.phase, random)
  const position: Live = {
    state: 'live',
    epoch: session.position.epoch + 1,
    step: to.step.id,
    phase: to.phase.key,
    since: now,
    clock: { state: 'running', endsAt: now + to.phase.minutes * MINUTE_MS },
    ...(named && { named }),
    ...(round && { round }),
  }
  return move(session, position, agenda, now, by)
}

const phaseOf = ({ position }: Session): string => (position.state === 'live' ? position.phase : '')

/** The session at its end. */
export const moveToEnd = (session: Session, now: number, by: SeatId): Session => {
  const agenda = session.agenda.map((step): Step =>
    step.state === 'live' ? leaveStep(step, 'done', phaseOf(session), now) : step,
  )
  return move(session, { state: 'ended', epoch: session.position.epoch + 1, at: now }, agenda, now, by)
}

/**
 * The session as it was before the last press that can be taken back; undefined when there is none. Where the press moved,
 * the epoch grows all the same. Of what people did meanwhile nothing is taken back.
 */
export const moveBack = (
  session: Session,
  { now, isWrittenFor }: Pick<Circumstances, 'now' | 'isWrittenFor'>,
): Session | undefined => {
  const { undoable } = session
  if (!undoable || now >= undoable.until) return undefined
  const agenda = restoreAgenda(session, undoable.agenda, isWrittenFor)
  const position = hold(undoable.position, agenda, now)
  // Nothing moved: only what was planned changed, and with it the clock.
  if (undoable.position.epoch === session.position.epoch) return restorePlan(session, agenda, undoable.position)
  const rest = dropWork(session, agenda)
  return refreshRound(move(rest, { ...position, epoch: session.position.epoch + 1 }, agenda, now))
}

/** The agenda as it was. What people wrote under meanwhile stays: a step that was live has begun, and one that was put in is left. */
const restoreAgenda = (
  session: Session,
  before: readonly Step[],
  isWrittenFor: Circumstances['isWrittenFor'],
): readonly Step[] => {
  const known = new Set(before.map(({ id }) => id))
  const restored = before.map((step): Step => restoreStep(step, findStep(session, step.id)))
  const added = session.agenda.filter(({ id, worked }) => !known.has(id) && (worked || isWrittenFor(id)))
  const at = restored.findIndex(({ state }) => state === 'live') + 1
  return restored.toSpliced(
    at,
    0,
    ...added.map((step): Step => ({ ...omit(step, 'spent'), state: 'skipped', left: step.reached ?? '' })),
  )
}

/** A step as it was, but for what stands from the moment it was first live. */
const restoreStep = (before: Step, now: Step | undefined): Step => {
  if (!now) return before
  const isFirst = now.begun && !before.begun
  return {
    ...before,
    ...(isFirst && { begun: true }),
    ...(isFirst && now.prompts && { prompts: now.prompts }),
    ...(now.worked && { worked: true }),
  }
}

const restorePlan = (session: Session, agenda: readonly Step[], before: Position): Session => {
  const { position } = session
  const clock = before.state === 'live' ? before.clock : undefined
  return {
    ...omit(session, 'undoable'),
    agenda,
    position: position.state === 'live' && clock ? { ...position, clock } : position,
  }
}

/** A position that does not go on by itself at once although its time is up: somebody has just come back to it. */
export const hold = (position: Position, agenda: readonly Step[], now: number): Position => {
  if (position.state !== 'live' || position.clock.state !== 'running' || position.clock.endsAt > now) return position
  const advances = agenda.find(({ id }) => id === position.step)?.advances
  return advances ? { ...position, held: true } : position
}

/** Why `advance` cannot simply move: there is nowhere to go, or what follows releases something and must be armed first. */
export const objectionToAdvance = (session: Session): Refusal | undefined => {
  const next = findNext(session)
  if (!next) return refusal('wrong-phase', { press: 'end' })
  const gate = objectToLeaving(session)
  if (gate) return gate
  const isArmed = session.position.state === 'live' && session.position.armed
  return next.phase.begins && !isArmed ? refusal('wrong-phase', { press: next.phase.begins }) : undefined
}

/** Goes on, releasing what the next phase begins with. The caller has asked `objectionToAdvance`. */
export const advance = (session: Session, circumstances: Circumstances, by?: SeatId): Decision | undefined => {
  const next = findNext(session)
  const here = findStop(session)
  if (!next) return undefined
  if (!next.phase.begins) {
    const mayUndo = next.phase.final ? undefined : by
    return { session: moveTo(session, next, 'done', circumstances, mayUndo), writes: [], answer: {} }
  }
  // What was released cannot be taken back.
  const moved = moveTo(session, next, 'done', circumstances)
  if (!here || !opensPrivate(next.phase.begins)) return { session: moved, writes: [], answer: {} }
  const writes = publishReady(session, here.step, circumstances)
  if (next.phase.begins !== 'reveal') return { session: moved, writes, answer: {} }
  return { session: dealReading(moved, here.step, circumstances.random), writes, answer: {} }
}

/** How long a press is announced before it happens, milliseconds. */
export const armMs = (press: Release): number => (press === 'freeze' ? LIMITS.freezeMs : LIMITS.armMs)

/** A position without an armed press. */
export const disarm = (position: Position): Position =>
  position.state === 'live' && position.armed ? omit(position, 'armed') : position

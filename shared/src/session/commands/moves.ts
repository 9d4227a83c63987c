import * as v from 'valibot'
import { type Refusal, type Result, type StepId, anId, fail, ok, omit, refusal } from '../../kernel/index.ts'
import type { Decision } from '../decision.ts'
import { keepsClock } from '../keeping.ts'
import { advance as goOn, moveBack, moveTo, moveToEnd, objectionToAdvance } from '../move.ts'
import { findNext, findNextStep, findPast, findPrevious, findStep, minutesOf } from '../plan.ts'
import { leads } from '../rights.ts'
import type { Seat, Session, Step } from '../session.ts'
import { BEFORE_END, LIVE, WHENEVER, decided, defineCommand } from './command.ts'

const nowhere = refusal('wrong-phase', { press: 'end' })

/** Leaves the lobby for the first phase of the first step. */
export const start = defineCommand({
  type: 'start',
  fields: {},
  during: ['lobby'],
  may: (_session, seat) => leads(seat),
  objection: (session) => (findNext(session) ? undefined : nowhere),
  decide: (session, _command, seat, circumstances) => {
    const first = findNext(session)
    if (!first) return fail(nowhere)
    const moved = moveTo(session, first, 'done', circumstances, seat.id)
    const agendaMinutes = session.agenda.reduce((sum, step) => sum + (step.planned ?? minutesOf(step)), 0)
    return ok(decided({ ...moved, agendaMinutes }))
  },
})

/** Whether a keeper of the clock may go on: anywhere but to where results are shown. */
const mayGoOn = (session: Session, seat: Seat): boolean =>
  keepsClock(session, seat) && findNext(session)?.phase.begins !== 'results'

/** Goes to the next phase, or to the next step. Where that releases something it must be armed, and then means "now". */
export const advance = defineCommand({
  type: 'advance',
  fields: {},
  during: LIVE,
  may: (session, seat) => leads(seat) || mayGoOn(session, seat),
  objection: objectionToAdvance,
  decide: (session, _command, seat, circumstances) => {
    const objection = objectionToAdvance(session)
    const decision = objection ? undefined : goOn(session, circumstances, seat.id)
    return decision ? ok(decision) : fail(objection ?? nowhere)
  },
})

/** Goes to the phase before, also across steps. Deletes nothing and hides nothing. */
export const back = defineCommand({
  type: 'back',
  fields: {},
  during: LIVE,
  may: (_session, seat) => leads(seat),
  objection: (session) => (findPrevious(session) ? undefined : refusal('wrong-phase')),
  decide: (session, _command, seat, circumstances) => {
    const before = findPrevious(session)
    return before
      ? ok(decided(moveTo(session, before, 'planned', circumstances, seat.id)))
      : fail(refusal('wrong-phase'))
  },
})

const findBehindLive = (session: Session) => findNextStep(session, indexOfLive(session))

const indexOfLive = ({ agenda }: Session): number => agenda.findIndex(({ state }) => state === 'live')

/** Marks a step that is still to come as one that will not take place, or takes that back while it is still to come. */
const skipAhead = (session: Session, id: StepId, skipped: boolean): Result<Decision, Refusal> => {
  const step = findStep(session, id)
  if (!step) return fail(refusal('unknown'))
  const isAhead = session.agenda.indexOf(step) > indexOfLive(session)
  const from: Step['state'] = skipped ? 'planned' : 'skipped'
  if (!isAhead || step.state !== from) return fail(refusal('wrong-phase'))
  const state: Step['state'] = skipped ? 'skipped' : 'planned'
  const agenda = session.agenda.map((other): Step => (other.id === id ? { ...other, state } : other))
  return ok(decided({ ...omit(session, 'undoable'), agenda }))
}

/**
 * Leaves the live step for the next one, whatever phases are left. With `step` one that is still to come is passed over,
 * and with `skipped: false` takes place after all; nothing moves then.
 */
export const skip = defineCommand({
  type: 'skip',
  fields: { step: v.optional(anId<'step'>()), skipped: v.optional(v.boolean()) },
  during: LIVE,
  may: (_session, seat) => leads(seat),
  objection: (session) =>
    session.agenda.some(({ state }, at) => at > indexOfLive(session) && (state === 'planned' || state === 'skipped'))
      ? undefined
      : nowhere,
  decide: (session, { step, skipped = true }, seat, circumstances) => {
    if (step !== undefined && step !== session.agenda[indexOfLive(session)]?.id)
      return skipAhead(session, step, skipped)
    const next = findBehindLive(session)
    return next && skipped ? ok(decided(moveTo(session, next, 'skipped', circumstances, seat.id))) : fail(nowhere)
  },
})

/** An agenda in which what is still to come before a step behind the live one comes after it. */
const letPass = (agenda: readonly Step[], live: number, at: number): readonly Step[] => {
  const between = agenda.slice(live + 1, at)
  const toCome = between.filter(({ state }) => state === 'planned')
  const over = between.filter(({ state }) => state !== 'planned')
  return [...agenda.slice(0, live + 1), ...over, ...agenda.slice(at, at + 1), ...toCome, ...agenda.slice(at + 1)]
}

/**
 * Makes a phase live again that was: an earlier one of the live step, or one of a step that is done or was skipped, by
 * default where it was left. The step that is left for an earlier one goes on afterwards where it was, and what is passed
 * on the way to a later one comes after it. Nothing is deleted, hidden or released.
 */
export const reopen = defineCommand({
  type: 'reopen',
  fields: { step: anId<'step'>(), phase: v.optional(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,39}$/))) },
  during: LIVE,
  may: (_session, seat) => leads(seat),
  decide: (session, { step: id, phase }, seat, circumstances) => {
    const step = findStep(session, id)
    if (!step) return fail(refusal('unknown'))
    const past = findPast(session, step, phase)
    if (!past) return fail(refusal('wrong-phase'))
    const [live, at] = [indexOfLive(session), session.agenda.indexOf(step)]
    const plan = at > live ? letPass(session.agenda, live, at) : session.agenda
    return ok(decided(moveTo(session, past, at < live ? 'planned' : 'done', circumstances, seat.id, plan)))
  },
})

/** Ends the session. */
export const end = defineCommand({
  type: 'end',
  fields: {},
  during: BEFORE_END,
  may: (_session, seat) => leads(seat),
  decide: (session, _command, seat, { now }) => ok(decided(moveToEnd(session, now, seat.id))),
})

/**
 * Takes back the last press that only moved, or shortened what is to come, for 10 seconds. A release cannot be taken back. Whoever keeps the clock takes
 * back their own presses.
 */
export const undo = defineCommand({
  type: 'undo',
  fields: {},
  during: WHENEVER,
  may: (session, seat) => leads(seat) || (keepsClock(session, seat) && session.undoable?.by === seat.id),
  objection: (session) => (session.undoable ? undefined : refusal('wrong-phase')),
  decide: (session, _command, _seat, circumstances) => {
    const before = moveBack(session, circumstances)
    return before ? ok(decided(before)) : fail(refusal('wrong-phase'))
  },
})

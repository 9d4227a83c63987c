import type { Refusal } from '../kernel/index.ts'
import { asWritten } from './as-written.ts'
import type { Circumstances } from './circumstances.ts'
import type { Decision } from './decision.ts'
import { type Stop, findStop } from './plan.ts'
import { factsOf, settlePrompts } from './prompts.ts'
import type { Session, Step } from './session.ts'
import { momentOf } from './moment.ts'
import { withWork, workOf, workingsOf } from './work.ts'
import { writeWork } from './write-work.ts'

/** Which phase of which step is live: what changes when one is entered. */
const placeOf = ({ position }: Session): string =>
  position.state === 'live' ? `${position.epoch} ${position.step} ${position.phase}` : ''

/**
 * Why a decision cannot lead where it does, by whatever press: the step that it leaves has something to finish first, or the
 * phase that it enters cannot be entered any more.
 */
export const objectToMove = (after: Session, before: Session): Refusal | undefined => {
  if (placeOf(after) === placeOf(before)) return undefined
  const [from, to] = [findStop(before), findStop(after)]
  const isQuitting = from !== undefined && from.step.id !== to?.step.id
  const quitting = isQuitting ? objectToQuitting(before, from.step) : undefined
  return quitting ?? (to && objectToEntering(after, to))
}

const objectToQuitting = (session: Session, step: Step): Refusal | undefined => {
  const state = workOf(session, step.id)
  return state === undefined ? undefined : workingsOf(step)?.objectToQuitting?.(state)
}

const objectToEntering = (session: Session, { step, phase }: Stop): Refusal | undefined => {
  const state = workOf(session, step.id)
  return state === undefined ? undefined : workingsOf(step)?.objectToEntering?.(state, phase.key)
}

/** The session once the step that was live before is left for another or for the end, with what its method keeps of it then. */
const leaveWork = (session: Session, before: Session): Session => {
  const from = findStop(before)?.step
  const state = from && workOf(session, from.id)
  const leave = from && workingsOf(from)?.leave
  if (!from || state === undefined || !leave || findStop(session)?.step.id === from.id) return session
  return withWork(session, from.id, leave(state))
}

/**
 * A decision with what its method does as a phase is entered, by whatever press. What an earlier entry brought about
 * stands: nothing of it is taken back by going back.
 */
export const followEntry = (made: Decision, before: Session, circumstances: Circumstances): Decision => {
  const place = placeOf(made.session)
  const decision = place === placeOf(before) ? made : { ...made, session: leaveWork(made.session, before) }
  if (place === '' || place === placeOf(before)) return decision
  const here = findStop(decision.session)
  if (!here) return decision
  const isFirst = !before.agenda.some(({ id, begun }) => id === here.step.id && begun)
  const board = asWritten(circumstances, decision)
  const session = isFirst ? settlePrompts(decision.session, here.step.id, factsOf(board)) : decision.session
  const step = findStop(session)?.step ?? here.step
  const workings = workingsOf(step)
  if (!workings) return session === decision.session ? decision : { ...decision, session }
  const change = workings.enter(workOf(session, step.id), momentOf(session, step, here.phase.key, board))
  const written = writeWork(session, step, change.writes, undefined, board)
  const writes = written.ok ? [...decision.writes, ...written.value] : decision.writes
  // What had no place on the board was not brought there: it is when the phase is entered again.
  const state = written.ok ? change.state : (workOf(session, step.id) ?? change.state)
  return { ...decision, session: withWork(session, step.id, state), writes }
}

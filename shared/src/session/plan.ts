import type { StepId } from '../kernel/index.ts'
import { type Phase, type Policies, methodOf } from '../methods/index.ts'
import type { Session, Step } from './session.ts'

/** The rights where no step is live: nobody writes on the board. */
const NO_POLICIES: Policies = { add: 'none', kinds: [], edit: 'none', place: 'none', group: 'none' }

const plans = new WeakMap<Step, readonly Phase[]>()

/** The phases of a step that take place. Worked out once per value of the step: rights are asked for at every touch. */
export const planOf = (step: Step): readonly Phase[] => {
  const known = plans.get(step)
  if (known) return known
  const plan = methodOf(step.kind).plan(step.settings)
  plans.set(step, plan)
  return plan
}

/** The step of an id, whatever its state. */
export const findStep = (session: Session, id: StepId): Step | undefined =>
  session.agenda.find((step) => step.id === id)

/** A phase of a step of the agenda. */
export interface Stop {
  readonly step: Step
  readonly phase: Phase
}

/** Where the session is, with the rights in force there; undefined in the lobby and after the end. */
export const findStop = (session: Session): Stop | undefined => {
  const { position } = session
  if (position.state !== 'live') return undefined
  const step = findStep(session, position.step)
  const phase = step && planOf(step).find(({ key }) => key === position.phase)
  return phase && { step, phase: position.named ? crowded(phase) : phase }
}

/** A phase as it is for a large room. */
const crowded = (phase: Phase): Phase =>
  phase.crowd ? { ...phase, policies: { ...phase.policies, ...phase.crowd.policies } } : phase

/** The rights in force. */
export const policiesOf = (session: Session): Policies => findStop(session)?.phase.policies ?? NO_POLICIES

/** Where `advance` leads: the next phase, or the next planned step; in the lobby the first. Undefined at the end. */
export const findNext = (session: Session): Stop | undefined => {
  const { position, agenda } = session
  if (position.state === 'ended') return undefined
  if (position.state === 'live') {
    const step = findStep(session, position.step)
    const plan = step ? planOf(step) : []
    const phase = plan[plan.findIndex(({ key }) => key === position.phase) + 1]
    if (step && phase) return { step, phase }
  }
  return findNextStep(session, position.state === 'live' ? agenda.findIndex(({ id }) => id === position.step) : -1)
}

/** The beginning of the first planned step behind an index of the agenda. */
export const findNextStep = (session: Session, index: number): Stop | undefined => {
  const step = session.agenda.find((candidate, at) => at > index && candidate.state === 'planned')
  const phase = step && planOf(step)[0]
  return phase && { step, phase }
}

/** Where `back` leads: the phase before; from a step's first phase the end of the step before, or the beginning of one that was skipped. */
export const findPrevious = (session: Session): Stop | undefined => {
  const { position, agenda } = session
  if (position.state !== 'live') return undefined
  const at = agenda.findIndex(({ id }) => id === position.step)
  const step = agenda[at]
  if (!step) return undefined
  const plan = planOf(step)
  const phase = plan[plan.findIndex(({ key }) => key === position.phase) - 1]
  if (phase) return { step, phase }
  const before = agenda.slice(0, at).findLast(({ state }) => state === 'done' || state === 'skipped')
  const entered = before && (before.state === 'skipped' ? planOf(before)[0] : planOf(before).at(-1))
  return entered && { step: before, phase: entered }
}

/** Whether the private items of a step have been revealed, so that what comes now comes late. */
export const isRevealed = (session: Session, step: Step): boolean => {
  const { position } = session
  if (position.state !== 'live' || position.step !== step.id) return step.state !== 'planned'
  const plan = planOf(step)
  return !plan.slice(plan.findIndex(({ key }) => key === position.phase) + 1).some(({ begins }) => begins === 'reveal')
}

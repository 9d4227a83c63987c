import type { StepId } from '../kernel/index.ts'
import { omit } from '../kernel/index.ts'
import { NO_RIGHTS, type Phase, type Policies, methodOf, opensPrivate } from '../methods/index.ts'
import type { Session, Step } from './session.ts'

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

/** The rights in force; nobody writes on the board where no step is live. */
export const policiesOf = (session: Session): Policies => findStop(session)?.phase.policies ?? NO_RIGHTS

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

/** The first planned step behind an index of the agenda, at its beginning or where it was left. Entering it releases nothing. */
export const findNextStep = (session: Session, index: number): Stop | undefined => {
  const step = session.agenda.find((candidate, at) => at > index && candidate.state === 'planned')
  const phase = step && resumedPhase(step)
  return phase && { step, phase }
}

/** The phase in which a planned step begins, or goes on. What it began with was released when it was first entered. */
const resumedPhase = (step: Step): Phase | undefined => {
  const plan = planOf(step)
  const left = step.left === undefined ? undefined : plan.find(({ key }) => key === step.left)
  return left ? omit(left, 'begins') : plan[0]
}

/** How many minutes a step is planned for, all its phases together. */
export const minutesOf = (step: Step): number => planOf(step).reduce((sum, { minutes }) => sum + minutes, 0)

/** The phases of a step that are still to come: behind the present one of the live step, all of what is planned or is left of it. */
export const listComing = ({ position }: Session, step: Step): readonly Phase[] => {
  const plan = planOf(step)
  switch (step.state) {
    case 'live':
      return position.state === 'live' ? plan.slice(plan.findIndex(({ key }) => key === position.phase) + 1) : []
    case 'planned':
      return step.left === undefined
        ? plan
        : plan.slice(
            Math.max(
              0,
              plan.findIndex(({ key }) => key === step.left),
            ),
          )
    case 'done':
    case 'skipped':
      return []
  }
}

/**
 * A phase of a step that was live already, to be live again: one before the present one, or any that a step which is
 * done or was skipped had reached; without `key` where that step was left. Undefined for what is still to come, so that
 * nothing is released on the way.
 */
export const findPast = ({ position }: Session, step: Step, key?: string): Stop | undefined => {
  const plan = planOf(step)
  const indexOf = (wanted: string | undefined): number => plan.findIndex((phase) => phase.key === wanted)
  const last = step.state === 'done' ? plan.length - 1 : 0
  const known = (wanted: string | undefined): number => (wanted === undefined ? last : indexOf(wanted))
  switch (step.state) {
    case 'live': {
      const phase = plan[indexOf(key)]
      const isPast = position.state === 'live' && indexOf(key) < indexOf(position.phase)
      return phase && isPast ? { step, phase } : undefined
    }
    case 'done':
    case 'skipped': {
      const at = key === undefined ? known(step.left) : indexOf(key)
      const phase = plan[at]
      return phase && step.begun && at <= known(step.reached) ? { step, phase } : undefined
    }
    case 'planned':
      return undefined
  }
}

/** Where `back` leads: the phase before; from a step's first phase where the step before was left, or the beginning of one that was skipped. */
export const findPrevious = (session: Session): Stop | undefined => {
  const { position, agenda } = session
  if (position.state !== 'live') return undefined
  const at = agenda.findIndex(({ id }) => id === position.step)
  const step = agenda[at]
  if (!step) return undefined
  const plan = planOf(step)
  const phase = plan[plan.findIndex(({ key }) => key === position.phase) - 1]
  if (phase) return { step, phase }
  const before = agenda.slice(0, at).findLast(({ state, begun }) => begun && (state === 'done' || state === 'skipped'))
  return before && findPast(session, before, before.state === 'skipped' ? planOf(before)[0]?.key : undefined)
}

/** Whether the private items of a step have been revealed, so that what comes now comes late. */
export const isRevealed = ({ position }: Session, step: Step): boolean => {
  if (position.state === 'live' && position.step === step.id) return isBehindReveal(step, position.phase)
  if (step.state !== 'planned') return true
  return step.left !== undefined && isBehindReveal(step, step.left)
}

const isBehindReveal = (step: Step, key: string): boolean => {
  const plan = planOf(step)
  return !plan.slice(plan.findIndex((phase) => phase.key === key) + 1).some(({ begins }) => opensPrivate(begins))
}

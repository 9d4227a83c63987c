import { omit } from '../kernel/index.ts'
import { planOf } from './plan.ts'
import type { Spent, Step } from './session.ts'

/** What a step becomes when the session leaves it. */
export type Left = 'done' | 'skipped' | 'planned'

/** A step as the session enters one of its phases, from elsewhere or from another phase. */
export const enterStep = (step: Step, phase: string, now: number): Step => ({
  ...omit(step, 'left'),
  state: 'live',
  begun: true,
  reached: furthest(step, phase),
  spent: startCount(step.spent, now),
})

/** A step as the session leaves it. */
export const leaveStep = (step: Step, left: Left, phase: string, now: number): Step => {
  const spent = stopCount(step.spent, now)
  return { ...step, state: left, left: phase, ...(spent && { spent }) }
}

const furthest = (step: Step, phase: string): string => {
  const keys = planOf(step).map(({ key }) => key)
  return step.reached !== undefined && keys.indexOf(step.reached) > keys.indexOf(phase) ? step.reached : phase
}

const startCount = (spent: Spent | undefined, now: number): Spent => {
  if (spent?.since !== undefined) return spent
  return { begunAt: spent?.begunAt ?? now, ms: spent?.ms ?? 0, since: now }
}

const stopCount = (spent: Spent | undefined, now: number): Spent | undefined =>
  spent?.since === undefined
    ? spent
    : { begunAt: spent.begunAt, endedAt: now, ms: spent.ms + Math.max(0, now - spent.since) }

/** How long a step has been live by now, milliseconds. */
export const spentMs = ({ spent }: Pick<Step, 'spent'>, now: number): number =>
  spent ? spent.ms + (spent.since === undefined ? 0 : Math.max(0, now - spent.since)) : 0

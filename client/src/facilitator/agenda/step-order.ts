import type { StepId } from '@roundel/shared/kernel'
import type { Entry } from './running-step.ts'

/** The steps with one of them at another place. Places beyond the ends are the ends. */
export const reorder = (steps: readonly StepId[], from: number, to: number): readonly StepId[] => {
  const moved = steps[from]
  return moved === undefined ? steps : steps.toSpliced(from, 1).toSpliced(Math.max(0, to), 0, moved)
}

/** Which step the one at a place stands before; undefined for the last, which stands at the end. */
export const findBehind = (steps: readonly StepId[], step: StepId): StepId | undefined => steps[steps.indexOf(step) + 1]

/** The agenda whose steps that are still to come stand in another order; the others stay where they are. */
export const arrange = (agenda: readonly Entry[], order: readonly StepId[]): readonly Entry[] => {
  const waiting = order.flatMap((id) => agenda.find((entry) => entry.id === id) ?? [])
  const places = agenda.filter(({ state }) => state === 'planned')
  return agenda.map((entry) => waiting[places.indexOf(entry)] ?? entry)
}

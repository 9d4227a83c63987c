import type { Item } from '../board/index.ts'
import type { StepId } from '../kernel/index.ts'
import { type Selection, isSelected, methodOf } from '../methods/index.ts'
import { findStep } from './plan.ts'
import type { Session, Step } from './session.ts'

/** The other steps whose items people work on in a step. */
export const inputOf = ({ kind, settings }: Pick<Step, 'kind' | 'settings'>): Selection =>
  methodOf(kind).input(settings)

/** Whether an item that another step brought is worked on in a step. */
export const isInput = (step: Step, item: Pick<Item, 'step' | 'kind' | 'state'>): boolean =>
  item.step !== step.id &&
  item.state === 'published' &&
  isSelected(inputOf(step), item.step) &&
  methodOf(step.kind).takes.includes(item.kind)

/** A step and those of the agenda whose items people work on in it. */
export const listWorkedOn = (session: Session, id: StepId): readonly StepId[] => {
  const step = findStep(session, id)
  const input = step ? inputOf(step) : []
  return session.agenda.flatMap((other) => (other.id === id || isSelected(input, other.id) ? [other.id] : []))
}

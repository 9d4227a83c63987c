import * as v from 'valibot'
import { LIMITS, type StepId, isId } from '../kernel/index.ts'

/** Steps whose items something is about: those that are named, or every one. */
export type Selection = 'all' | readonly StepId[]

const isStepId = (input: unknown): input is StepId => isId<'step'>(input)

/** A setting that names steps, at least so many. */
export const selection = (least = 0) =>
  v.union([
    v.literal('all'),
    v.pipe(v.array(v.custom<StepId>(isStepId)), v.minLength(least), v.maxLength(LIMITS.agendaSteps), v.readonly()),
  ])

/** Whether a step is among those selected. */
export const isSelected = (selected: Selection, step: StepId): boolean => selected === 'all' || selected.includes(step)

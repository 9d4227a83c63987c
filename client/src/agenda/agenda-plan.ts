import { LIMITS, type StepId, asId, cleanLine, cleanText } from '@roundel/shared/kernel'
import { type MethodId, type Phase, fitMinutes, methodOf } from '@roundel/shared/methods'
import type { StepBody } from '@roundel/shared/protocol'
import type { Names } from '@roundel/shared/session'

/** One step as it is being planned: every field as typed, settings complete. */
export interface PlannedStep {
  readonly id: StepId
  readonly kind: MethodId
  readonly title: string
  readonly question: string
  readonly names: Names
  readonly notes: string
  readonly settings: Readonly<Record<string, unknown>>
  /** What it begins from, where its method takes anything. */
  readonly prompts?: StepBody['prompts']
  readonly early: boolean
  readonly advances: boolean
}

/** A new step with its method's own settings, but for those given. */
export const planStep = (
  kind: MethodId,
  id: string,
  given: Partial<Omit<PlannedStep, 'id' | 'kind'>> = {},
): PlannedStep => ({
  title: '',
  question: '',
  names: 'hidden',
  notes: '',
  early: false,
  advances: false,
  ...given,
  id: asId<'step'>(id),
  kind,
  settings: methodOf(kind).settings(given.settings ?? {}) as PlannedStep['settings'],
})

/** The phases of a step that take place, with their minutes. */
export const phasesOf = ({ kind, settings }: Pick<PlannedStep, 'kind' | 'settings'>): readonly Phase[] =>
  methodOf(kind).plan(settings)

/** All phases of a step, those of 0 minutes among them. */
export const allPhasesOf = ({ kind, settings }: Pick<PlannedStep, 'kind' | 'settings'>): readonly Phase[] =>
  methodOf(kind).phases(settings)

export const minutesOf = (step: Pick<PlannedStep, 'kind' | 'settings'>): number =>
  phasesOf(step).reduce((sum, { minutes }) => sum + minutes, 0)

export const totalOf = (agenda: readonly PlannedStep[]): number =>
  agenda.reduce((sum, step) => sum + minutesOf(step), 0)

/** The step with so many minutes for one phase; undefined where its method cannot be carried out like that. */
export const withMinutes = <Step extends Pick<PlannedStep, 'kind' | 'settings'>>(
  step: Step,
  phase: string,
  minutes: number,
): Step | undefined => {
  const method = methodOf(step.kind)
  const settings = method.resize(step.settings, { [phase]: minutes }) as PlannedStep['settings']
  return method.accepts(settings) ? { ...step, settings } : undefined
}

/**
 * The step one minute longer or shorter in all: the longest of its phases takes or gives the minute, the first of them
 * where several are. Undefined where no phase can.
 */
export const withMinuteMore = <Step extends Pick<PlannedStep, 'kind' | 'settings'>>(
  step: Step,
  by: 1 | -1,
): Step | undefined => {
  const phases = phasesOf(step).toSorted((one, other) => other.minutes - one.minutes)
  const longest = by === 1 ? phases : phases.filter(({ minutes }) => minutes > 1)
  for (const { key, minutes } of longest) {
    const changed = withMinutes(step, key, minutes + by)
    if (changed) return changed
  }
  return undefined
}

/** Moves the step at one place to another. Places beyond the ends are the ends. */
export const moveStep = (agenda: readonly PlannedStep[], from: number, to: number): readonly PlannedStep[] => {
  const moved = agenda[from]
  if (!moved) return agenda
  const rest = agenda.filter((_, index) => index !== from)
  const at = Math.max(0, Math.min(rest.length, to))
  return [...rest.slice(0, at), moved, ...rest.slice(at)]
}

/** A step that was shortened, and from how many minutes to how many. */
export interface Shortened {
  readonly id: StepId
  readonly from: number
  readonly to: number
}

/** Shortens all steps in proportion so that they take so many minutes in all, or as near as their phases allow. */
export const fitAgenda = (
  agenda: readonly PlannedStep[],
  total: number,
): { readonly agenda: readonly PlannedStep[]; readonly shortened: readonly Shortened[] } => {
  const minutes = fitMinutes(
    agenda.map((step) => ({ minutes: minutesOf(step), least: phasesOf(step).length })),
    total,
  )
  const fitted = agenda.map((step, index) => ({
    ...step,
    settings: methodOf(step.kind).fit(step.settings, minutes[index] ?? 1) as PlannedStep['settings'],
  }))
  const shortened = agenda.flatMap((step, index) => {
    const [from, to] = [minutesOf(step), minutesOf(fitted[index] ?? step)]
    return from === to ? [] : [{ id: step.id, from, to }]
  })
  return { agenda: fitted, shortened }
}

/** Whether there is room for one more step. */
export const hasRoom = (agenda: readonly PlannedStep[]): boolean => agenda.length < LIMITS.agendaSteps

/** The step as the server takes it. What nobody filled in is left out. */
export const stepBody = (step: PlannedStep, index: number): StepBody => {
  const title = cleanLine(step.title)
  const question = cleanLine(step.question)
  const notes = cleanText(step.notes)
  return {
    id: step.id,
    kind: step.kind,
    names: step.names,
    settings: { ...step.settings },
    ...(title !== '' && { title }),
    ...(question !== '' && { question }),
    ...(notes !== '' && { notes }),
    ...(step.prompts && step.prompts.length > 0 && { prompts: step.prompts }),
    ...(step.advances && { advances: true }),
    ...(step.early && index === 0 && { early: true }),
  }
}

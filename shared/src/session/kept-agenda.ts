import type { StepId } from '../kernel/index.ts'
import { methodOf } from '../methods/index.ts'
import type { StepBody } from './fields.ts'
import { readSettings } from './create.ts'

/** The steps that others of an agenda name in their settings. */
const listNamed = (agenda: readonly StepBody[]): ReadonlySet<StepId> =>
  new Set(
    agenda.flatMap(({ kind, settings }) => {
      const read = readSettings(kind, settings)
      const input = read ? methodOf(kind).input(read) : []
      return input === 'all' ? [] : input
    }),
  )

/**
 * An agenda to be begun with anew, later and elsewhere: without the items that steps began from, and with ids only where one
 * step names another.
 */
export const keepAgenda = (agenda: readonly StepBody[]): readonly StepBody[] => {
  const named = listNamed(agenda)
  return agenda.map(({ id, kind, title, question, names, settings, prompts, notes, advances, early }) => ({
    ...(id !== undefined && named.has(id) && { id }),
    kind,
    ...(title !== undefined && { title }),
    ...(question !== undefined && { question }),
    ...(names !== undefined && { names }),
    ...(settings !== undefined && { settings }),
    ...(notes !== undefined && { notes }),
    ...(advances && { advances }),
    ...(early && { early }),
    ...(prompts === 'brought' && { prompts }),
  }))
}

/** The same agenda with an id of its own for every step, also where one names another. */
export const renewAgenda = (
  agenda: readonly StepBody[],
  newId: () => StepId,
): readonly (StepBody & { readonly id: StepId })[] => {
  const ids = new Map(agenda.flatMap(({ id }) => (id === undefined ? [] : [[id as string, newId()] as const])))
  const rename = (value: unknown): unknown =>
    Array.isArray(value) ? value.map((each: unknown) => ids.get(String(each)) ?? each) : value
  return agenda.map(({ id, settings, ...step }) => ({
    ...step,
    id: ids.get(id ?? '') ?? newId(),
    ...(settings && {
      settings: Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, rename(value)])),
    }),
  }))
}

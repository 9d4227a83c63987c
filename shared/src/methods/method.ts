import * as v from 'valibot'
import type { Phase } from './phase.ts'
import { isWorkable, runningPhases } from './plan.ts'

/** A way of working through one step: its settings and its phases. Knows nothing of people, sockets or screens. */
export interface Method<Id extends string = string> {
  readonly id: Id
  /** The settings, defaults filled in; throws a `ValiError` for settings that do not fit. */
  readonly settings: (input: unknown) => unknown
  /** Whether settings fit, without throwing. */
  readonly accepts: (input: unknown) => boolean
  /** The phases in order for these settings, minutes of optional phases 0. */
  readonly phases: (settings: unknown) => readonly [Phase, ...Phase[]]
  /** The phases that take place for these settings, in order: at least one, none of 0 minutes. */
  readonly plan: (settings: unknown) => readonly [Phase, ...Phase[]]
  /** What a screen needs of the settings besides the phases; everyone may know it. */
  readonly shows: (settings: unknown) => Readonly<Record<string, unknown>>
}

/**
 * Closes over the type of a method's settings, so that the list of methods is a list of plain `Method`s.
 *
 * Settings fit only when their plan can be carried out: some phase takes place, and what is written in private is
 * revealed in the same step.
 */
export const defineMethod = <const Id extends string, Settings>(spec: {
  readonly id: Id
  readonly settings: v.GenericSchema<unknown, Settings>
  readonly phases: (settings: Settings) => readonly [Phase, ...Phase[]]
  readonly shows?: (settings: Settings) => Readonly<Record<string, unknown>>
}): Method<Id> => {
  const schema = v.pipe(
    spec.settings,
    v.check((settings) => isWorkable(runningPhases(spec.phases(settings)))),
  )
  const read = (input: unknown): Settings => v.parse(schema, input)
  return {
    id: spec.id,
    settings: read,
    accepts: (input) => v.is(schema, input),
    phases: (input) => spec.phases(read(input)),
    plan: (input) => runningPhases(spec.phases(read(input))) as readonly [Phase, ...Phase[]],
    shows: (input) => spec.shows?.(read(input)) ?? {},
  }
}

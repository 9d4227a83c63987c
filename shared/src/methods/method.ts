import * as v from 'valibot'
import type { ItemKind } from '../board/index.ts'
import { fitMinutes } from './fit.ts'
import type { Phase } from './phase.ts'
import { isWorkable, runningPhases } from './plan.ts'
import type { Selection } from './selection.ts'
import type { Wanted } from './wanted.ts'
import type { AnyWorkDefinition, Workings } from './workings.ts'

/** What a step can be given to begin from: items of these kinds, so many at most. */
export interface Prompts {
  readonly kinds: readonly ItemKind[]
  readonly most: number
  /** Of what was judged, what it would rather have; what came first when not said. */
  readonly wants?: Wanted
}

/** A way of working through one step: its settings and its phases. Knows nothing of sockets or screens. */
export interface Method<
  Id extends string = string,
  Commands extends readonly AnyWorkDefinition[] = readonly AnyWorkDefinition[],
> {
  readonly id: Id
  /** What it keeps of a step besides items. Absent where items and links are all. */
  // oxlint-disable-next-line typescript/no-explicit-any -- each gets its own state and settings only
  readonly workings?: Workings<any, any, Commands>
  /** What a step of it can begin from. Absent where its question is all. */
  readonly prompts?: Prompts
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
  /** The kinds of items that earlier steps brought which it can work on. */
  readonly takes: readonly ItemKind[]
  /** The other steps whose items people work on in this one. */
  readonly input: (settings: unknown) => Selection
  /** Settings by which it takes over in the middle of another step; those that somebody chose come before them. */
  readonly takesOver: Readonly<Record<string, unknown>>
  /** The settings with other minutes for the phases that are named; whether they fit, `accepts` says. */
  readonly resize: (settings: unknown, minutes: Readonly<Record<string, number>>) => unknown
  /**
   * Whether a step that has begun may go on with other settings than those that differ in minutes only; `reached` is the
   * furthest of its phases that was ever entered.
   */
  readonly mayRearrange: (before: unknown, after: unknown, reached: string | undefined) => boolean
  /**
   * Settings whose plan is the same but shorter: the phases from `from` on, or all, take `minutes` at most, in
   * proportion, each at least one minute and none longer than before.
   */
  readonly fit: (settings: unknown, minutes: number, from?: string) => unknown
}

/**
 * Closes over the type of a method's settings, so that the list of methods is a list of plain `Method`s.
 *
 * Settings fit only when their plan can be carried out: some phase takes place, and what is written in private is
 * revealed in the same step. Where minutes of phases stand in settings of other names than the phases' own, `resize`
 * says how to write them.
 */
export const defineMethod = <
  const Id extends string,
  Settings extends object,
  const Commands extends readonly AnyWorkDefinition[] = readonly [],
>(spec: {
  readonly id: Id
  // oxlint-disable-next-line typescript/no-explicit-any -- the state is the workings' own
  readonly workings?: Workings<any, Settings, Commands>
  readonly prompts?: Prompts
  readonly settings: v.GenericSchema<unknown, Settings>
  readonly phases: (settings: Settings) => readonly [Phase, ...Phase[]]
  readonly shows?: (settings: Settings) => Readonly<Record<string, unknown>>
  readonly takes?: readonly ItemKind[]
  readonly input?: (settings: Settings) => Selection
  readonly takesOver?: Readonly<Record<string, unknown>>
  readonly resize?: (settings: Settings, minutes: Readonly<Record<string, number>>) => Settings
  readonly mayRearrange?: (before: Settings, after: Settings, reached: string | undefined) => boolean
}): Method<Id, Commands> => {
  const schema = v.pipe(
    spec.settings,
    v.check((settings) => isWorkable(runningPhases(spec.phases(settings)))),
  )
  const read = (input: unknown): Settings => v.parse(schema, input)
  const resize = (settings: Settings, minutes: Readonly<Record<string, number>>): Settings =>
    spec.resize?.(settings, minutes) ?? { ...settings, ...minutes }
  const planOf = (settings: Settings) => runningPhases(spec.phases(settings)) as readonly [Phase, ...Phase[]]
  return {
    id: spec.id,
    ...(spec.workings && { workings: spec.workings }),
    ...(spec.prompts && { prompts: spec.prompts }),
    settings: read,
    accepts: (input) => v.is(schema, input),
    phases: (input) => spec.phases(read(input)),
    plan: (input) => planOf(read(input)),
    shows: (input) => spec.shows?.(read(input)) ?? {},
    takes: spec.takes ?? [],
    input: (input) => spec.input?.(read(input)) ?? [],
    takesOver: spec.takesOver ?? {},
    resize: (input, minutes) => resize(read(input), minutes),
    mayRearrange: (before, after, reached) => spec.mayRearrange?.(read(before), read(after), reached) ?? false,
    fit: (input, minutes, from) => {
      const settings = read(input)
      const plan = planOf(settings)
      const first = from === undefined ? 0 : plan.findIndex(({ key }) => key === from)
      if (first < 0) return settings
      const rest = plan.slice(first)
      const fitted = fitMinutes(
        rest.map((phase) => ({ minutes: phase.minutes, least: 1 })),
        minutes,
      )
      const shorter = Object.fromEntries(rest.map(({ key }, index) => [key, fitted[index] ?? 1]))
      return read(resize(settings, shorter))
    },
  }
}

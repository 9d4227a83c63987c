import * as v from 'valibot'
import { Lang } from '../../../board/index.ts'
import {
  type Id,
  type ItemId,
  LIMITS,
  type Refusal,
  type Result,
  type SeatId,
  cleanLine,
  cleanText,
  isId,
  ok,
  refusal,
} from '../../../kernel/index.ts'
import type { WhyPhase, WhyTree } from '../tree.ts'

/** Who gives a command, when, and what the rules may ask about the board. */
export interface WhyMoment {
  readonly seat: SeatId
  readonly leads: boolean
  readonly scribe: boolean
  readonly phase: WhyPhase
  /** What an item that stands on the board says; undefined for what does not stand there. */
  readonly textOf: (item: ItemId) => string | undefined
  /** Whether the seat wrote an item. */
  readonly owns: (item: ItemId) => boolean
  /** Whether an item may count as an idea. */
  readonly isIdea: (item: ItemId) => boolean
  /** Whether somebody takes part, so that a check can be theirs. */
  readonly takesPart: (seat: SeatId) => boolean
  readonly newId: () => string
}

/** What the board has to hold because of a change. Links follow from the trees before and after. */
export type WhyWrite =
  | {
      readonly type: 'add-item'
      readonly item: ItemId
      readonly kind: 'cause' | 'note' | 'idea'
      readonly text: string
      readonly lang?: string
    }
  | { readonly type: 'set-text'; readonly item: ItemId; readonly text: string }
  | { readonly type: 'withdraw'; readonly item: ItemId }

export interface WhyChange {
  readonly tree: WhyTree
  readonly writes: readonly WhyWrite[]
}

type Fields<Entries extends v.ObjectEntries> = v.InferOutput<v.StrictObjectSchema<Entries, undefined>>

/** One command of the method: what it carries, when and by whom it can be given, and what follows. */
export interface WhyDefinition<Type extends string, Entries extends v.ObjectEntries> {
  readonly type: Type
  readonly fields: Entries
  readonly phases: readonly WhyPhase[]
  /** Whether it can be given while the run is put aside. */
  readonly whilePaused?: true
  /** Whether the person has the right, whatever the tree says; everyone who takes part when not said. */
  readonly may?: (moment: WhyMoment) => boolean
  readonly decide: (tree: WhyTree, command: Fields<Entries>, moment: WhyMoment) => Result<WhyChange, Refusal>
}

export const defineWhy = <const Type extends string, const Entries extends v.ObjectEntries>(
  definition: WhyDefinition<Type, Entries>,
): WhyDefinition<Type, Entries> => definition

/** What a definition's command looks like. */
export type WhyCommandOf<Definition> =
  Definition extends WhyDefinition<infer Type, infer Entries>
    ? { readonly type: Type } & Readonly<Fields<Entries>>
    : never

/** Those who steer the tree: who leads, and who writes down for the others. */
export const steers = ({ leads, scribe }: WhyMoment): boolean => leads || scribe

export const changed = (tree: WhyTree, writes: readonly WhyWrite[] = []): Result<WhyChange, never> =>
  ok({ tree, writes })

export const tooMany = (most: number): Refusal => refusal('too-many', { most })

export const anId = <Kind extends string>() => v.custom<Id<Kind>>(isId)

/** A line that a person typed, or nothing. */
export const lineOrNone = (most: number) =>
  v.pipe(v.string(), v.maxLength(most * 4), v.transform(cleanLine), v.maxLength(most))

export const line = (most: number) => v.pipe(lineOrNone(most), v.minLength(1))

/** The text of an item. */
export const Text = v.pipe(
  v.string(),
  v.maxLength(LIMITS.ideaCharacters * 4),
  v.transform(cleanText),
  v.minLength(1),
  v.maxLength(LIMITS.ideaCharacters),
)

export const TextLang = v.optional(Lang)

const isDay = (text: string): boolean => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  return year > 0 && days !== undefined && day >= 1 && day <= days
}

/** A day of the calendar, `2026-11-22`, in nobody's time zone. */
export const Day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/), v.check(isDay))

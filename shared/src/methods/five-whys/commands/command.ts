import * as v from 'valibot'
import { Lang } from '../../../board/index.ts'
import { type ItemId, type Refusal, type Result, type SeatId, ok, refusal } from '../../../kernel/index.ts'
import { type ActingMoment, type WorkChange, type WorkDefinition, type WorkWrite, defineWork } from '../../workings.ts'
import { settle } from '../roots.ts'
import { writeLinks } from '../tree-links.ts'
import type { WhyPhase, WhyTree } from '../tree.ts'

export type WhyMoment = ActingMoment

/** What a command makes of a tree, before what is no longer earned is taken back. */
export type WhyChange = WorkChange<WhyTree>

type Fields<Entries extends v.ObjectEntries> = v.InferOutput<v.StrictObjectSchema<Entries, undefined>>

/** One command of the method: what it carries, when and by whom it can be given, and what follows. */
interface WhyDefinition<Type extends string, Entries extends v.ObjectEntries> {
  readonly type: Type
  readonly fields: Entries
  readonly phases: readonly WhyPhase[]
  /** What the log does not say: that it was given at all, or where names are hidden by whom. */
  readonly unlogged?: 'always' | 'by-whom'
  /** Whether it can be given while the run is put aside. */
  readonly whilePaused?: true
  /** Whether it needs a problem that was accepted. */
  readonly asksWhy?: true
  /** Whether the person has the right, whatever the tree says; everyone who takes part when not said. */
  readonly may?: (person: Pick<WhyMoment, 'seat' | 'leads' | 'scribe'>) => boolean
  readonly decide: (tree: WhyTree, command: Fields<Entries>, moment: WhyMoment) => Result<WhyChange, Refusal>
}

/** Why nobody can answer anything yet. */
export const objectToAsking = ({ problem }: WhyTree): Refusal | undefined =>
  problem.accepted ? undefined : refusal('closed', { gate: 'problem' })

/**
 * A command of the method. After what it decides, marks that are no longer earned fall back and the links of the board
 * follow the tree, so that in whatever order two people's commands come in no mark stands that is not earned.
 *
 * Refuses with `locked` while the run is put aside, and with what the command itself objects: `closed` with the `gate`
 * that is shut, `duplicate` for reasoning in a circle, `too-many` at a limit.
 */
export const defineWhy = <const Type extends string, const Entries extends v.ObjectEntries>({
  whilePaused,
  asksWhy,
  decide,
  ...definition
}: WhyDefinition<Type, Entries>): WorkDefinition<WhyTree, unknown, Type, Entries> =>
  defineWork<WhyTree, unknown>()({
    ...definition,
    objection: (tree) => {
      if (tree.paused && !whilePaused) return refusal('locked', { gate: 'paused' })
      return asksWhy ? objectToAsking(tree) : undefined
    },
    decide: (tree, command, moment) => {
      const change = decide(tree, command, moment)
      if (!change.ok) return change
      const state = settle(change.value.state)
      return ok({ ...change.value, state, writes: [...change.value.writes, ...writeLinks(tree, state, moment)] })
    },
  })

/** Those who steer the tree: who leads, and who writes down for the others. */
export const steers = ({ leads, scribe }: Pick<WhyMoment, 'leads' | 'scribe'>): boolean => leads || scribe

/** What an item that stands on the board says; undefined for what does not stand there. */
export const textOf = ({ item }: Pick<WhyMoment, 'item'>, id: ItemId): string | undefined => {
  const found = item(id)
  return found?.state === 'published' ? found.text : undefined
}

/** Whether somebody takes part, so that a check can be theirs. */
export const takesPart = ({ people }: WhyMoment, seat: SeatId): boolean => people.includes(seat)

/** The tree after a command, with what the board has to hold and the item that came of it. */
export const changed = (state: WhyTree, writes: readonly WorkWrite[] = [], item?: ItemId): Result<WhyChange, never> =>
  ok({ state, writes, ...(item !== undefined && { item }) })

export const withdraw = (item: ItemId): WorkWrite => ({ type: 'set-state', item, state: 'withdrawn' })

export const tooMany = (most: number): Refusal => refusal('too-many', { most })

export const TextLang = v.optional(Lang)

export { Day } from '../../day.ts'

import type { Turnout } from './electorate.ts'
import type { Cut, Placed } from './order.ts'
import type { Stability } from './stability.ts'

/** What every result begins with. Plain data without a pseudonym in it: it may be kept, and shown to everyone. */
export interface Outcome {
  readonly scoring: string
  readonly turnout: Turnout
  /** How many values an item needed to be put in order. */
  readonly coverage: number
  /** Every item once, the first ones first. */
  readonly order: readonly Placed[]
  /** What is taken; null where no cut is set. */
  readonly cut: Cut | null
  readonly stability: Stability
}

/**
 * The figures of each group of voters. Withheld while one of them has a single ballot: its figures would be that ballot,
 * and the others with the whole would give it away as well.
 */
export type Groups<Result> =
  | { readonly state: 'shown'; readonly results: Readonly<Record<string, Result>> }
  | { readonly state: 'withheld'; readonly cast: Readonly<Record<string, number>> }

/** A result with its groups side by side, or null where nothing is to be told apart. */
export type Grouped<Result extends Outcome> = Result & { readonly groups: Groups<Result> | null }

import type { ItemId } from '../../kernel/index.ts'
import type { Outcome } from '../outcome.ts'
import type { Levels, Unranked } from './ballot.ts'
import type { Comparison } from './comparison.ts'
import type { Concordance } from './concordance.ts'
import type { Cycle } from './cycles.ts'
import type { Kemeny } from './kemeny.ts'
import type { Strength } from './schulze.ts'

/** One item in all rules. Outside the order there is no more than how many counted it. */
export interface RankedItem {
  readonly item: ItemId
  readonly rank: number | null
  /** Ballots that say something of it. */
  readonly counted: number
  readonly borda: { readonly points: number; readonly share: number | null; readonly rank: number | null } | null
  /** Copeland: `score` is wins less losses; `display` wins and half the ties. */
  readonly copeland: {
    readonly wins: number
    readonly ties: number
    readonly losses: number
    readonly score: number
    readonly display: number
    readonly rank: number
  } | null
}

/** An order by pairwise comparison. `order` is Schulze's; the other rules stand beside it. */
export interface RankingResult extends Outcome {
  readonly unranked: Unranked
  readonly strength: Strength
  /** How many items each voter was asked to place. */
  readonly places: number
  /** Schulze's order, best first. Of two items on one level neither is before the other. */
  readonly levels: Levels
  /** In the sequence of `order`. */
  readonly items: readonly RankedItem[]
  /** `wins[i][j]`: ballots that place the i-th of these items above the j-th. Items in the order only. */
  readonly duels: { readonly items: readonly ItemId[]; readonly wins: readonly (readonly number[])[] }
  readonly condorcet: {
    readonly winner: ItemId | null
    readonly loser: ItemId | null
    /** The smallest set that beats everything else: the winner alone where there is one. */
    readonly smith: readonly ItemId[]
  }
  readonly kemeny: Kemeny
  readonly comparison: Comparison
  readonly cycles: readonly Cycle[]
  readonly concordance: Concordance
}

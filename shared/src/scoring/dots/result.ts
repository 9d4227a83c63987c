import type { ItemId } from '../../kernel/index.ts'
import type { Outcome } from '../outcome.ts'

export interface DottedItem {
  readonly item: ItemId
  readonly rank: number | null
  readonly dots: number
  /** How many people gave it at least one. */
  readonly breadth: number
}

/** A shortlist, not a decision. */
export interface DotsResult extends Outcome {
  readonly budget: number
  readonly cap: number
  /** In the sequence of `order`. */
  readonly items: readonly DottedItem[]
}

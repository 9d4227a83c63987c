import type { SeatId, TableId } from '../kernel/index.ts'

/** What people can be mixed by. */
export const MIXES = ['department', 'side', 'language'] as const
export type Mix = (typeof MIXES)[number]

/** A table of the café. A host stays at it in all rounds. */
export interface RotationTable {
  readonly id: TableId
  readonly host?: SeatId
  /** Where it stands; who is at another place cannot sit at it. A table without one is open to people of every place. */
  readonly place?: string
  /** People it takes, its host included. */
  readonly capacity?: number
}

/** Somebody who moves between tables. */
export interface Traveller {
  readonly id: SeatId
  readonly place?: string
  readonly department?: string
  readonly side?: string
  readonly language?: string
}

/** Who must not meet, or must stay side by side (somebody and their interpreter). A host may be named, and stays. */
export interface Wish {
  readonly kind: 'apart' | 'together'
  readonly seats: readonly SeatId[]
}

/** Who sits at one table in one round. */
export interface TableSeating {
  readonly table: TableId
  readonly host?: SeatId
  readonly travellers: readonly SeatId[]
}

/** One round: every table with those who sit there. */
export type Seating = readonly TableSeating[]

/** How often two people met before, elsewhere than in these rounds. */
export interface Acquaintance {
  readonly one: SeatId
  readonly other: SeatId
  readonly times: number
}

/** All that a plan is made from, as plain data. The same job gives the same plan on every device. */
export interface RotationJob {
  /** A whole number from 0 up to 2^32. */
  readonly seed: number
  /** Steps of the search at most. Never a time: a machine that pauses must not seat people worse. */
  readonly iterations: number
  readonly tables: readonly RotationTable[]
  /** Those who are there and move; hosts are not among them. */
  readonly travellers: readonly Traveller[]
  /** Rounds still to come. */
  readonly rounds: number
  /** Whether coming back to a table is no fault: where tables have neither host nor cloth, only company counts. */
  readonly mayReturn?: boolean
  readonly wishes: readonly Wish[]
  readonly mixBy: readonly Mix[]
  /** The rounds of this session that took place, as people really sat. */
  readonly past: readonly Seating[]
  readonly before: readonly Acquaintance[]
  /** The plan so far for the rounds to come: the new one begins from it, so that few seats change. */
  readonly previous: readonly Seating[]
  /** How many of the first rounds of `previous` are announced: there only those who left or came change anything. */
  readonly announced: number
}

/** What the rounds of a plan add to those that took place, each part apart. Wished-for company is never a repeat. */
export interface PlanFigures {
  /** Σ c(c-1)/2 over pairs, c the rounds at one table: what the plan adds to it. */
  readonly repeats: number
  /** Σ v(v-1)/2 over travellers and tables, v the rounds there: what the plan adds to it. Who has one table only is left out. */
  readonly revisits: number
  /** No plan without a revisit adds fewer repeats. */
  readonly bound: number
  /** Whether it is proven that no plan has fewer repeats: no revisit, every wish fulfilled, and the bound is reached. */
  readonly isBest: boolean
  /** Of the pairs who met before elsewhere, those who meet in this plan. Absent where nobody is known to have met. */
  readonly familiar?: { readonly met: number; readonly of: number }
  /** Steps of the search that were taken. */
  readonly iterations: number
  readonly unmet: UnmetWishes
}

/** How often the rounds of a plan do not do what must be. All 0 where it can be done. */
export interface UnmetWishes {
  /** Pairs that must not meet at one table, each round counted. */
  readonly apart: number
  /** Pairs that must stay together at two tables, each round counted. */
  readonly together: number
  /** Travellers at a table of another place, or of a host they must not meet, or away from the host they stay with. */
  readonly barred: number
  /** Travellers beyond what their table takes. */
  readonly capacity: number
}

/** The rounds to come, tables in the order of the job, travellers in the order of their ids. */
export interface RotationPlan {
  readonly rounds: readonly Seating[]
  readonly figures: PlanFigures
}

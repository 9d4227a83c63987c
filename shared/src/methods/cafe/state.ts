import type { ClusterId, ItemId, SeatId, TableId } from '../../kernel/index.ts'
import type { Acquaintance, Mix, PlanFigures, Seating, Wish } from '../../rotation/index.ts'
import type { TablePlan } from './fields.ts'
import type { CafeMode, HostPolicy } from './settings.ts'

/** A table of the café. Its cloth is the document `table.<id>`. */
export interface CafeTable extends TablePlan {
  readonly id: TableId
  /** Who stays at it. Absent until somebody is named or found. */
  readonly host?: SeatId
  /** What lies on its cloth from before: items of the board, which stay there, and the group that they are of. */
  readonly sources?: readonly ItemId[]
  readonly cluster?: ClusterId
  /** Nobody is seated there from the next round on. */
  readonly closed?: true
  /** Of hosts who take turns: who stays after the present round. */
  readonly nextHost?: SeatId
}

/** How somebody came to their place. */
export const WAYS = ['plan', 'late', 'manual', 'free', 'stay', 'promoted', 'back'] as const
export type Way = (typeof WAYS)[number]

/** A place that somebody had at a table in one round. Without `to` they have it still, or had it to the end. */
export interface CafeSeat {
  readonly seat: SeatId
  readonly table: TableId
  readonly role: 'host' | 'traveller'
  readonly how: Way
  /** Server time, milliseconds. */
  readonly from: number
  readonly to?: number
  /** They went without getting up: their place is kept in mind while the round is on. */
  readonly lost?: true
  /** They said that they are there, or were there already. */
  readonly arrived?: true
}

/** One round: announced, under way, or past. Nobody has two places at a time. */
export interface CafeRound {
  readonly seats: readonly CafeSeat[]
  readonly startedAt?: number
  readonly endedAt?: number
}

/** Somebody who takes part and leads not, as far as seating asks about them. */
export interface Guest {
  readonly seat: SeatId
  readonly side: 'team' | 'client'
  readonly language: string
  readonly department?: string
  readonly place?: string
  /** Ready to host. */
  readonly mayHost?: true
  /** Away for longer than a place is held. Not forgotten: they may come back. */
  readonly gone?: true
}

/** The seating of the rounds to come, as it was last worked out. */
export interface CafePlan {
  /** What it was worked out from: it holds as long as that is so. */
  readonly key: string
  /** The number of its first round. */
  readonly from: number
  readonly rounds: readonly Seating[]
  readonly figures: PlanFigures
}

/** What a table brings to the harvest, in the words of its host. */
export interface TableHarvest {
  readonly insights: readonly string[]
  readonly question?: string
}

/** What stands on the board of it. */
export interface HarvestItems {
  readonly insights: readonly ItemId[]
  readonly question?: ItemId
}

/** All that is kept of a café besides cloths and items. */
export interface CafeState {
  readonly mode: CafeMode
  readonly hosts: HostPolicy
  readonly halfStay: boolean
  readonly mixBy: readonly Mix[]
  readonly wishes: readonly Wish[]
  readonly questions: readonly string[]
  readonly tables: readonly CafeTable[]
  /** Set for good when somebody set tables by hand: until then there are as many as are proposed. */
  readonly isSet?: true
  readonly seed: number
  /** In the order in which they came. */
  readonly guests: readonly Guest[]
  /** The rounds, the first first. */
  readonly rounds: readonly CafeRound[]
  /** Who sat together in other cafés of the session. */
  readonly acquainted?: readonly Acquaintance[]
  readonly plan?: CafePlan
  /** Who goes where in the next round that is not announced yet, whatever the plan says. */
  readonly pins: Readonly<Record<SeatId, TableId>>
  readonly harvests: Readonly<Record<TableId, TableHarvest>>
  readonly published?: Readonly<Record<TableId, HarvestItems>>
  /** Items of cloths that came to the board, by their ids there: once each. */
  readonly harvested?: readonly ItemId[]
  /** Whose turn it is to tell what their table found, since when, and who has told. */
  readonly stage?: { readonly table: TableId; readonly since: number }
  readonly told?: readonly TableId[]
}

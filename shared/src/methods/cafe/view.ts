import type { SeatId, TableId } from '../../kernel/index.ts'
import type { Encounters, Mix, PlanFigures, Seating, Suggestion, TableAdvice, Wish } from '../../rotation/index.ts'
import type { CafeMode, HostPolicy } from './settings.ts'
import type { CafeSeat, CafeTable, HarvestItems, TableHarvest } from './state.ts'

/** A table as everybody sees it. How busy it is stands in `step.counts.tables`, for those who lead. */
export interface TableView extends Omit<CafeTable, 'nextHost'> {
  /** Nobody but its host is there, in a round: the host may sit down at another table meanwhile. */
  readonly paused?: true
}

/** Where somebody sits in the round in force; in the welcome and in a move, in the round to come. */
export type PlaceView = Pick<CafeSeat, 'table' | 'role' | 'how' | 'arrived'>

/** What the setup lacks, or what should be known before people sit down; never a reason that stops. */
export const CAFE_CHECKS = [
  'no-question',
  'too-many-tables',
  'too-large-tables',
  'one-table',
  'two-tables',
  'no-host',
  'no-room',
  'wish-unmet',
] as const
export interface CafeCheck {
  readonly code: (typeof CAFE_CHECKS)[number]
  readonly table?: TableId
}

/** The seating of a round to come, and what it would bring: figures, never promises. */
export interface Preview {
  readonly round: number
  readonly seating: Seating
  /** Announced: it changes by those who come, go or are moved by hand alone. */
  readonly isAnnounced: boolean
  /** Pairs of travellers who would meet for the first time, and those who met before. */
  readonly newMeetings: number
  readonly repeats: number
  /** Pairs who know each other from another café of the session and would meet here for the first time. Absent where none do. */
  readonly familiar?: number
  /** Travellers who would come back to a table. */
  readonly revisits: number
  /** Of the whole plan of the rounds to come. Absent where no plan was made, as with free seating. */
  readonly plan?: PlanFigures
  /** What is to come was changed, and the plan is being worked out anew. */
  readonly isWorking?: true
}

/** For those who lead. */
export interface LeadView {
  /** People to be seated who are there. */
  readonly people: number
  /** What numbers of tables make possible. */
  readonly advice: TableAdvice
  readonly checks: readonly CafeCheck[]
  readonly mixBy: readonly Mix[]
  readonly wishes: readonly Wish[]
  /** Who has a place and is not there yet; who takes part and has none; who is away too long. */
  readonly between: readonly SeatId[]
  readonly unseated: readonly SeatId[]
  readonly gone: readonly SeatId[]
  readonly preview?: Preview
  /** Who goes where in the next round by hand, whatever the plan says. */
  readonly pins: Readonly<Record<SeatId, TableId>>
  /** Who was named to stay next, by table. */
  readonly nextHosts: Readonly<Record<TableId, SeatId>>
  /** What hosts have written for the harvest. */
  readonly harvests: Readonly<Record<TableId, TableHarvest>>
}

/** What everybody knows of a café. */
export interface CafeView {
  readonly mode: CafeMode
  readonly hosts: HostPolicy
  readonly halfStay: boolean
  readonly rounds: number
  /** The round in force, from 1: in the welcome the first, in a move the next. Absent where nobody sits at a table. */
  readonly round?: number
  /** When the round in force was begun, server time. */
  readonly startedAt?: number
  /** The questions of the rounds up to the one in force; for those who lead, all. A table's own goes first. */
  readonly questions: readonly string[]
  readonly tables: readonly TableView[]
  /** Who sits where in the round in force. */
  readonly places: Readonly<Record<SeatId, PlaceView>>
  /** Where people sat in the round before: where those who move come from. */
  readonly before: Readonly<Record<SeatId, TableId>>
  /** From the harvest on: what stands on the board of each table. */
  readonly harvest?: Readonly<Record<TableId, HarvestItems>>
  /** From the harvest on: whose minute it is, and who has told. */
  readonly stage?: { readonly table: TableId; readonly since: number }
  readonly told?: readonly TableId[]
  /** From gathering on, for those who lead always: what happened, in numbers. */
  readonly figures?: CafeFigures
  readonly lead?: LeadView
}

/** What really happened. `bound` is the fewest repeats (`repeatCost`) that were possible with such numbers. */
export interface CafeFigures extends Encounters {
  readonly bound: number
  readonly rounds: number
}

/** What one person knows besides. Absent for those who lead, who sit at no table. */
export interface OwnCafe {
  /** Their place in the round in force. */
  readonly place?: PlaceView
  /** Who sits with them there: the host, and which of them they have not sat with. */
  readonly with: readonly SeatId[]
  readonly unmet: readonly SeatId[]
  /** In a round, once the next is announced: where they go. For a host: who comes. */
  readonly next?: { readonly table: TableId; readonly with: readonly SeatId[]; readonly unmet: readonly SeatId[] }
  /** They asked to stay at their table in the next round. */
  readonly stays: boolean
  /** The tables that they sat at, round by round, the present one left out. */
  readonly past: readonly { readonly round: number; readonly table: TableId; readonly role: CafeSeat['role'] }[]
  /** Tables with room where they may sit down now, the most promising first. Of free seating, and for a host whom nobody came to. */
  readonly suggestions?: readonly Suggestion[]
  /** Of hosts who take turns, for the host of a table in a round before the last: whom they named to stay, if anybody. */
  readonly naming?: { readonly nextHost?: SeatId }
  /** They were named to stay at their table as its next host. */
  readonly isNextHost?: true
  /** They may write the three lines for those who come next. */
  readonly handsOver: boolean
  /** What their table brings to the harvest. Its host writes it. */
  readonly harvest?: TableHarvest
}

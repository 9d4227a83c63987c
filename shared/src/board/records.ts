import type { ClusterId, HandoverId, ItemId, LinkId, SeatId, StepId, TableId } from '../kernel/index.ts'
import type { Colour, DraftState, ItemKind, ItemState, LinkType, Place, Relation, SecondLine } from './vocabulary.ts'

/** One item of the board as a screen, a rule or an export reads it. */
export interface Item {
  readonly id: ItemId
  readonly kind: ItemKind
  readonly step: StepId
  readonly text: string
  readonly lang: string
  readonly second?: SecondLine
  readonly cluster?: ClusterId
  readonly rank: string
  readonly at?: Place
  readonly colour?: Colour
  readonly state: ItemState
  readonly late?: true
  readonly author?: SeatId
  readonly table?: TableId
  readonly round?: number
}

/** A named group of items. Membership stands on the item (`cluster`, `rank`). */
export interface Cluster {
  readonly id: ClusterId
  readonly step: StepId
  readonly title: string
  readonly colour?: Colour
  readonly icon?: string
  readonly at?: Place
}

/** A typed, directed connection between two items. */
export interface Link {
  readonly id: LinkId
  readonly type: LinkType
  readonly from: ItemId
  readonly to: ItemId
  readonly text?: string
  /** Of `associates` links. */
  readonly relation?: Relation
}

/** One private item of one person, before and after its publication. */
export interface DraftItem {
  readonly id: ItemId
  readonly kind: ItemKind
  readonly step: StepId
  readonly text: string
  readonly lang: string
  readonly second?: SecondLine
  readonly colour?: Colour
  readonly state: DraftState
  /** What on the board brought it to mind: once it is published, links say so. */
  readonly inspiredBy?: readonly ItemId[]
  /** The item on the board that this one became: how its owner alone knows which is theirs. */
  readonly boardItem?: ItemId
  /** What was not sent before its writer moved on: the table and the round that it was meant for. */
  readonly table?: TableId
  readonly round?: number
}

/** What the host of a table wrote in a round for those who come next. Lines that are not written are empty. */
export interface Handover {
  readonly id: HandoverId
  readonly round: number
  readonly one: string
  readonly two: string
  readonly three: string
}

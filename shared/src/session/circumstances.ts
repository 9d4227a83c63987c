import type { Cluster, DraftItem, Item, Link, SecondLine } from '../board/index.ts'
import type { ClusterId, ItemId, LinkId, Random, SeatId, StepId } from '../kernel/index.ts'
import type { OpenAction } from '../methods/index.ts'

/** An item of the board with what only the server knows: whose it is. */
export interface OwnedItem {
  readonly item: Item
  readonly owner?: SeatId
}

/**
 * What a decision may look at besides the session: the clock, chance, and the documents as they are now.
 *
 * Everything is synchronous: the caller has the documents at hand before it asks.
 */
export interface Circumstances {
  /** Server time, milliseconds since 1970. */
  readonly now: number
  /** Shuffles what is revealed and draws the code, so it must be unpredictable. */
  readonly random: Random
  /** A new id, unpredictable too: secrets of renewed links are made from it. */
  readonly newId: () => string
  readonly item: (id: ItemId) => OwnedItem | undefined
  readonly itemCount: () => number
  /** Whether a cluster stands on the board, and holds a published item. */
  readonly isGroup: (id: ClusterId) => boolean
  /** Every item of a step on the board, whatever its state, in any order. */
  readonly itemsOf: (step: StepId) => readonly Item[]
  /** The published items of a step that stand in no cluster, in any order. */
  readonly looseItems: (step: StepId) => readonly ItemId[]
  /** Whether anybody has written anything for a step, in private or on the board. */
  readonly isWrittenFor: (step: StepId) => boolean
  /** The links of the board that begin or end at an item, in any order. */
  readonly linksOf: (item: ItemId) => readonly Link[]
  readonly draft: (seat: SeatId, id: ItemId) => DraftItem | undefined
  /** Every private item of a seat, whatever its state, in any order. */
  readonly drafts: (seat: SeatId) => readonly DraftItem[]
  /** The items of the board that name a seat as their author, in any order. */
  readonly signed: (seat: SeatId) => readonly ItemId[]
  /** Every private item of a step that its owner has marked ready, in any order. */
  readonly readyDrafts: (step: StepId) => readonly { readonly seat: SeatId; readonly item: DraftItem }[]
  /** The actions that earlier sessions of the same people left open, the oldest first; none where not said. */
  readonly openActions?: () => readonly OpenAction[]
}

/** A change of a document that follows from a decision; the server writes it under its own Yjs client. */
export type DocumentWrite =
  /** Without an owner it is nobody's: what was drawn, not written. */
  | { readonly type: 'add-item'; readonly item: Item; readonly owner?: SeatId }
  | { readonly type: 'add-cluster'; readonly cluster: Cluster }
  | { readonly type: 'set-text'; readonly item: ItemId; readonly text: string }
  /** Writes what an item says in another language, or takes it away. */
  | { readonly type: 'set-second'; readonly item: ItemId; readonly second: SecondLine | undefined }
  | { readonly type: 'set-state'; readonly item: ItemId; readonly state: Item['state'] }
  /** Puts another seat's name under an item, or none. */
  | { readonly type: 'set-author'; readonly item: ItemId; readonly author: SeatId | undefined }
  | { readonly type: 'add-link'; readonly link: Link }
  | { readonly type: 'remove-link'; readonly link: LinkId }
  /** Writes a private item of a seat as given, new or not: how its owner learns which item on the board is theirs. */
  | { readonly type: 'put-draft'; readonly seat: SeatId; readonly item: DraftItem }

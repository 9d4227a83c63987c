import type { DocumentAddress, ItemKind } from '../board/index.ts'
import type { SeatId, StepId } from '../kernel/index.ts'

/**
 * One thing that an update would do to a document, as the gate found it.
 *
 * - `create`: a record appears; `remove`: a record disappears; `set`: a plain field is written or cleared;
 *   `text`: characters of a text field are typed or deleted.
 * - `fresh`: the record is created by this very update, so its fields are part of its creation.
 * - `owner`: whose record it is; undefined for a record of the server, or one that nobody owns.
 */
export interface Touch {
  readonly document: DocumentAddress
  readonly collection: string
  readonly record: string
  readonly op: 'create' | 'remove' | 'set' | 'text'
  readonly field?: string
  readonly value?: unknown
  readonly fresh: boolean
  readonly owner?: SeatId
  /**
   * For items of the board that exist already: the step they belong to. Text may be corrected through the document only
   * where the item's own step shows names, and placed only where the live step works on it. When absent, every step that
   * has begun must show names, and the live step work on all.
   */
  readonly step?: StepId
  /**
   * For items of the board that exist already: their kind, without which no item can be read. One that may not be judged
   * stands in no cluster, and a phase may let people correct some kinds only.
   */
  readonly kind?: ItemKind
}

import type { DocumentAddress } from '@roundel/shared/board'
import type { Refusal, Result, SeatId } from '@roundel/shared/kernel'
import type { Touch } from '@roundel/shared/session'

/** What the relay asks about rights. It decides nothing itself, and asks again for every message. */
export interface Authority {
  readonly mayRead: (seat: SeatId, document: DocumentAddress) => boolean
  /** Whether a seat writes in a document at all, whatever it is. */
  readonly mayWriteIn: (seat: SeatId, document: DocumentAddress) => Result<void, Refusal>
  readonly mayWrite: (seat: SeatId, touch: Touch) => Result<void, Refusal>
  /** Whose record it is; undefined for one that nobody owns. */
  readonly ownerOf: (document: DocumentAddress, collection: string, record: string) => SeatId | undefined
}

import type { CommandId, ItemId, SeatId, StepId } from '../kernel/index.ts'
import type { DocumentWrite } from './circumstances.ts'
import type { Shortened } from './fit-rest.ts'
import type { Session } from './session.ts'

/** What a command answers to whoever gave it. */
export interface Answer {
  readonly item?: ItemId
  readonly step?: StepId
  /** Steps that became shorter. */
  readonly shortened?: readonly Shortened[]
}

/**
 * A seat that is no more. Merged: whatever opened it opens the other from now on, and its records belong to the other.
 * Forgotten: nothing opens it, and its records belong to nobody. Either way its private document is erased.
 */
export type SeatEnd =
  | { readonly type: 'merged'; readonly seat: SeatId; readonly into: SeatId }
  | { readonly type: 'forgotten'; readonly seat: SeatId }

/** What everyone seated is told once, in passing; screens are not, since it names people. */
export type Notice =
  | {
      readonly code: 'renamed'
      readonly details: { readonly seat: SeatId; readonly was: string; readonly name: string }
    }
  | {
      readonly code: 'seats-merged'
      readonly details: { readonly seat: SeatId; readonly was: string; readonly name: string }
    }

/** What follows from a command: the next session, and what the server writes into documents, all or nothing. */
export interface Decision {
  readonly session: Session
  readonly writes: readonly DocumentWrite[]
  readonly answer: Answer
  readonly ended?: SeatEnd
  readonly notice?: Notice
}

/** Who acts: a seat, or the server itself when a time it was asked to wait for has come. */
export type Actor = SeatId | 'server'

/** What every command carries. A repeated `commandId` gets the first answer again and changes nothing. */
export interface Envelope {
  readonly commandId: CommandId
  /** For presses that move: where the person thinks the session is. */
  readonly expected?: { readonly step?: string; readonly epoch: number }
}

import type { SeatId } from '@roundel/shared/kernel'
import { type Acknowledgements, openAcknowledgements } from './acknowledgements.ts'
import type { Clock } from './clock.ts'
import { openOutbox, type Outbox } from './outbox.ts'
import type { Pace } from './pace.ts'
import type { Wire } from './wire.ts'

/** One socket on a document. */
export interface DocumentMember {
  readonly seat: SeatId
  readonly wire: Wire
  readonly outbox: Outbox
  readonly acks: Acknowledgements
  readonly pace: Pace
  /** Client ids it wrote with. */
  readonly clients: Set<number>
  /** It has everything up to here; `Infinity` until it asked. */
  since: number
  /** Our step 1s that it has not answered. */
  asked: number
  acknowledged: number
  /** It asked for presence, of which there is none here. */
  queried: boolean
  /** Something it wrote was refused: it is not listened to any more. */
  isRefused: boolean
  /** Something changed that it may not know: it waits for what it sent before to be heard, and is told nothing more. */
  isDeaf: boolean
  gone: boolean
}

export const openDocumentMember = (wire: Wire, seat: SeatId, pace: Pace, clock: Clock): DocumentMember => ({
  seat,
  wire,
  outbox: openOutbox(wire, clock),
  acks: openAcknowledgements(),
  pace,
  clients: new Set(),
  since: Infinity,
  asked: 0,
  acknowledged: 0,
  queried: false,
  isRefused: false,
  isDeaf: false,
  gone: false,
})

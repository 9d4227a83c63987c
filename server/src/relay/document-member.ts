import { LIMITS, type SeatId } from '@roundel/shared/kernel'
import { type Acknowledgements, openAcknowledgements } from './acknowledgements.ts'
import type { Clock } from './clock.ts'
import { openOutbox, type Outbox } from './outbox.ts'
import { openTokenBucket } from './token-bucket.ts'
import type { Wire } from './wire.ts'

const STEP1_PER_SECOND = 2
const STEP1_BURST = 16

/** One socket on a document. */
export interface DocumentMember {
  readonly seat: SeatId
  readonly wire: Wire
  readonly outbox: Outbox
  readonly acks: Acknowledgements
  /** Whether it keeps to the pace at which a person, or a program with manners, writes. */
  readonly keepsPace: (type: 'step1' | 'step2' | 'update', bytes: number) => boolean
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
  gone: boolean
}

export const openDocumentMember = (wire: Wire, seat: SeatId, clock: Clock): DocumentMember => {
  const now = clock.now()
  const messages = openTokenBucket(LIMITS.syncPerSecond, LIMITS.syncBurst, now)
  const volume = openTokenBucket(LIMITS.syncBytesPerSecond, LIMITS.syncBytesBurst, now)
  // A question can cost an encoding of the whole document, whatever its own size.
  const questions = openTokenBucket(STEP1_PER_SECOND, STEP1_BURST, now)
  return {
    seat,
    wire,
    outbox: openOutbox(wire, clock),
    acks: openAcknowledgements(),
    keepsPace: (type, bytes) => {
      const at = clock.now()
      return messages.take(1, at) && volume.take(bytes, at) && (type !== 'step1' || questions.take(1, at))
    },
    clients: new Set(),
    since: Infinity,
    asked: 0,
    acknowledged: 0,
    queried: false,
    isRefused: false,
    gone: false,
  }
}

import { LIMITS, type SeatId } from '@roundel/shared/kernel'
import type { Clock } from './clock.ts'
import { openTokenBucket } from './token-bucket.ts'
import type { Wire } from './wire.ts'

const STEP1_PER_SECOND = 2
const STEP1_BURST = 16

/** How fast somebody may go on one document. */
export interface Pace {
  /** Counts a message of so many bytes; false when it is beyond what a person, or a program with manners, sends. */
  readonly keep: (type: 'step1' | 'step2' | 'update', bytes: number) => boolean
}

const openPace = (clock: Clock): Pace => {
  const now = clock.now()
  const messages = openTokenBucket(LIMITS.syncPerSecond, LIMITS.syncBurst, now)
  const volume = openTokenBucket(LIMITS.syncBytesPerSecond, LIMITS.syncBytesBurst, now)
  // A question can cost an encoding of the whole document, whatever its own size.
  const questions = openTokenBucket(STEP1_PER_SECOND, STEP1_BURST, now)
  return {
    keep: (type, bytes) => {
      const at = clock.now()
      return messages.take(1, at) && volume.take(bytes, at) && (type !== 'step1' || questions.take(1, at))
    },
  }
}

/** The paces of one document: each socket has its own, and all exchanges of a seat share one. */
export const openPaces = (clock: Clock): ((wire: Wire, seat: SeatId) => Pace) => {
  const polling = new Map<SeatId, Pace>()
  return (wire, seat) => {
    const known = wire.isExchange ? polling.get(seat) : undefined
    if (known) return known
    const pace = openPace(clock)
    if (wire.isExchange) polling.set(seat, pace)
    return pace
  }
}

import { LIMITS, type Refusal, type Result, type SeatId, fail, ok, refusal } from '@roundel/shared/kernel'
import type { Clock } from '../relay/clock.ts'
import { type TokenBucket, openTokenBucket } from '../relay/token-bucket.ts'

/** How many sockets a server opens. */
export interface TurnstileOptions {
  readonly clock: Pick<Clock, 'now'>
  /** Of all people together; as many as in three seconds go through at once. */
  readonly perSecond: number
  /** Sockets at one time. */
  readonly most: number
  /** Sockets at this moment. */
  readonly open: () => number
}

/**
 * Counts the sockets that are about to open. Only those whose people are known and may enter are counted: knocking costs
 * nobody anything, whoever knocks.
 */
export interface Turnstile {
  /**
   * Lets one socket of a seat through. Refuses with `too-many` a seat that opens more than its share, with `full` where the
   * server has no place, with `overloaded` where all together are too fast; each says when to come back.
   */
  readonly pass: (room: object, seat: SeatId) => Result<void, Refusal>
}

/** What waits for a place has to wait for somebody to leave, which is worth asking about now and then. */
const FULL_RETRY_S = 5

export const openTurnstile = ({ clock, perSecond, most, open }: TurnstileOptions): Turnstile => {
  const everyone = openTokenBucket(perSecond, perSecond * LIMITS.upgradeBurstSeconds, clock.now())
  /** Forgotten with the room. */
  const shares = new WeakMap<object, Map<SeatId, TokenBucket>>()

  const shareOf = (room: object, seat: SeatId): TokenBucket => {
    const seats = shares.get(room) ?? new Map<SeatId, TokenBucket>()
    shares.set(room, seats)
    const share = seats.get(seat) ?? openTokenBucket(perSecond / 10, LIMITS.upgradeSeatBurst, clock.now())
    seats.set(seat, share)
    return share
  }

  return {
    pass: (room, seat) => {
      const now = clock.now()
      if (!shareOf(room, seat).take(1, now)) return fail(refusal('too-many', { limit: 'upgrades', retryAfter: 1 }))
      if (open() >= most) return fail(refusal('full', { limit: 'server', retryAfter: FULL_RETRY_S }))
      return everyone.take(1, now) ? ok(undefined) : fail(refusal('overloaded', { limit: 'upgrades', retryAfter: 1 }))
    },
  }
}

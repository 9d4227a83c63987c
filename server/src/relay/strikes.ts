import { LIMITS, type SeatId } from '@roundel/shared/kernel'
import { CLOSE } from '@roundel/shared/protocol'

const STRIKES = 3

/** Remembers, across sockets, which seats were too fast. */
export interface Strikes {
  /** Counts one and says how to close: come back later, or, the third time within five minutes, not at all. */
  readonly add: (seat: SeatId, now: number) => typeof CLOSE.slowDown | typeof CLOSE.abuse
  /** Whether a seat had its third strike and five minutes have not passed. */
  readonly isOut: (seat: SeatId, now: number) => boolean
}

export const openStrikes = (): Strikes => {
  const times = new Map<SeatId, readonly number[]>()
  const recent = (seat: SeatId, now: number): readonly number[] =>
    (times.get(seat) ?? []).filter((at) => now - at < LIMITS.strikesMs)
  const isOut = (seat: SeatId, now: number): boolean => recent(seat, now).length >= STRIKES
  return {
    isOut,
    add: (seat, now) => {
      times.set(seat, [...recent(seat, now), now])
      return isOut(seat, now) ? CLOSE.abuse : CLOSE.slowDown
    },
  }
}

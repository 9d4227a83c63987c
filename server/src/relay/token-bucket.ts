/** A budget that refills with time, up to `burst`. */
export interface TokenBucket {
  /** Takes `amount` when it is there; otherwise takes nothing and says false. `now` in milliseconds. */
  readonly take: (amount: number, now: number) => boolean
}

/** A full bucket (leaky bucket as a meter, as in ITU-T I.371). */
export const openTokenBucket = (perSecond: number, burst: number, now: number): TokenBucket => {
  let tokens = burst
  let at = now
  return {
    take: (amount, later) => {
      tokens = Math.min(burst, tokens + (Math.max(0, later - at) / 1000) * perSecond)
      at = later
      if (tokens < amount) return false
      tokens -= amount
      return true
    },
  }
}

import { LIMITS, type SeatId } from '@roundel/shared/kernel'
import type { Clock } from '../relay/clock.ts'
import { type TokenBucket, openTokenBucket } from '../relay/token-bucket.ts'

const RATES = {
  command: { perSecond: LIMITS.commandsPerSecond, burst: LIMITS.commandBurst },
  ballot: { perSecond: LIMITS.ballotsPerSecond, burst: LIMITS.ballotBurst },
  export: { perSecond: LIMITS.exportsPerMinute / 60, burst: LIMITS.exportBurst },
  report: { perSecond: LIMITS.reportsPerMinute / 60, burst: LIMITS.reportBurst },
  import: { perSecond: LIMITS.importsPerMinute / 60, burst: LIMITS.importBurst },
} as const

/** How often each seat may do what costs the server something. */
export interface Budgets {
  /**
   * Seconds to wait before a seat may do one more of this; 0, and it is counted, when it may now. All who read by a link count
   * as one.
   */
  readonly spend: (what: keyof typeof RATES, seat: SeatId | 'link') => number
}

export const openBudgets = ({ now }: Pick<Clock, 'now'>): Budgets => {
  const buckets = new Map<string, TokenBucket>()
  return {
    spend: (what, seat) => {
      const { perSecond, burst } = RATES[what]
      const key = `${what} ${seat}`
      const bucket = buckets.get(key) ?? openTokenBucket(perSecond, burst, now())
      buckets.set(key, bucket)
      return bucket.take(1, now()) ? 0 : Math.ceil(1 / perSecond)
    },
  }
}

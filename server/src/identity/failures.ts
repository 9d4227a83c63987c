import { RateLimiterMemory } from 'rate-limiter-flexible'
import { addressKey } from './address.ts'

/** Wrong invitations and keys that are borne per minute before further guesses wait. */
export const FAILURES_PER_MINUTE = { address: 30, session: 60, node: 600 } as const

/** Counts wrong guesses; right ones and page views are never counted. */
export interface Failures {
  /** Seconds to wait before another guess, or 0. */
  readonly waitSeconds: (address: string, session?: string) => Promise<number>
  /** A wrong guess at a code. */
  readonly countGuess: (address: string, session?: string) => Promise<void>
  /**
   * A wrong secret that nobody finds by guessing. It counts against its address alone: nobody has to wait because somebody
   * elsewhere sends nonsense.
   */
  readonly countNonsense: (address: string) => Promise<void>
}

export const countFailures = (
  limits: Readonly<Record<keyof typeof FAILURES_PER_MINUTE, number>> = FAILURES_PER_MINUTE,
): Failures => {
  const limiter = (points: number) => new RateLimiterMemory({ points, duration: 60 })
  const [perAddress, perSession, perNode] = [limiter(limits.address), limiter(limits.session), limiter(limits.node)]
  const keys = (address: string, session: string | undefined): [RateLimiterMemory, string][] => [
    [perAddress, addressKey(address)],
    [perNode, 'node'],
    ...(session === undefined ? [] : [[perSession, session] satisfies [RateLimiterMemory, string]]),
  ]
  return {
    waitSeconds: async (address, session) => {
      const waits = await Promise.all(
        keys(address, session).map(async ([counter, key]) => {
          const counted = await counter.get(key)
          return counted && counted.consumedPoints >= counter.points ? Math.ceil(counted.msBeforeNext / 1000) : 0
        }),
      )
      return Math.max(...waits)
    },
    countGuess: async (address, session) => {
      await Promise.all(keys(address, session).map(([counter, key]) => counter.penalty(key)))
    },
    countNonsense: async (address) => {
      await perAddress.penalty(addressKey(address))
    },
  }
}

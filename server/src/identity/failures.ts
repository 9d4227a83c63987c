import { RateLimiterMemory } from 'rate-limiter-flexible'
import { addressKey } from './address.ts'
import { openKnownCodes } from './known-codes.ts'

/** Wrong invitations and keys that are borne per minute before further guesses wait. */
export const FAILURES_PER_MINUTE = { address: 30, session: 60, node: 600 } as const

/**
 * Tries per minute of an address that has to wait, right ones among them, before even codes that are known there wait: so
 * slowly nobody finds a code of 280 billion.
 */
const TRIES_PER_MINUTE = 10_000

/** Counts wrong guesses; right ones and page views are never counted. */
export interface Failures {
  /**
   * Seconds to wait before another guess, or 0. A code that was right before at the same address is no guess: a class
   * behind one address gets in though somebody among them guesses.
   */
  readonly waitSeconds: (address: string, session?: string, code?: string) => Promise<number>
  /** A code that was right. */
  readonly noteRight: (address: string, code: string) => void
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
  const tries = limiter(TRIES_PER_MINUTE)
  const known = openKnownCodes()
  const keys = (address: string, session: string | undefined): [RateLimiterMemory, string][] => [
    [perAddress, addressKey(address)],
    [perNode, 'node'],
    ...(session === undefined ? [] : [[perSession, session] satisfies [RateLimiterMemory, string]]),
  ]
  return {
    noteRight: known.add,
    waitSeconds: async (address, session, code) => {
      const waits = await Promise.all(
        keys(address, session).map(async ([counter, key]) => {
          const counted = await counter.get(key)
          return counted && counted.consumedPoints >= counter.points ? Math.ceil(counted.msBeforeNext / 1000) : 0
        }),
      )
      const wait = Math.max(...waits)
      if (wait <= 0 || code === undefined) return Math.max(0, wait)
      const { consumedPoints } = await tries.penalty(addressKey(address))
      return known.has(address, code) && consumedPoints <= TRIES_PER_MINUTE ? 0 : wait
    },
    countGuess: async (address, session) => {
      await Promise.all(keys(address, session).map(([counter, key]) => counter.penalty(key)))
    },
    countNonsense: async (address) => {
      await perAddress.penalty(addressKey(address))
    },
  }
}

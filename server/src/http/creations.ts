import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Config } from '../config.ts'
import { addressKey, isLoopback } from '../identity/address.ts'

const HOUR_S = 60 * 60

/** Counts what each address creates, sessions and workspaces alike. */
export interface Creations {
  /** Counts one more; seconds until somebody at this address may create it, or 0. */
  readonly waitSeconds: (address: string) => Promise<number>
}

/** This machine itself may create any number; others so many per hour, where the operator set a number. */
export const countCreations = ({ sessionsPerHour }: Pick<Config, 'sessionsPerHour'>): Creations => {
  const created = new RateLimiterMemory({ points: sessionsPerHour, duration: HOUR_S })
  return {
    waitSeconds: async (address) => {
      if (isLoopback(address) || sessionsPerHour === 0) return 0
      const count = await created.penalty(addressKey(address))
      return count.consumedPoints > created.points ? Math.ceil(count.msBeforeNext / 1000) : 0
    },
  }
}

import { randomBytes } from 'node:crypto'
import type { Random } from '@roundel/shared/kernel'
import { nanoid } from 'nanoid'
import { type Clock, openSystemClock } from '../relay/clock.ts'

/** Length of every id, in characters. */
const ID_CHARACTERS = 16
const MANTISSA_BITS = 53

/** Time and chance as sessions use them; injected, so that tests decide what they are. */
export interface Chance {
  /** Server time, milliseconds since 1970. */
  readonly now: () => number
  /** Timers, and a clock of which only differences matter. */
  readonly clock: Clock
  /** Unpredictable: it shuffles what is revealed. */
  readonly random: Random
  readonly newId: () => string
  /** A secret of so many random bytes, base64url. */
  readonly newSecret: (bytes: number) => string
}

/** A number in [0, 1) that nobody can predict, with all the bits that fit. */
const secureRandom: Random = () =>
  Number(randomBytes(8).readBigUInt64BE() >> BigInt(64 - MANTISSA_BITS)) / 2 ** MANTISSA_BITS

/** Time and chance of this machine. `threadCpu` is Node's `process.threadCpuUsage`. */
export const openSystemChance = (threadCpu?: Parameters<typeof openSystemClock>[0]): Chance => ({
  now: () => Date.now(),
  clock: openSystemClock(threadCpu),
  random: secureRandom,
  newId: () => nanoid(ID_CHARACTERS),
  newSecret: (bytes) => randomBytes(bytes).toString('base64url'),
})

import type { Random } from '@roundel/shared/kernel'

/** Chance that can be replayed: the same seed gives the same run. */
export interface Chance {
  readonly random: Random
  /** A whole number from 0 up to, not including, `below`. */
  readonly below: (below: number) => number
  /** Whether something happens that happens with this probability. */
  readonly happens: (probability: number) => boolean
  /** One of the entries; throws when there is none. */
  readonly pick: <Entry>(entries: readonly Entry[]) => Entry
  /** An id of 16 characters. */
  readonly id: () => string
  /** An unsigned 32-bit number, as client ids are. */
  readonly client: () => number
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Mulberry32, by Tommy Ettinger: small, even enough for tests, and no secret. */
const seeded = (seed: number): Random => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const createChance = (seed: number): Chance => {
  const random = seeded(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  return {
    random,
    below,
    happens: (probability) => random() < probability,
    pick: (entries) => {
      if (entries.length === 0) throw new Error('nothing to choose from')
      return entries[below(entries.length)] as (typeof entries)[number]
    },
    id: () => Array.from({ length: 16 }, () => LETTERS[below(LETTERS.length)]).join(''),
    client: () => below(2 ** 32),
  }
}

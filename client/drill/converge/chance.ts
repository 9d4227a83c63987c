/** Chance that is the same for the same seed. */
export interface SeededChance {
  /** A number in [0, 1). */
  readonly random: () => number
  /** A whole number from 0, below `most`. */
  readonly below: (most: number) => number
  /** Whether something happens that does so in this share of cases. */
  readonly happens: (share: number) => boolean
  /** One of a list; undefined when it is empty. */
  readonly pick: <Value>(list: readonly Value[]) => Value | undefined
}

/** Mulberry32, Tommy Ettinger 2017: 32 bits of state are enough to choose what people do. */
export const seedChance = (seed: number): SeededChance => {
  let state = seed | 0
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (most: number): number => Math.floor(random() * most)
  return { random, below, happens: (share) => random() < share, pick: (list) => list[below(list.length)] }
}

/** A source of chance: a number in [0, 1), as `Math.random` gives. Passed in, so that rules can be replayed. */
export type Random = () => number

/** The items in uniformly random order (Fisher and Yates, as given by Durstenfeld 1964). */
export const shuffled = <Item>(items: readonly Item[], random: Random): Item[] => {
  const result = [...items]
  for (let last = result.length - 1; last > 0; last--) {
    const chosen = Math.floor(random() * (last + 1))
    ;[result[last], result[chosen]] = [result[chosen] as Item, result[last] as Item]
  }
  return result
}

/** One of the items, each with the same chance; undefined when there are none. */
export const pickOne = <Item>(items: readonly Item[], random: Random): Item | undefined =>
  items[Math.floor(random() * items.length)]

/** A new seed for `seededRandom` and `seededNumber`: a whole number from 0 up to 2^32. */
export const drawSeed = (random: Random): number => Math.floor(random() * 2 ** 32)

/** Chance that can be replayed: mulberry32 (Tommy Ettinger, public domain). Every device finds the same sequence. */
export const seededRandom = (seed: number): Random => {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * A number in [0, 1) that belongs to a text under a seed: its FNV-1a hash (Fowler, Noll and Vo 1991), mixed by mulberry32.
 *
 * Sorting texts by it shuffles them in such a way that one text more or less moves no other two past each other.
 */
export const seededNumber = (seed: number, text: string): number => {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return seededRandom(hash ^ seed)()
}

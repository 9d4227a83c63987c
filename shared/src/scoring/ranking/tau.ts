import type { ItemId } from '../../kernel/index.ts'
import type { Levels } from './ballot.ts'

/** How two orders see the pairs of the items that both have. */
export interface Pairs {
  readonly concordant: number
  readonly discordant: number
  readonly tiedInFirst: number
  readonly tiedInSecond: number
  /** Tied in both: counted in neither of the two before. */
  readonly tiedInBoth: number
}

const ranksOf = (levels: Levels): ReadonlyMap<ItemId, number> =>
  new Map(levels.flatMap((level, rank) => level.map((item) => [item, rank] as const)))

export const comparePairs = (one: Levels, other: Levels): Pairs => {
  const [first, second] = [ranksOf(one), ranksOf(other)]
  const ranks = [...first].flatMap(([item, rank]) => {
    const there = second.get(item)
    return there === undefined ? [] : [[rank, there] as const]
  })
  let [concordant, discordant, tiedInFirst, tiedInSecond, tiedInBoth] = [0, 0, 0, 0, 0]
  for (const [index, [a, b]] of ranks.entries()) {
    for (let next = index + 1; next < ranks.length; next++) {
      const [c, d] = ranks[next] as readonly [number, number]
      if (a === c && b === d) tiedInBoth += 1
      else if (a === c) tiedInFirst += 1
      else if (b === d) tiedInSecond += 1
      else if (a < c === b < d) concordant += 1
      else discordant += 1
    }
  }
  return { concordant, discordant, tiedInFirst, tiedInSecond, tiedInBoth }
}

/**
 * Kendall's tau-b of two orders with ties over the items that both have (Kendall 1945): 1 for the same order, -1 for the
 * opposite one. Null where one of them is all ties.
 */
export const kendallTau = (one: Levels, other: Levels): number | null => {
  const { concordant, discordant, tiedInFirst, tiedInSecond } = comparePairs(one, other)
  const strictInFirst = concordant + discordant + tiedInSecond
  const strictInSecond = concordant + discordant + tiedInFirst
  if (strictInFirst === 0 || strictInSecond === 0) return null
  if (strictInFirst === strictInSecond) return (concordant - discordant) / strictInFirst
  return (concordant - discordant) / Math.sqrt(strictInFirst * strictInSecond)
}

/** How far two orders lie apart: a pair turned round counts 1, one tied in only one of them ½ (Fagin and others 2006). */
export const kendallDistance = (one: Levels, other: Levels): number => {
  const { discordant, tiedInFirst, tiedInSecond } = comparePairs(one, other)
  return discordant + (tiedInFirst + tiedInSecond) / 2
}

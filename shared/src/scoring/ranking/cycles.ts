import type { ItemId } from '../../kernel/index.ts'
import { type Duels, indexesOf, winsOf } from './duels.ts'
import { type SchulzeGroup, type Strength, isBefore, linkStrength } from './schulze.ts'

/** One item beats another, by so many ballots to so many. */
export interface Majority {
  readonly over: ItemId
  readonly under: ItemId
  readonly for: number
  readonly against: number
}

/** Items that beat one another in a ring, and what the order makes of it. */
export interface Cycle {
  /** Each beats the next one, and the last one beats the first. */
  readonly items: readonly ItemId[]
  /** Those victories, the weakest last. */
  readonly majorities: readonly Majority[]
  /** Whether the weakest victory gives way to the others; else it is as strong as they are, and the items are level. */
  readonly isOverruled: boolean
}

/** No more cycles than these are told: they are there to be read. */
const MOST_CYCLES = 10

/**
 * Why the order goes against a majority: for each victory that it does not follow, a ring of victories none of which is
 * weaker. Overruled victories first, each ring of items once.
 */
export const findCycles = (groups: readonly SchulzeGroup[], strength: Strength): readonly Cycle[] =>
  groups
    .flatMap((group) => findRings(group, strength))
    .toSorted((one, other) => rate(one) - rate(other))
    .slice(0, MOST_CYCLES)

const findRings = ({ duels, paths }: SchulzeGroup, strength: Strength): readonly Cycle[] => {
  const { size } = duels
  const indexes = indexesOf(duels)
  const denied = indexes.flatMap((over) =>
    indexes.flatMap((under) => {
      if (linkStrength(duels, over, under, strength) === 0 || isBefore(paths, size, over, under)) return []
      return [{ over, under, isOverruled: isBefore(paths, size, under, over) }]
    }),
  )
  const cycles: Cycle[] = []
  const seen = new Set<string>()
  for (const { over, under, isOverruled } of denied.toSorted((one, other) => rate(one) - rate(other))) {
    if (cycles.length === MOST_CYCLES) break
    const least = paths[under * size + over] ?? 0
    const way = findWay(size, under, over, (from, to) => linkStrength(duels, from, to, strength) >= least)
    const key = way.toSorted((one, other) => one - other).join()
    if (seen.has(key)) continue
    seen.add(key)
    cycles.push({
      items: way.map((index) => duels.items[index] as ItemId),
      majorities: way.map((index, place) => majorityOf(duels, index, way[(place + 1) % way.length] as number)),
      isOverruled,
    })
  }
  return cycles
}

const rate = ({ isOverruled }: { readonly isOverruled: boolean }): number => (isOverruled ? 0 : 1)

const majorityOf = (duels: Duels, over: number, under: number): Majority => ({
  over: duels.items[over] as ItemId,
  under: duels.items[under] as ItemId,
  for: winsOf(duels, over, under),
  against: winsOf(duels, under, over),
})

/** The shortest way over links of a kind, both ends included; there is one. Breadth first (Moore 1959). */
const findWay = (
  size: number,
  from: number,
  to: number,
  isLink: (one: number, other: number) => boolean,
): readonly number[] => {
  const before = new Map<number, number>([[from, from]])
  for (const at of before.keys()) {
    if (at === to) break
    for (let next = 0; next < size; next++) {
      if (next !== at && !before.has(next) && isLink(at, next)) before.set(next, at)
    }
  }
  const way = [to]
  for (let at = to; at !== from;) {
    at = before.get(at) ?? from
    way.unshift(at)
  }
  return way
}

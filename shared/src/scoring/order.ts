import type { ItemId } from '../kernel/index.ts'

/** Where an item stands: 1 is first, equals share the better place (1, 2, 2, 4), null is outside the order. */
export interface Placed {
  readonly item: ItemId
  readonly rank: number | null
}

/** The items that are taken when so many are to be: nobody decides by chance between those that are equal on the line. */
export interface Cut {
  readonly take: number
  readonly above: readonly ItemId[]
  /** Equals of which only some would fit. Empty when the line goes between two places. */
  readonly onLine: readonly ItemId[]
}

/** Compares ids as texts, the same everywhere. Says in which sequence equals are listed, and never which one is better. */
export const compareIds = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** The places of levels, best first, followed by what is outside the order. */
export const placeLevels = (
  levels: readonly (readonly ItemId[])[],
  outside: readonly ItemId[] = [],
): readonly Placed[] => {
  const order: Placed[] = []
  for (const level of levels) {
    const rank = order.length + 1
    for (const item of level.toSorted(compareIds)) order.push({ item, rank })
  }
  return [...order, ...outside.toSorted(compareIds).map((item) => ({ item, rank: null }))]
}

/** Values in levels by a comparison, the smallest first; what compares as 0 shares a level. */
export const levelsBy = <Value>(
  values: readonly Value[],
  compare: (one: Value, other: Value) => number,
): readonly (readonly Value[])[] => {
  const levels: Value[][] = []
  for (const value of values.toSorted(compare)) {
    const level = levels.at(-1)
    if (level && compare(level[0] as Value, value) === 0) level.push(value)
    else levels.push([value])
  }
  return levels
}

/** The items in first place. */
export const firstOf = (order: readonly Placed[]): readonly ItemId[] =>
  order.filter(({ rank }) => rank === 1).map(({ item }) => item)

/** What is taken of an order. */
export const cutOf = (order: readonly Placed[], take: number): Cut => {
  const inside = order.filter(({ rank }) => rank !== null && rank <= take)
  const last = inside.length > take ? inside.at(-1)?.rank : undefined
  return {
    take,
    above: inside.filter(({ rank }) => rank !== last).map(({ item }) => item),
    onLine: inside.filter(({ rank }) => rank === last).map(({ item }) => item),
  }
}

import * as v from 'valibot'
import { type ItemId, type Random, shuffled } from '../../kernel/index.ts'
import { AnItem } from '../ballot.ts'

/** Items in order, best first; those in one level are equal. */
export type Levels = readonly (readonly ItemId[])[]

/** What a voter put in order. What is on no level is unranked: nobody places it for them. */
export const RankingBallot = v.strictObject({
  levels: v.pipe(v.array(v.pipe(v.array(AnItem), v.minLength(1), v.readonly())), v.readonly()),
})
export type RankingBallot = v.InferOutput<typeof RankingBallot>

/** What an item without a place means: below all that have one and equal to one another, or that nothing was said of it. */
export const UNRANKED = ['last', 'no-opinion'] as const
export type Unranked = (typeof UNRANKED)[number]

/** How many items each voter is asked to place: all of a few, the best of many. */
export const placesFor = (items: number, { full, top }: { readonly full: number; readonly top: number }): number =>
  items <= full ? items : Math.min(items, top)

/** Why such a ballot cannot be. */
export const objectToRanking = (
  { levels }: RankingBallot,
  items: readonly ItemId[],
  places: number,
): string | undefined => {
  const placed = levels.flat()
  const known = new Set<string>(items)
  if (placed.some((item) => !known.has(item))) return 'unknown-item'
  if (new Set(placed).size !== placed.length) return 'placed-twice'
  return placed.length > places ? 'too-many-places' : undefined
}

/** The levels of what a ballot counts for: unranked items are a last level, or left out. */
export const countedLevels = ({ levels }: RankingBallot, items: readonly ItemId[], unranked: Unranked): Levels => {
  const counts = new Set(items)
  const placed = new Set(levels.flat())
  const ranked = levels.map((level) => level.filter((item) => counts.has(item))).filter((level) => level.length > 0)
  const rest = unranked === 'last' ? items.filter((item) => !placed.has(item)) : []
  return rest.length === 0 ? ranked : [...ranked, rest]
}

/** An order as somebody might give it, by chance: some equals, and voters who lean the same way. */
export const simulateRanking = (items: readonly ItemId[], places: number, random: Random): RankingBallot => {
  const leaning = items.map((item, index) => ({ item, place: index + random() * items.length }))
  const order =
    random() < 0.5
      ? shuffled(items, random)
      : leaning.toSorted((one, other) => one.place - other.place).map(({ item }) => item)
  const levels: ItemId[][] = []
  for (const item of order.slice(0, places)) {
    const last = levels.at(-1)
    if (last && random() < 0.15) last.push(item)
    else levels.push([item])
  }
  return { levels }
}

import type { ScoringResult } from '@roundel/shared/scoring'

/** What became of an item from one vote to the next: its places among those that are in order in both. */
export interface Moved {
  readonly item: string
  readonly before: number
  readonly now: number
}

type Ordered = Pick<ScoringResult, 'order'>

/** Places of items in order, counted among `of` alone; equals share the better one. */
const placesAmong = ({ order }: Ordered, of: ReadonlySet<string>): ReadonlyMap<string, number> => {
  const counted = order.filter(({ item, rank }) => rank !== null && of.has(item))
  return new Map(counted.map(({ item, rank }) => [item, counted.findIndex((other) => other.rank === rank) + 1]))
}

/**
 * How the items of both votes moved, in the order of the later one. Places are counted among those items alone, so that a
 * shortlist does not look like a climb.
 */
export const movesBetween = (before: Ordered, now: Ordered): readonly Moved[] => {
  const ranked = ({ order }: Ordered): readonly string[] =>
    order.filter(({ rank }) => rank !== null).map(({ item }) => item)
  const old = new Set(ranked(before))
  const both = new Set(ranked(now).filter((item) => old.has(item)))
  const [first, second] = [placesAmong(before, both), placesAmong(now, both)]
  return [...both].map((item) => ({ item, before: first.get(item) ?? 0, now: second.get(item) ?? 0 }))
}

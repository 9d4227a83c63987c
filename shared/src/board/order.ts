import type { ClusterId } from '../kernel/index.ts'
import type { Item } from './records.ts'

/** Orders items as every list, cluster and export shows them: by rank, then by id. For `toSorted`. */
export const compareItems = (one: Pick<Item, 'id' | 'rank'>, other: Pick<Item, 'id' | 'rank'>): number =>
  compareText(one.rank, other.rank) || compareText(one.id, other.id)

// By code unit, not by language: every device must find the same order.
const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** Items by where they belong, each list in order. */
export interface Grouping {
  /** The items of each cluster; empty clusters have an empty list. */
  readonly members: ReadonlyMap<ClusterId, readonly Item[]>
  /** Items in no cluster, or in one that does not exist. */
  readonly loose: readonly Item[]
}

/** Sorts items into clusters. The caller chooses which items count, for instance the published ones only. */
export const groupItems = (items: Iterable<Item>, clusters: Iterable<ClusterId>): Grouping => {
  const members = new Map<ClusterId, Item[]>()
  for (const cluster of clusters) members.set(cluster, [])
  const loose: Item[] = []
  for (const item of items) (members.get(item.cluster as ClusterId) ?? loose).push(item)
  for (const list of members.values()) list.sort(compareItems)
  return { members, loose: loose.sort(compareItems) }
}

import type { ClusterId } from '../kernel/index.ts'
import type { Cluster, Item } from './records.ts'

/** Orders items as every list, cluster and export shows them: by rank, then by id. For `toSorted`. */
export const compareItems = (one: Pick<Item, 'id' | 'rank'>, other: Pick<Item, 'id' | 'rank'>): number =>
  compareText(one.rank, other.rank) || compareText(one.id, other.id)

// By code unit, not by language: every device must find the same order.
const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** Items by where they belong, each list in order. */
export interface Grouping {
  /** The items of each cluster; clusters that are named and empty have an empty list. */
  readonly members: ReadonlyMap<ClusterId, readonly Item[]>
  /** Items in no cluster, or in one that does not exist. */
  readonly loose: readonly Item[]
}

/**
 * Sorts items into clusters. The caller chooses which items count, for instance the published ones only.
 *
 * Nobody can remove a cluster, so one that holds nothing and says nothing counts as gone and is left out. One that is
 * given by its id alone stays: whoever just made it is about to fill it.
 */
export const groupItems = (
  items: Iterable<Item>,
  clusters: Iterable<ClusterId | Pick<Cluster, 'id' | 'title'>>,
): Grouping => {
  const members = new Map<ClusterId, Item[]>()
  const nameless = new Set<ClusterId>()
  for (const cluster of clusters) {
    if (typeof cluster === 'string') members.set(cluster, [])
    else {
      members.set(cluster.id, [])
      if (cluster.title.trim() === '') nameless.add(cluster.id)
    }
  }
  const loose: Item[] = []
  for (const item of items) (members.get(item.cluster as ClusterId) ?? loose).push(item)
  for (const [id, list] of members) {
    if (list.length === 0 && nameless.has(id)) members.delete(id)
    else list.sort(compareItems)
  }
  return { members, loose: loose.sort(compareItems) }
}

/** Whether an item stands in no cluster, or in one that does not exist. */
export const isLoose = (item: Pick<Item, 'cluster'>, clusters: ReadonlyMap<ClusterId, unknown>): boolean =>
  item.cluster === undefined || !clusters.has(item.cluster)

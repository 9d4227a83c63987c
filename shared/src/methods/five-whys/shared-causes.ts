import type { ItemId } from '../../kernel/index.ts'
import type { WhyTree } from './tree.ts'

/** For each cause the one that stands for it and for all that are the same: the first of them in the tree. */
const standIns = ({ causes, same }: WhyTree): ReadonlyMap<ItemId, ItemId> => {
  const next = new Map<ItemId, Set<ItemId>>(causes.map(({ item }) => [item, new Set()]))
  for (const { cause, as } of same) {
    next.get(cause)?.add(as)
    next.get(as)?.add(cause)
  }
  const found = new Map<ItemId, ItemId>()
  for (const { item } of causes) {
    if (found.has(item)) continue
    const waiting = [item]
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (found.has(at)) continue
      found.set(at, item)
      waiting.push(...(next.get(at) ?? []))
    }
  }
  return found
}

/**
 * Whether a cause explains itself once those that are the same count as one. By parents alone nothing can go in circles;
 * by "the same as" it can, over any number of branches.
 */
export const goesInCircles = (tree: WhyTree): boolean => {
  const standing = standIns(tree)
  const explains = new Map<ItemId, Set<ItemId>>()
  for (const { item, parent } of tree.causes) {
    const [from, to] = [standing.get(item), parent === undefined ? undefined : standing.get(parent)]
    if (from === undefined || to === undefined) continue
    const all = explains.get(from) ?? new Set<ItemId>()
    explains.set(from, all.add(to))
  }
  // Causes that explain nothing else any more are taken away until none are left, or only circles (Kahn 1962).
  const open = new Set(standing.values())
  for (let before = -1; before !== open.size;) {
    before = open.size
    for (const item of open) {
      if (![...(explains.get(item) ?? [])].some((above) => open.has(above))) open.delete(item)
    }
  }
  return open.size > 0
}

/** How many different causes some items are. */
export const countDifferent = (tree: WhyTree, items: readonly ItemId[]): number => {
  const standing = standIns(tree)
  return new Set(items.map((item) => standing.get(item) ?? item)).size
}

import { groupDuplicates, sourceIn } from '@roundel/shared/board'
import type { ItemId } from '@roundel/shared/kernel'
import type { PastSession } from './stored-past.ts'

type Sources = ReadonlyMap<ItemId, readonly ItemId[]>

const known = new WeakMap<PastSession, Sources>()

const listSources = ({ items, links }: PastSession): Sources => {
  const found = new Map<ItemId, ItemId[]>()
  const note = (item: ItemId, source: ItemId): void => {
    const others = found.get(item)
    if (others) others.push(source)
    else found.set(item, [source])
  }
  for (const link of links.values()) {
    const order = sourceIn(link)
    if (order) note(order.item, order.source)
  }
  for (const [standing, merged] of groupDuplicates(items, links.values())) {
    for (const { id } of merged) note(standing, id)
  }
  return found
}

/**
 * What items come from on their own board: by links, and from what was merged into them. Worked out once for as long as a
 * board is remembered.
 */
export const sourcesOf = (past: PastSession): Sources => {
  const sources = known.get(past) ?? listSources(past)
  known.set(past, sources)
  return sources
}

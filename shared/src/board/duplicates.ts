import type { ItemState, LinkType } from './vocabulary.ts'

/** As much of an item as says whether it was merged: of a board, or of a file. */
interface Mergeable {
  readonly id: string
  readonly state: ItemState
}

interface Connection {
  readonly type: LinkType
  readonly from: string
  readonly to: string
}

/** The item that stands for a merged one now: where its merges lead, or undefined where they lead nowhere. */
const findStanding = <Item extends Mergeable>(
  item: Item,
  items: ReadonlyMap<string, Item>,
  next: ReadonlyMap<string, string>,
): Item | undefined => {
  const passed = new Set<string>()
  let at: Item | undefined = item
  while (at?.state === 'merged') {
    if (passed.has(at.id)) return undefined
    passed.add(at.id)
    const to = next.get(at.id)
    at = to === undefined ? undefined : items.get(to)
  }
  return at
}

/**
 * Merged items by the id of the item that stands for them, in the order in which they are given. What was merged into
 * something that was merged itself is found under the last of them.
 */
export const groupDuplicates = <Item extends Mergeable>(
  items: ReadonlyMap<Item['id'], Item>,
  links: Iterable<Connection>,
): ReadonlyMap<Item['id'], readonly Item[]> => {
  const next = new Map<string, string>()
  for (const { type, from, to } of links) if (type === 'duplicate-of') next.set(from, to)
  const groups = new Map<Item['id'], Item[]>()
  if (next.size === 0) return groups
  for (const item of items.values()) {
    const standing = item.state === 'merged' ? findStanding(item, items, next) : undefined
    if (!standing) continue
    const group = groups.get(standing.id)
    if (group) group.push(item)
    else groups.set(standing.id, [item])
  }
  return groups
}

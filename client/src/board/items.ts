import { type DraftItem, type Item, compareItems } from '@roundel/shared/board'
import type { ItemId, SeatId, StepId } from '@roundel/shared/kernel'

type Records = ReadonlyMap<ItemId, Item>

// A snapshot of records never changes, so its lists are made once, for all who ask.
const published = new WeakMap<Records, readonly Item[]>()
const byStep = new WeakMap<Records, Map<string, readonly Item[]>>()

/** The items of a board that are to be seen, in the order of every list. */
export const listPublished = (items: Records): readonly Item[] => {
  const known = published.get(items)
  if (known) return known
  const list = [...items.values()].filter(({ state }) => state === 'published').toSorted(compareItems)
  published.set(items, list)
  return list
}

/** Those of one step. The same list until the records change. */
export const listOfStep = (items: Records, step: StepId): readonly Item[] => {
  const lists = byStep.get(items) ?? new Map<string, readonly Item[]>()
  byStep.set(items, lists)
  const known = lists.get(step)
  if (known) return known
  const list = listPublished(items).filter((item) => item.step === step)
  lists.set(step, list)
  return list
}

/**
 * Which items on the board are one's own. Where names are hidden only one's own draft knows; nobody else can find out.
 */
export const findOwn = (items: Records, drafts: ReadonlyMap<ItemId, DraftItem>, seat: SeatId): ReadonlySet<ItemId> => {
  const own = new Set<ItemId>()
  for (const { boardItem } of drafts.values()) if (boardItem) own.add(boardItem)
  for (const { id, author } of items.values()) if (author === seat) own.add(id)
  return own
}

import { type DraftItem, type Item, compareItems } from '@roundel/shared/board'
import type { ItemId, SeatId } from '@roundel/shared/kernel'
import type { StepPart } from '@roundel/shared/session'

/** The items of a board that are to be seen, in the order of every list. */
export const listPublished = (items: ReadonlyMap<ItemId, Item>): readonly Item[] =>
  [...items.values()].filter(({ state }) => state === 'published').toSorted(compareItems)

/** Whether an item is worked on in a step: it came about there, or an earlier step brought it. */
export const isWorkedOn = (item: Pick<Item, 'step' | 'kind'>, { id, input }: Pick<StepPart, 'id' | 'input'>): boolean =>
  item.step === id ||
  (input !== undefined && input.kinds.includes(item.kind) && (input.steps === 'all' || input.steps.includes(item.step)))

/**
 * Which items on the board are one's own. Where names are hidden only one's own draft knows; nobody else can find out.
 */
export const findOwn = (
  items: ReadonlyMap<ItemId, Item>,
  drafts: ReadonlyMap<ItemId, DraftItem>,
  seat: SeatId,
): ReadonlySet<ItemId> => {
  const own = new Set<ItemId>()
  for (const { boardItem } of drafts.values()) if (boardItem) own.add(boardItem)
  for (const { id, author } of items.values()) if (author === seat) own.add(id)
  return own
}

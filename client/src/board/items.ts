import {
  type DraftItem,
  type Item,
  type Link,
  compareItems,
  groupDuplicates,
  isJudgeable,
  isSpark,
} from '@roundel/shared/board'
import type { ItemId, LinkId, SeatId } from '@roundel/shared/kernel'
import type { StepPart } from '@roundel/shared/session'

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

/** As much of a step as says what is worked on in it. */
type WorkedOn = Pick<StepPart, 'id' | 'input'> & { readonly policies?: Pick<StepPart['policies'], 'group'> }

/**
 * Those that are worked on in a step. The same list until the records change. Where groups are made, only what may stand
 * in one.
 */
export const listOfStep = (items: Records, step: WorkedOn): readonly Item[] => {
  const lists = byStep.get(items) ?? new Map<string, readonly Item[]>()
  byStep.set(items, lists)
  const groups = step.policies !== undefined && step.policies.group !== 'none'
  const key = JSON.stringify([step.id, step.input, groups])
  const known = lists.get(key)
  if (known) return known
  const list = listPublished(items).filter((item) => isWorkedOn(item, step) && (!groups || isJudgeable(item.kind)))
  lists.set(key, list)
  return list
}

/** Whether an item is worked on in a step: it came about there, and not only to lead to others, or an earlier step brought it. */
const isWorkedOn = (item: Pick<Item, 'step' | 'kind'>, { id, input }: Pick<StepPart, 'id' | 'input'>): boolean =>
  (item.step === id && !isSpark(item.kind)) ||
  (input !== undefined && input.kinds.includes(item.kind) && (input.steps === 'all' || input.steps.includes(item.step)))

/** Items that were merged, by the one that stands for them, each list in the order of every list. */
export const listDuplicates = (
  items: ReadonlyMap<ItemId, Item>,
  links: ReadonlyMap<LinkId, Link>,
): ReadonlyMap<ItemId, readonly Item[]> =>
  new Map([...groupDuplicates(items, links.values())].map(([id, same]) => [id, same.toSorted(compareItems)]))

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

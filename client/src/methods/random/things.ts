import { type Item, type Link, compareItems } from '@roundel/shared/board'
import type { ItemId, StepId } from '@roundel/shared/kernel'
import { type RandomView, listInspirations } from '@roundel/shared/methods/random'

/** One card with what it brought to mind; without a card what was written about none. */
export interface CardGroup {
  readonly card?: { readonly key: string; readonly item: ItemId }
  readonly associations: readonly Item[]
}

/** All that lies before people in a step. */
export interface Things {
  readonly groups: readonly CardGroup[]
  /** Negative ideas that lie among the cards. */
  readonly negative: readonly Item[]
  readonly connections: readonly Link[]
}

/** Sorts what a step holds: cards in the order in which they came, associations under the first card they are about. */
export const sortThings = (
  items: ReadonlyMap<ItemId, Item>,
  links: Iterable<Link>,
  step: StepId,
  stimuli: RandomView['stimuli'],
  prompts: readonly ItemId[],
): Things => {
  const isOpen = (id: ItemId): boolean => items.get(id)?.state === 'published'
  const all = [...links]
  const inspirations = listInspirations(all)
  const cards = stimuli.filter(({ item }) => isOpen(item))
  const known = new Set(cards.map(({ item }) => item))
  const associations = [...items.values()]
    .filter((item) => item.step === step && item.kind === 'association' && item.state === 'published')
    .toSorted(compareItems)
  const byCard = Map.groupBy(associations, ({ id }) => inspirations.get(id)?.find((to) => known.has(to)))
  const loose = byCard.get(undefined) ?? []
  return {
    groups: [
      ...cards.map((card) => ({ card, associations: byCard.get(card.item) ?? [] })),
      ...(loose.length > 0 ? [{ associations: loose }] : []),
    ],
    negative: prompts.flatMap((id) => {
      const item = items.get(id)
      return item?.kind === 'negative-idea' && item.state === 'published' ? [item] : []
    }),
    connections: all.filter(
      ({ type, from, to }) =>
        type === 'associates' &&
        isOpen(from) &&
        isOpen(to) &&
        (items.get(from)?.step === step || items.get(to)?.step === step),
    ),
  }
}

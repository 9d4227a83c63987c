import type { ItemId, SeatId } from '../../kernel/index.ts'
import type { Phase } from '../phase.ts'

/** Who says of which negative idea: we do this already. Never leaves the server but as numbers. */
export type Admitted = Readonly<Record<ItemId, readonly SeatId[]>>

const peopleOf = (admitted: Admitted, item: ItemId): readonly SeatId[] =>
  Object.hasOwn(admitted, item) ? (admitted[item] ?? []) : []

/** With one admission more; the same when it is there already: each person counts once. */
export const admit = (admitted: Admitted, seat: SeatId, item: ItemId): Admitted => {
  const people = peopleOf(admitted, item)
  return people.includes(seat) ? admitted : { ...admitted, [item]: [...people, seat] }
}

/** Without an admission; the same when it was not there. */
export const retract = (admitted: Admitted, seat: SeatId, item: ItemId): Admitted => {
  const people = peopleOf(admitted, item)
  if (!people.includes(seat)) return admitted
  const rest = people.filter((other) => other !== seat)
  const others = Object.entries(admitted).filter(([id]) => id !== item)
  return Object.fromEntries(rest.length > 0 ? [...others, [item, rest]] : others)
}

/**
 * Whether the phase in which people compare with reality has ended: `phase` stands behind it, or the step is left for good,
 * when `phase` is undefined. Never where no such phase takes place.
 */
export const isRealityOver = (plan: readonly Phase[], phase: string | undefined): boolean => {
  const at = plan.findIndex(({ key }) => key === 'reality')
  return at >= 0 && (phase === undefined || plan.findIndex(({ key }) => key === phase) > at)
}

/** What one person says is done already: for them alone. */
export const listAdmitted = (admitted: Admitted, seat: SeatId): readonly ItemId[] =>
  (Object.keys(admitted) as ItemId[]).filter((item) => peopleOf(admitted, item).includes(seat))

/** How many people admit each item that anybody admits; each person once. */
export const countAdmitted = (admitted: Admitted): Readonly<Record<ItemId, number>> =>
  Object.fromEntries(Object.entries(admitted).map(([item, people]) => [item, new Set(people).size]))

/** What was found out about today: the items that somebody admits, those that most people do first, ties by id. */
export const listFindings = (
  counts: Readonly<Record<ItemId, number>>,
): readonly { readonly item: ItemId; readonly people: number }[] =>
  Object.entries(counts)
    .map(([item, people]) => ({ item: item as ItemId, people }))
    .toSorted((one, other) => other.people - one.people || (one.item < other.item ? -1 : 1))

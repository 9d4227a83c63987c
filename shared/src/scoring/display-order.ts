import { type ItemId, type SeatId, seededNumber } from '../kernel/index.ts'

/**
 * The items as one voter sees them: in an order of their own, so that being first on a list is worth nothing, and the
 * same on each of their devices and each time.
 */
export const displayOrder = (items: readonly ItemId[], seed: number, seat: SeatId): readonly ItemId[] =>
  items
    .map((item) => ({ item, number: seededNumber(seed, `${seat} ${item}`) }))
    .toSorted((one, other) => one.number - other.number)
    .map(({ item }) => item)

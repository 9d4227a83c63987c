import type { ItemId } from '../../kernel/index.ts'
import { findComponents } from './condorcet.ts'
import { type Duels, indexesOf, winsOf } from './duels.ts'
import { approximateComponent } from './kemeny-approximate.ts'
import { solveComponent } from './kemeny-exact.ts'

/** The most orders that are listed when several are equally good. */
export const MOST_ORDERS = 100

/** Up to this many items in a cycle the best orders are found exactly; 18 take several times as long. */
const EXACT_UP_TO = 16

/** The orders that agree with the ballots most. */
export interface Kemeny {
  /** False where a cycle was too large: one good order then stands for the best. */
  readonly isExact: boolean
  /** At least one, best first; all of them when `isComplete`. */
  readonly orders: readonly (readonly ItemId[])[]
  readonly isComplete: boolean
  /** Groups in the order that every best order keeps. */
  readonly components: readonly (readonly ItemId[])[]
  /** What all best orders have in common within a group: the first before the second. */
  readonly settled: readonly (readonly [ItemId, ItemId])[]
  /** Over all ballots, the pairs that they place as the best orders do, and the other way round. */
  readonly agreement: number
  readonly disagreement: number
}

/** The best orders of one group of items, as indexes. */
export interface Solved {
  readonly orders: readonly (readonly number[])[]
  readonly isComplete: boolean
  readonly settled: readonly (readonly [number, number])[]
}

/**
 * The strict orders at the smallest distance from the ballots (Kemeny 1959; Young and Levenglick 1978).
 *
 * Every best order keeps the order of the groups that `findComponents` gives, so each is solved alone.
 */
export const findKemeny = (duels: Duels, exactUpTo = EXACT_UP_TO): Kemeny => {
  const components = findComponents(duels)
  const isExact = components.every(({ length }) => length <= exactUpTo)
  const solved = components.map((component) =>
    component.length <= exactUpTo ? solveComponent(duels, component) : approximateComponent(duels, component),
  )
  const count = solved.reduce((product, { orders }) => Math.min(product * orders.length, MOST_ORDERS + 1), 1)
  const orders = joinOrders(solved.map((each) => each.orders))
  const named = (indexes: readonly number[]): readonly ItemId[] => indexes.flatMap((index) => duels.items[index] ?? [])
  const agreement = agreementOf(duels, orders[0] ?? [])
  const total = indexesOf(duels).reduce(
    (sum, one) => indexesOf(duels).reduce((row, other) => row + winsOf(duels, one, other), sum),
    0,
  )
  return {
    isExact,
    orders: orders.map(named),
    isComplete: isExact && count <= MOST_ORDERS && solved.every((each) => each.isComplete),
    components: components.map(named),
    settled: solved.flatMap(({ settled }) =>
      settled.map(([one, other]) => [duels.items[one] as ItemId, duels.items[other] as ItemId] as const),
    ),
    agreement,
    disagreement: total - agreement,
  }
}

/** How many times the ballots place a pair as an order does. */
export const agreementOf = (duels: Duels, order: readonly number[]): number => {
  let sum = 0
  for (const [place, over] of order.entries()) {
    for (const under of order.slice(place + 1)) sum += winsOf(duels, over, under)
  }
  return sum
}

/** Every way to put one order of each group after the other, up to the most that are listed. */
const joinOrders = (parts: readonly (readonly (readonly number[])[])[]): readonly (readonly number[])[] => {
  let orders: readonly (readonly number[])[] = [[]]
  for (const part of parts) {
    orders = orders.flatMap((order) => part.map((next) => [...order, ...next])).slice(0, MOST_ORDERS)
  }
  return orders
}

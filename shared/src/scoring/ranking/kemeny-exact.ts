import { type Duels, winsOf } from './duels.ts'
import type { Solved } from './kemeny.ts'

/**
 * All best orders of a group of items by dynamic programming over its subsets (Held and Karp 1962, for rankings as in
 * Betzler and others 2009): best(S) = max over i in S of best(S without i) + wins of i over the rest of S, i placed first.
 *
 * Takes 2^n n steps and 2^n numbers for n items. At most `most` orders are listed; what is settled holds for all.
 */
export const solveComponent = (duels: Duels, component: readonly number[], most = 100): Solved => {
  const size = component.length
  const gains = component.map((over) => gainTables(component.map((under) => winsOf(duels, over, under))))
  const gainOf = (first: number, rest: number): number => {
    const { low, high, half } = gains[first] as GainTables
    return (low[rest & ((1 << half) - 1)] as number) + (high[rest >> half] as number)
  }
  const best = new Int32Array(1 << size)
  for (let subset = 1; subset < best.length; subset++) {
    let highest = -1
    for (let left = subset; left > 0; left &= left - 1) {
      const first = 31 - Math.clz32(left & -left)
      const rest = subset ^ (1 << first)
      highest = Math.max(highest, (best[rest] as number) + gainOf(first, rest))
    }
    best[subset] = highest
  }
  const isOptimal = (subset: number, first: number): boolean => {
    const rest = subset ^ (1 << first)
    return best[subset] === (best[rest] as number) + gainOf(first, rest)
  }
  const { orders, isComplete } = listOrders(size, isOptimal, most)
  return {
    orders: orders.map((order) => order.map((index) => component[index] as number)),
    isComplete,
    settled: findSettled(size, isOptimal).map(
      ([one, other]) => [component[one] as number, component[other] as number] as const,
    ),
  }
}

/** Sums of an item's wins over every subset of the lower half of the items, and of the upper half. */
interface GainTables {
  readonly low: Int32Array
  readonly high: Int32Array
  readonly half: number
}

const gainTables = (wins: readonly number[]): GainTables => {
  const half = wins.length >> 1
  return { low: subsetSums(wins.slice(0, half)), high: subsetSums(wins.slice(half)), half }
}

const subsetSums = (values: readonly number[]): Int32Array => {
  const sums = new Int32Array(1 << values.length)
  for (let subset = 1; subset < sums.length; subset++) {
    const lowest = 31 - Math.clz32(subset & -subset)
    sums[subset] = (sums[subset & (subset - 1)] as number) + (values[lowest] as number)
  }
  return sums
}

type IsOptimal = (subset: number, first: number) => boolean

/** The first of the best orders, in the sequence of the indexes, and whether these are all. */
const listOrders = (
  size: number,
  isOptimal: IsOptimal,
  most: number,
): { readonly orders: readonly (readonly number[])[]; readonly isComplete: boolean } => {
  const orders: number[][] = []
  let isComplete = true
  const extend = (order: readonly number[], subset: number): void => {
    if (subset === 0) {
      if (orders.length < most) orders.push([...order])
      else isComplete = false
      return
    }
    for (let left = subset; left > 0 && isComplete; left &= left - 1) {
      const first = 31 - Math.clz32(left & -left)
      if (isOptimal(subset, first)) extend([...order, first], subset ^ (1 << first))
    }
  }
  extend([], (1 << size) - 1)
  return { orders, isComplete }
}

/** The pairs that every best order places alike: walks all subsets that some best order leaves over. */
const findSettled = (size: number, isOptimal: IsOptimal): readonly (readonly [number, number])[] => {
  const isReached = new Uint8Array(1 << size)
  isReached[isReached.length - 1] = 1
  const canPrecede = Array.from({ length: size }, () => 0)
  for (let subset = isReached.length - 1; subset > 0; subset--) {
    if (isReached[subset] === 0) continue
    for (let left = subset; left > 0; left &= left - 1) {
      const first = 31 - Math.clz32(left & -left)
      if (!isOptimal(subset, first)) continue
      const rest = subset ^ (1 << first)
      isReached[rest] = 1
      canPrecede[first] = (canPrecede[first] as number) | rest
    }
  }
  const settled: (readonly [number, number])[] = []
  for (let one = 0; one < size; one++) {
    for (let other = 0; other < size; other++) {
      if (one === other || ((canPrecede[other] as number) & (1 << one)) !== 0) continue
      settled.push([one, other])
    }
  }
  return settled
}

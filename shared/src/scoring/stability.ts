import type { ItemId } from '../kernel/index.ts'
import { type Placed, compareIds, cutOf, firstOf } from './order.ts'

/** How much a result hangs on single voters. Says how many, and never who. */
export interface Stability {
  /** Voters. */
  readonly of: number
  /** Without how many of them, each alone, another item or more or fewer items would be first. */
  readonly first: number
  /** The same for what is taken; absent where no cut is set. */
  readonly cut?: number
  /** The items that are first in the result, or would be without some one voter: practically level if several. */
  readonly contenders: readonly ItemId[]
}

/** Compares the order of a vote with its orders when each voter in turn is left out. */
export const measureStability = (
  order: readonly Placed[],
  without: readonly (readonly Placed[])[],
  take: number | undefined,
): Stability => {
  const first = firstOf(order)
  const contenders = new Set(first)
  const lineOf = (each: readonly Placed[]): string => {
    if (take === undefined) return ''
    const { above, onLine } = cutOf(each, take)
    return `${above.toSorted(compareIds).join()}|${onLine.join()}`
  }
  const [leading, line] = [first.join(), lineOf(order)]
  let firsts = 0
  let cuts = 0
  for (const each of without) {
    const others = firstOf(each)
    for (const item of others) contenders.add(item)
    if (others.join() !== leading) firsts += 1
    if (lineOf(each) !== line) cuts += 1
  }
  return {
    of: without.length,
    first: firsts,
    ...(take !== undefined && { cut: cuts }),
    contenders: [...contenders].toSorted(compareIds),
  }
}

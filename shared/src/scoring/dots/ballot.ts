import * as v from 'valibot'
import { type ItemId, type Random, shuffled } from '../../kernel/index.ts'
import { ItemKey } from '../ballot.ts'
import { type Budget, MOST_DOTS, budgetOf } from './budget.ts'

export const dotCount = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_DOTS))

/** Dots by item; an item without dots is not on it. */
export type DotsBallot = Readonly<Record<ItemId, number>>
export const DotsBallot: v.GenericSchema<unknown, DotsBallot> = v.record(ItemKey, dotCount)

/** How many dots there are, and how many may go to one item. */
export interface Allowance {
  readonly budget: Budget
  readonly cap: number
}

export const dotsOn = (body: DotsBallot): number => Object.values(body).reduce((sum, dots) => sum + dots, 0)

/** How many dots somebody can put on so many items. */
export const spendable = (items: number, { budget, cap }: Allowance): number =>
  Math.min(budgetOf(budget, items), cap * items)

/** Why such a ballot cannot be. Dots that are left over are no objection. */
export const objectToDots = (
  body: DotsBallot,
  items: readonly ItemId[],
  { budget, cap }: Allowance,
): string | undefined => {
  const known = new Set<string>(items)
  if (Object.keys(body).some((item) => !known.has(item))) return 'unknown-item'
  if (Object.values(body).some((dots) => dots > cap)) return 'too-many-on-one'
  return dotsOn(body) > budgetOf(budget, items.length) ? 'too-many-dots' : undefined
}

/** All dots, given by chance. */
export const simulateDots = (items: readonly ItemId[], allowance: Allowance, random: Random): DotsBallot => {
  let left = spendable(items.length, allowance)
  const body: Record<ItemId, number> = {}
  for (const item of shuffled(items, random)) {
    if (left === 0) break
    const dots = Math.min(left, 1 + Math.floor(random() * allowance.cap))
    body[item] = dots
    left -= dots
  }
  return body
}

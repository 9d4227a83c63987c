import type { ItemId } from '../../kernel/index.ts'
import type { Kemeny } from './kemeny.ts'

/** A rule whose order is told beside the one that decides. */
export type OtherRule = 'borda' | 'kemeny'

/** A pair that another rule places the other way round: it puts `before` first, the deciding order `after`. */
export interface Difference {
  readonly rule: OtherRule
  readonly before: ItemId
  readonly after: ItemId
}

/** How the orders of the rules differ. */
export interface Comparison {
  /** No two of the rules place a pair in opposite orders. */
  readonly isAgreed: boolean
  /** The first of them, from the top of the deciding order. */
  readonly differences: readonly Difference[]
  readonly count: number
}

/** Says which of two items a rule puts first: below 0 the first, above 0 the second, 0 neither. */
export type Preference = (one: ItemId, other: ItemId) => number

const MOST_DIFFERENCES = 20

/** The order that all of Kemeny's best orders share. */
export const kemenyPreference = ({ components, settled }: Kemeny): Preference => {
  const groups = new Map(components.flatMap((items, group) => items.map((item) => [item, group] as const)))
  const pairs = new Set(settled.map(([one, other]) => `${one} ${other}`))
  return (one, other) => {
    const apart = (groups.get(one) ?? 0) - (groups.get(other) ?? 0)
    if (apart !== 0) return apart
    return pairs.has(`${one} ${other}`) ? -1 : pairs.has(`${other} ${one}`) ? 1 : 0
  }
}

/** Compares the deciding order with the others; `items` in its sequence. */
export const compareRules = (
  items: readonly ItemId[],
  deciding: Preference,
  others: Readonly<Record<OtherRule, Preference>>,
): Comparison => {
  const differences: Difference[] = []
  let count = 0
  let isAgreed = true
  for (const [place, one] of items.entries()) {
    for (const other of items.slice(place + 1)) {
      const decided = deciding(one, other)
      const found = { borda: others.borda(one, other), kemeny: others.kemeny(one, other) }
      if (found.borda * found.kemeny < 0) isAgreed = false
      for (const rule of ['borda', 'kemeny'] as const) {
        if (found[rule] * decided >= 0) continue
        count += 1
        const [before, after] = found[rule] < 0 ? [one, other] : [other, one]
        if (differences.length < MOST_DIFFERENCES) differences.push({ rule, before, after })
      }
    }
  }
  return { isAgreed: isAgreed && count === 0, differences, count }
}

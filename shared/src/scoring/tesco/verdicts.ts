import type { ItemId } from '../../kernel/index.ts'
import type { Ratio } from '../fraction.ts'
import type { Judged } from '../judging.ts'

/** What the median says: above no change, at it, or below. */
export type Verdict = 'passes' | 'neutral' | 'harms'

/** The verdicts on one item; null where nobody judged. */
export interface Verdicts {
  readonly item: ItemId
  readonly byCriterion: Readonly<Record<string, Verdict | null>>
  readonly passes: number
  readonly harms: number
}

/** Items with the same number of passes. */
export interface Tier {
  readonly passes: number
  readonly items: readonly ItemId[]
}

/** A judgement in tiers: more passes first, then fewer harms, and the composite only after them. */
export interface TescoResult extends Judged {
  /** In the sequence of `order`. */
  readonly verdicts: readonly Verdicts[]
  /** The items in order, most passes first; a tier without items is left out. */
  readonly tiers: readonly Tier[]
}

/** What decides before the composite. */
export const meritsOf = (medians: readonly Ratio[]): readonly number[] => {
  const passes = medians.filter(([top]) => top > 0).length
  // From 0, since there is a -0 that plain data does not keep.
  return [passes, 0 - medians.filter(([top]) => top < 0).length]
}

const verdictOf = (median: number): Verdict => (median > 0 ? 'passes' : median < 0 ? 'harms' : 'neutral')

export const addVerdicts = (judged: Judged): TescoResult => {
  const verdicts = judged.items.map(({ item, cells }): Verdicts => {
    const found = cells.map(
      ({ criterion, figures }) => [criterion, figures ? verdictOf(figures.median) : null] as const,
    )
    const count = (verdict: Verdict): number => found.filter(([, each]) => each === verdict).length
    return { item, byCriterion: Object.fromEntries(found), passes: count('passes'), harms: count('harms') }
  })
  const placed = new Set(judged.order.filter(({ rank }) => rank !== null).map(({ item }) => item))
  const tiers = [3, 2, 1, 0].flatMap((passes) => {
    const items = verdicts.filter((each) => each.passes === passes && placed.has(each.item)).map(({ item }) => item)
    return items.length > 0 ? [{ passes, items }] : []
  })
  return { ...judged, verdicts, tiers }
}

import * as v from 'valibot'
import { LIMITS, aLine } from '../kernel/index.ts'

/** One question that is asked of every item, and how much its answer weighs. What it is called, catalogues or settings say. */
export interface Criterion {
  readonly key: string
  readonly weight: number
}

/** Words of one's own for a criterion: its name, its question, and what the lowest, middle and highest value mean. */
export const Wording = v.strictObject({
  label: v.optional(aLine(LIMITS.labelCharacters)),
  question: v.optional(aLine(LIMITS.titleCharacters)),
  lowest: v.optional(aLine(LIMITS.titleCharacters)),
  middle: v.optional(aLine(LIMITS.titleCharacters)),
  highest: v.optional(aLine(LIMITS.titleCharacters)),
})

const hasTwoDecimals = (weight: number): boolean => Math.round(weight * 100) / 100 === weight

/** How much a criterion weighs against the others: above 0, with two decimals at most. */
export const Weight = v.pipe(v.number(), v.minValue(0.01), v.maxValue(100), v.check(hasTwoDecimals))

import * as v from 'valibot'
import { LIMITS } from '../kernel/index.ts'
import { line } from './settings.ts'

/** One question that is asked of every item, and how much its answer weighs. What it is called, catalogues or settings say. */
export interface Criterion {
  readonly key: string
  readonly weight: number
}

/** Words of one's own for a criterion: its name, its question, and what the lowest, middle and highest value mean. */
export const Wording = v.strictObject({
  label: v.optional(line(LIMITS.labelCharacters)),
  question: v.optional(line(LIMITS.titleCharacters)),
  lowest: v.optional(line(LIMITS.titleCharacters)),
  middle: v.optional(line(LIMITS.titleCharacters)),
  highest: v.optional(line(LIMITS.titleCharacters)),
})

const hasTwoDecimals = (weight: number): boolean => Math.round(weight * 100) / 100 === weight

/** How much a criterion weighs against the others: above 0, with two decimals at most. */
export const Weight = v.pipe(v.number(), v.minValue(0.01), v.maxValue(100), v.check(hasTwoDecimals))

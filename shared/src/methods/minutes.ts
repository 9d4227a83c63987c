import * as v from 'valibot'

/** The longest that a phase may be planned, minutes. */
export const LONGEST = 240

/** A setting for how long a phase is, in whole minutes. */
export const minutes = (standard: number) =>
  v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LONGEST)), standard)

/** What can be answered for a criterion: the whole numbers from `lowest` to `highest`. */
export interface Scale {
  readonly lowest: number
  readonly highest: number
}

/**
 * Every scale there is. "Cannot judge" is an answer on each of them and has no value; on `yes-no` it is called unsure.
 */
export const SCALES = {
  'one-to-five': { lowest: 1, highest: 5 },
  'zero-to-ten': { lowest: 0, highest: 10 },
  'zero-to-four': { lowest: 0, highest: 4 },
  'minus-two-to-two': { lowest: -2, highest: 2 },
  'no-partly-yes': { lowest: 0, highest: 2 },
  'yes-no': { lowest: 0, highest: 1 },
} as const satisfies Record<string, Scale>

export type ScaleId = keyof typeof SCALES

export const SCALE_IDS = Object.keys(SCALES) as readonly ScaleId[]

/** The values of a scale, upwards. */
export const valuesOf = ({ lowest, highest }: Scale): readonly number[] =>
  Array.from({ length: highest - lowest + 1 }, (_, index) => lowest + index)

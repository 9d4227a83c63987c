import type { Ratio } from './fraction.ts'
import type { Scale } from './scale.ts'

/** How many times each value of a scale was given, lowest first. Only whoever made one may change it. */
export interface Histogram {
  readonly scale: Scale
  readonly counts: number[]
}

export const emptyHistogram = (scale: Scale): Histogram => ({
  scale,
  counts: Array.from({ length: scale.highest - scale.lowest + 1 }, () => 0),
})

/** Adds one value, or takes it away again. */
export const countValue = ({ scale, counts }: Histogram, value: number, times: 1 | -1 = 1): void => {
  const index = value - scale.lowest
  counts[index] = (counts[index] ?? 0) + times
}

export const sizeOf = ({ counts }: Histogram): number => counts.reduce((size, times) => size + times, 0)

/** The sum of the values, each to a power. */
export const powerSum = ({ scale, counts }: Histogram, power: 1 | 2): number =>
  counts.reduce((sum, times, index) => sum + times * (scale.lowest + index) ** power, 0)

/** The value at a place among the sorted ones, from 0. */
const valueAt = ({ scale, counts }: Histogram, place: number): number => {
  let before = 0
  for (const [index, times] of counts.entries()) {
    before += times
    if (place < before) return scale.lowest + index
  }
  throw new RangeError('no value there')
}

/**
 * A quarter point of the values by linear interpolation at the place (n - 1) p: type 7 of Hyndman and Fan (1996), in
 * quarters. `quarters` is 1 for the first, 2 for the median, 3 for the third.
 */
export const quartileOf = (histogram: Histogram, quarters: 1 | 2 | 3): Ratio => {
  const steps = (sizeOf(histogram) - 1) * quarters
  const place = Math.floor(steps / 4)
  const below = valueAt(histogram, place)
  const part = steps % 4
  return [4 * below + (part === 0 ? 0 : part * (valueAt(histogram, place + 1) - below)), 4]
}

export const AGGREGATES = ['mean', 'median', 'trimmed'] as const
export type Aggregate = (typeof AGGREGATES)[number]

/** One number for all values, of which there is at least one; not always in lowest terms. */
export const AGGREGATE_OF: Readonly<Record<Aggregate, (histogram: Histogram) => Ratio>> = {
  mean: (histogram) => [powerSum(histogram, 1), sizeOf(histogram)],
  median: (histogram) => quartileOf(histogram, 2),
  trimmed: (histogram) => trimmedMeanOf(histogram),
}

/** The mean without the lowest and the highest fifth of the values, each rounded down; of fewer than 5 values the mean. */
const trimmedMeanOf = (histogram: Histogram): Ratio => {
  const { scale, counts } = histogram
  const size = sizeOf(histogram)
  const dropped = Math.floor(size / 5)
  let before = 0
  let sum = 0
  for (const [index, times] of counts.entries()) {
    const kept = Math.min(before + times, size - dropped) - Math.max(before, dropped)
    if (kept > 0) sum += kept * (scale.lowest + index)
    before += times
  }
  return [sum, size - 2 * dropped]
}

/** An aggregate on a scale of its own: 0 where everyone gave the lowest value, 100 the highest. */
export const normalise = ([top, bottom]: Ratio, { lowest, highest }: Scale): Ratio => [
  100 * (top - lowest * bottom),
  bottom * (highest - lowest),
]

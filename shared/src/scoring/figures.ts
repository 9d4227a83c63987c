import { type Ratio, fraction, fromRatio, toNumber, toRatio } from './fraction.ts'
import {
  AGGREGATES,
  AGGREGATE_OF,
  type Aggregate,
  type Histogram,
  normalise,
  powerSum,
  quartileOf,
  sizeOf,
} from './histogram.ts'

/** How far the values lie from one another, asked in this order. */
export const AGREEMENTS = ['polarised', 'disputed', 'agreed', 'mixed'] as const
export type Agreement = (typeof AGREEMENTS)[number]

/** The figures of the values that one item got for one criterion. */
export interface Figures {
  readonly n: number
  readonly mean: number
  readonly median: number
  readonly trimmed: number
  /** The same three from 0 to 100. */
  readonly normalised: Readonly<Record<Aggregate, number>>
  /** The three on the scale again, exactly. */
  readonly exact: Readonly<Record<Aggregate, Ratio>>
  /** Standard deviation of a sample; null for one value. */
  readonly sd: number | null
  /** Interquartile range, type 7. */
  readonly iqr: number
  /** 0 when all are equal, 1 when half stand at each end. */
  readonly polarisation: number
  /** Shares of the values in the lowest and the highest quarter of the scale, 0 to 1. */
  readonly low: number
  readonly high: number
  /** Null for one value. */
  readonly agreement: Agreement | null
}

/** The figures of a histogram with at least one value. `disputedPercent` is the polarisation from which it is disputed. */
export const figuresOf = (histogram: Histogram, disputedPercent: number): Figures => {
  const { scale } = histogram
  const range = scale.highest - scale.lowest
  const n = sizeOf(histogram)
  // n² times the population variance, a whole number.
  const spread = n * powerSum(histogram, 2) - powerSum(histogram, 1) ** 2
  const iqrInQuarters = quartileOf(histogram, 3)[0] - quartileOf(histogram, 1)[0]
  const [low, high] = [countLow(histogram), countLow(turn(histogram))]
  const byAggregate = <Value>(read: (aggregate: Aggregate) => Value) =>
    Object.fromEntries(AGGREGATES.map((aggregate) => [aggregate, read(aggregate)])) as Record<Aggregate, Value>
  const exact = byAggregate((aggregate) => toRatio(fromRatio(AGGREGATE_OF[aggregate](histogram))))
  const isDisputed = 400 * spread >= disputedPercent * n * n * range * range
  return {
    n,
    ...byAggregate((aggregate) => toNumber(fromRatio(exact[aggregate]))),
    normalised: byAggregate((aggregate) => toNumber(fromRatio(normalise(exact[aggregate], scale)))),
    exact,
    sd: n < 2 ? null : Math.sqrt(spread / (n * (n - 1))),
    iqr: iqrInQuarters / 4,
    polarisation: toNumber(fraction(4 * spread, n * n * range * range)),
    low: low / n,
    high: high / n,
    agreement:
      n < 2
        ? null
        : isDisputed
          ? 4 * low >= n && 4 * high >= n
            ? 'polarised'
            : 'disputed'
          : iqrInQuarters <= range
            ? 'agreed'
            : 'mixed',
  }
}

/** How many values lie in the lowest quarter of the scale. */
const countLow = ({ scale, counts }: Histogram): number =>
  counts.reduce((sum, times, index) => (4 * index <= scale.highest - scale.lowest ? sum + times : sum), 0)

const turn = ({ scale, counts }: Histogram): Histogram => ({ scale, counts: counts.toReversed() })

/** How an item's criteria are judged together: the strongest dissent among them, agreed only when all are. */
export const joinAgreements = (agreements: readonly (Agreement | null)[]): Agreement | null => {
  const known = agreements.filter((agreement) => agreement !== null)
  if (known.length === 0) return null
  if (known.includes('polarised')) return 'polarised'
  if (known.includes('disputed')) return 'disputed'
  return known.every((agreement) => agreement === 'agreed') ? 'agreed' : 'mixed'
}

import type { ItemId } from '../kernel/index.ts'
import type { Cell, Cells } from './cells.ts'
import type { Criterion } from './criterion.ts'
import {
  type Fraction,
  type Ratio,
  ZERO,
  add,
  compareFractions,
  divide,
  fromRatio,
  multiply,
  readDecimal,
  sumOf,
  toNumber,
} from './fraction.ts'
import { AGGREGATE_OF, type Aggregate, normalise, sizeOf } from './histogram.ts'
import { type Placed, levelsBy, placeLevels } from './order.ts'

/** What decides before the composite: numbers compared one after the other, the larger one first. */
export type Merits = (medians: readonly Ratio[]) => readonly number[]

/** How an item stands among the others. */
export interface Standing {
  readonly item: ItemId
  readonly merits: readonly number[]
  /** The composite, 0 to 100, exactly. */
  readonly composite: () => Fraction
  /** The same as doubles add it up: settles what is far apart without exact numbers, which take much longer. */
  readonly estimate: number
}

/** Far more than the error of an estimate, which is below 1e-12, and far less than most differences. */
const NEAR = 1e-9

/**
 * The standing of an item out of what each criterion came to, 0 to 100. The composite is their weighted mean: criterion
 * first, then across criteria, so that an abstention on one costs nothing elsewhere. The weights are above 0.
 */
export const standingOf = (
  item: ItemId,
  merits: readonly number[],
  normalised: readonly Ratio[],
  weights: readonly Fraction[],
): Standing => {
  let composite: Fraction | undefined
  let [sum, whole] = [0, 0]
  for (const [index, [top, bottom]] of normalised.entries()) {
    const weight = toNumber(weights[index] ?? ZERO)
    sum += (weight * top) / bottom
    whole += weight
  }
  return {
    item,
    merits,
    composite: () => (composite ??= weighExactly(normalised, weights)),
    estimate: sum / whole,
  }
}

const weighExactly = (normalised: readonly Ratio[], weights: readonly Fraction[]): Fraction =>
  divide(
    sumOf(normalised.map((value, index) => multiply(weights[index] ?? ZERO, fromRatio(value)))),
    weights.reduce(add),
  )

/** More merits first, compared one after the other, then the higher composite; 0 only for true equals. */
export const compareStandings = (one: Standing, other: Standing): number => {
  for (const [index, merit] of one.merits.entries()) {
    const difference = (other.merits[index] ?? 0) - merit
    if (difference !== 0) return difference
  }
  const difference = other.estimate - one.estimate
  return Math.abs(difference) > NEAR ? difference : compareFractions(other.composite(), one.composite())
}

/** How items are put in order out of their cells. */
export interface Ordering {
  readonly criteria: readonly Criterion[]
  readonly aggregate: Aggregate
  readonly merits?: Merits
}

/** The standing of each item of which every cell has at least `least` values, and at least one. */
export const standingsOf = (
  cells: Cells,
  { criteria, aggregate, merits }: Ordering,
  least = 1,
): ReadonlyMap<ItemId, Standing> => {
  const weights = criteria.map(({ weight }) => readDecimal(weight))
  const standings = new Map<ItemId, Standing>()
  for (const [item, row] of cells) {
    if (row.some(({ values }) => sizeOf(values) < Math.max(1, least))) continue
    const normalised = row.map(({ values }) => normalise(AGGREGATE_OF[aggregate](values), values.scale))
    standings.set(item, standingOf(item, meritsOf(row, merits), normalised, weights))
  }
  return standings
}

/** The merits of a row of cells that all have a value. */
export const meritsOf = (row: readonly Cell[], merits: Merits | undefined): readonly number[] =>
  merits?.(row.map(({ values }) => AGGREGATE_OF.median(values))) ?? []

/** The order of items by merits, then by composite, then as equals. An item with a cell below `coverage` is outside. */
export const orderCells = (cells: Cells, ordering: Ordering, coverage: number): readonly Placed[] => {
  const standings = standingsOf(cells, ordering, coverage)
  const levels = levelsBy([...standings.values()], compareStandings)
  return placeLevels(
    levels.map((level) => level.map(({ item }) => item)),
    [...cells.keys()].filter((item) => !standings.has(item)),
  )
}

import type { ItemId } from '../kernel/index.ts'
import type { Cell, Cells } from './cells.ts'
import type { Criterion } from './criterion.ts'
import { type Fraction, add, compareFractions, divide, multiply, readDecimal, sumOf, ZERO } from './fraction.ts'
import { AGGREGATE_OF, type Aggregate, normalise, sizeOf } from './histogram.ts'
import { type Placed, levelsBy, placeLevels } from './order.ts'

/** What decides before the composite: numbers compared one after the other, the larger one first. */
export type Merits = (medians: readonly Fraction[]) => readonly number[]

/**
 * The weighted mean of what each criterion came to, 0 to 100: criterion first, then across criteria, so that an
 * abstention on one costs nothing elsewhere. The weights are above 0.
 */
export const compositeOf = (normalised: readonly Fraction[], weights: readonly Fraction[]): Fraction =>
  divide(
    normalised.reduce((sum, value, index) => add(sum, multiply(weights[index] ?? ZERO, value)), ZERO),
    sumOf(weights),
  )

interface Standing {
  readonly item: ItemId
  readonly merits: readonly number[]
  readonly composite: Fraction
}

/** How items are put in order out of their cells. */
export interface Ordering {
  readonly criteria: readonly Criterion[]
  readonly aggregate: Aggregate
  readonly merits?: Merits
}

/** The composite of each item of which every cell has a value. */
export const compositesOf = (
  cells: Cells,
  { criteria, aggregate }: Pick<Ordering, 'criteria' | 'aggregate'>,
): ReadonlyMap<ItemId, Fraction> => {
  const weights = criteria.map(({ weight }) => readDecimal(weight))
  const composites = new Map<ItemId, Fraction>()
  for (const [item, row] of cells) {
    if (row.some(({ values }) => sizeOf(values) === 0)) continue
    const normalised = row.map(({ values }) => normalise(AGGREGATE_OF[aggregate](values), values.scale))
    composites.set(item, compositeOf(normalised, weights))
  }
  return composites
}

/** The order of items by merits, then by composite, then as equals. An item with a cell below `coverage` is outside. */
export const orderCells = (cells: Cells, ordering: Ordering, coverage: number): readonly Placed[] => {
  const composites = compositesOf(cells, ordering)
  const standings: Standing[] = []
  const outside: ItemId[] = []
  for (const [item, row] of cells) {
    const composite = composites.get(item)
    if (!composite || row.some(({ values }) => sizeOf(values) < coverage)) outside.push(item)
    else {
      standings.push({ item, merits: meritsOf(row, ordering.merits), composite })
    }
  }
  const levels = levelsBy(standings, compareStandings)
  return placeLevels(
    levels.map((level) => level.map(({ item }) => item)),
    outside,
  )
}

/** The merits of a row of cells that all have a value. */
export const meritsOf = (row: readonly Cell[], merits: Merits | undefined): readonly number[] =>
  merits?.(row.map(({ values }) => AGGREGATE_OF.median(values))) ?? []

/** More merits first, compared one after the other, then the higher composite. */
export const compareStandings = (one: Omit<Standing, 'item'>, other: Omit<Standing, 'item'>): number => {
  for (const [index, merit] of one.merits.entries()) {
    const difference = (other.merits[index] ?? 0) - merit
    if (difference !== 0) return difference
  }
  return compareFractions(other.composite, one.composite)
}

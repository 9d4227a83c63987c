import type { ItemId } from '../kernel/index.ts'
import type { Criterion } from './criterion.ts'
import { type Histogram, countValue, emptyHistogram } from './histogram.ts'
import { ABSTAIN, type JudgingBallot } from './judging-ballot.ts'
import type { Scale } from './scale.ts'

/** What an item got for one criterion. Only whoever made one may change it. */
export interface Cell {
  readonly values: Histogram
  abstained: number
}

/** The cells of each item, in the order of the criteria. */
export type Cells = ReadonlyMap<ItemId, readonly Cell[]>

export const emptyCells = (items: readonly ItemId[], criteria: readonly Criterion[], scale: Scale): Cells =>
  new Map(items.map((item) => [item, criteria.map(() => ({ values: emptyHistogram(scale), abstained: 0 }))]))

/** Adds one ballot, or takes it away again. */
export const countJudging = (
  cells: Cells,
  criteria: readonly Criterion[],
  body: JudgingBallot,
  times: 1 | -1 = 1,
): void => {
  for (const [item, row] of cells) {
    const answers = body[item]
    if (!answers) continue
    for (const [index, { key }] of criteria.entries()) {
      const cell = row[index]
      const answer = answers[key]
      if (!cell || answer === undefined) continue
      if (answer === ABSTAIN) cell.abstained += times
      else countValue(cell.values, answer, times)
    }
  }
}

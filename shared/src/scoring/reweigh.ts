import type { ItemId } from '../kernel/index.ts'
import { type Ratio, readDecimal, toNumber } from './fraction.ts'
import { normalise } from './histogram.ts'
import type { Judged, JudgedItem } from './judging.ts'
import { type Placed, levelsBy, placeLevels } from './order.ts'
import { SCALES } from './scale.ts'
import { compareStandings, standingOf } from './standing.ts'

/** What a judgement would be with other weights. It says of itself that it is none. */
export interface WhatIf {
  readonly isWhatIf: true
  readonly weights: Readonly<Record<string, number>>
  readonly order: readonly Placed[]
  readonly scores: readonly { readonly item: ItemId; readonly score: number }[]
}

/**
 * The same judgement with other weights, above 0: a question, which leaves the result as it was. A criterion that is not
 * named keeps its weight. What was outside the order stays there.
 */
export const reweigh = (result: Judged, weights: Readonly<Record<string, number>>): WhatIf => {
  const chosen = result.criteria.map(({ key, weight }) => [key, weights[key] ?? weight] as const)
  const exact = chosen.map(([, weight]) => readDecimal(weight))
  const standings = result.items.flatMap(({ item, rank, merits, cells }) => {
    const normalised = normalisedOf(cells, result)
    return rank === null || !normalised ? [] : [standingOf(item, merits, normalised, exact)]
  })
  const levels = levelsBy(standings, compareStandings)
  return {
    isWhatIf: true,
    weights: Object.fromEntries(chosen),
    order: placeLevels(
      levels.map((level) => level.map(({ item }) => item)),
      result.order.filter(({ rank }) => rank === null).map(({ item }) => item),
    ),
    scores: levels.flat().map(({ item, composite }) => ({ item, score: toNumber(composite()) })),
  }
}

const normalisedOf = (
  cells: JudgedItem['cells'],
  { aggregate, scale }: Pick<Judged, 'aggregate' | 'scale'>,
): readonly Ratio[] | undefined => {
  const normalised = cells.flatMap(({ figures }) =>
    figures ? [normalise(figures.exact[aggregate], SCALES[scale])] : [],
  )
  return normalised.length === cells.length ? normalised : undefined
}

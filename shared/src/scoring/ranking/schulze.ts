import type { Levels } from './ballot.ts'
import { findComponents } from './condorcet.ts'
import { type Duels, marginOf, restrictDuels, winsOf } from './duels.ts'
import { peelLevels } from './levels.ts'

/** What makes a victory strong: how many ballots were for it, or how many more than against it. */
export const STRENGTHS = ['winning-votes', 'margin'] as const
export type Strength = (typeof STRENGTHS)[number]

/** How strong a victory is; 0 where there is none. */
export const linkStrength = (duels: Duels, over: number, under: number, strength: Strength): number => {
  const margin = marginOf(duels, over, under)
  return margin <= 0 ? 0 : strength === 'margin' ? margin : winsOf(duels, over, under)
}

/**
 * The strength of the strongest path from each item to each other, row by row: a path is as strong as its weakest
 * victory. Widest paths after Floyd and Warshall, as given by Schulze (2011); cubic in the number of items.
 */
export const strongestPaths = (duels: Duels, strength: Strength): Int32Array => {
  const { size } = duels
  const paths = new Int32Array(size * size)
  for (let one = 0; one < size; one++) {
    for (let other = 0; other < size; other++) paths[one * size + other] = linkStrength(duels, one, other, strength)
  }
  for (let through = 0; through < size; through++) {
    const onward = through * size
    for (let from = 0; from < size; from++) {
      const first = paths[from * size + through] as number
      if (first === 0 || from === through) continue
      const row = from * size
      for (let to = 0; to < size; to++) {
        const second = paths[onward + to] as number
        const weakest = first < second ? first : second
        if (weakest > (paths[row + to] as number)) paths[row + to] = weakest
      }
      // No item stands before itself, whatever ring leads back to it.
      paths[row + from] = 0
    }
  }
  return paths
}

/** Whether one item stands before another: its path to the other is stronger than the way back. Transitive (Schulze 2011). */
export const isBefore = (paths: Int32Array, size: number, one: number, other: number): boolean =>
  (paths[one * size + other] ?? 0) > (paths[other * size + one] ?? 0)

/** The order by strongest paths (Schulze 2011) of one group of items, as levels of indexes. */
export const schulzeLevels = (duels: Duels, paths: Int32Array): readonly (readonly number[])[] =>
  peelLevels(duels.size, (one, other) => isBefore(paths, duels.size, one, other))

/** A group in which victories go round, and its strongest paths. */
export interface SchulzeGroup {
  readonly duels: Duels
  readonly paths: Int32Array
}

/**
 * The groups of `findComponents`, each with its strongest paths. No path comes back from a later group to an earlier one,
 * so each is solved alone: much less than the whole where voters agree a little.
 */
export const schulzeGroups = (duels: Duels, strength: Strength): readonly SchulzeGroup[] =>
  findComponents(duels).map((component) => {
    const group = restrictDuels(duels, component)
    return { duels: group, paths: strongestPaths(group, strength) }
  })

/** Schulze's order of all items, best first. */
export const schulzeOrder = (groups: readonly SchulzeGroup[]): Levels =>
  groups.flatMap(({ duels, paths }) =>
    schulzeLevels(duels, paths).map((level) => level.flatMap((index) => duels.items[index] ?? [])),
  )

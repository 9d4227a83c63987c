import type { ItemId } from '../../kernel/index.ts'
import type { Levels } from './ballot.ts'

/**
 * Every item against every other: `wins[a * size + b]` ballots place item a strictly above item b.
 *
 * Only whoever made one may change it.
 */
export interface Duels {
  readonly items: readonly ItemId[]
  readonly size: number
  readonly wins: Int32Array
}

export const emptyDuels = (items: readonly ItemId[]): Duels => ({
  items,
  size: items.length,
  wins: new Int32Array(items.length ** 2),
})

/** Adds the levels of one ballot, or takes them away again. */
export const countLevels = ({ size, wins }: Duels, levels: readonly (readonly number[])[], times: 1 | -1 = 1): void => {
  const below = levels.flat()
  let passed = 0
  for (const level of levels) {
    passed += level.length
    for (const over of level) {
      const row = over * size
      for (let place = passed; place < below.length; place++) {
        const index = row + (below[place] as number)
        wins[index] = (wins[index] as number) + times
      }
    }
  }
}

/** Levels of items as levels of their indexes. */
export const indexLevels = (items: readonly ItemId[], levels: Levels): readonly (readonly number[])[] => {
  const indexes = new Map(items.map((item, index) => [item, index]))
  return levels.map((level) => level.flatMap((item) => indexes.get(item) ?? []))
}

/** How many ballots place one item above another. */
export const winsOf = ({ wins, size }: Duels, over: number, under: number): number => wins[over * size + under] ?? 0

/** By how many ballots one item beats another; below 0 when it loses, 0 when they are level. */
export const marginOf = (duels: Duels, one: number, other: number): number =>
  winsOf(duels, one, other) - winsOf(duels, other, one)

/** The duels among some of the items only: what others got changes none of them. */
export const restrictDuels = (duels: Duels, kept: readonly number[]): Duels => {
  const items = kept.flatMap((index) => duels.items[index] ?? [])
  const part = emptyDuels(items)
  for (const [row, over] of kept.entries()) {
    let to = row * kept.length
    for (const under of kept) part.wins[to++] = winsOf(duels, over, under)
  }
  return part
}

/** The numbers from 0 up to the number of items. */
export const indexesOf = ({ size }: Pick<Duels, 'size'>): readonly number[] =>
  Array.from({ length: size }, (_, index) => index)

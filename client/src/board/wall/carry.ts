import type { Place } from '@roundel/shared/board'
import type { ItemId } from '@roundel/shared/kernel'
import type { Direction } from './geometry.ts'
import type { Layout } from './layout.ts'
import type { Target } from './target.ts'

/** A note that is carried by keys: the places it can go to, as columns, and the one chosen now. */
export interface Carry {
  readonly item: ItemId
  readonly columns: readonly (readonly Target[])[]
  readonly column: number
  readonly row: number
}

/**
 * Picks a note up. Columns are the clusters from left to right, each with all its positions, then loose, then a new
 * cluster for those who may make one. Begins where the note is.
 */
export const pickUp = (layout: Layout, item: ItemId, room: Place, mayMakeNew: boolean): Carry => {
  const home = layout.clusterOf.get(item)
  const clusters = [...layout.clusters].toSorted(
    ([, { box: one }], [, { box: other }]) => one.x - other.x || one.y - other.y,
  )
  const box = layout.notes.get(item)
  const here: Place = home === undefined && box ? [Math.round(box.x), Math.round(box.y)] : room
  const columns: (readonly Target[])[] = clusters.map(([cluster, { items }]) =>
    Array.from({ length: items.filter((id) => id !== item).length + 1 }, (_, index) => ({
      to: 'cluster' as const,
      cluster,
      index,
    })),
  )
  columns.push([{ to: 'place', at: here }])
  if (mayMakeNew) columns.push([{ to: 'new', at: room }])
  const column = home === undefined ? clusters.length : clusters.findIndex(([id]) => id === home)
  const row = home === undefined ? 0 : (layout.clusters.get(home)?.items.indexOf(item) ?? 0)
  return { item, columns, column, row }
}

export const targetOf = ({ columns, column, row }: Carry): Target | undefined => columns[column]?.[row]

/** The next target in a direction; the same carry at the rim. Columns are as far left or right as they look. */
export const carryOn = (carry: Carry, direction: Direction): Carry => {
  const { columns, column, row } = carry
  const vertical = direction === 'up' ? -1 : direction === 'down' ? 1 : 0
  const horizontal = direction === 'left' ? -1 : direction === 'right' ? 1 : 0
  const next = columns[column + horizontal]
  if (!next) return carry
  const wanted = horizontal === 0 ? row + vertical : Math.min(row, next.length - 1)
  return wanted < 0 || wanted >= next.length ? carry : { ...carry, column: column + horizontal, row: wanted }
}

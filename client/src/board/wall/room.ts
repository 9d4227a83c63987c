import type { Place } from '@roundel/shared/board'
import { type ItemId, LIMITS } from '@roundel/shared/kernel'
import type { Point } from './geometry.ts'
import { CLUSTER, type Layout, NOTE, findRoom } from './layout.ts'

/** Room on the wall's edge, and beside a cluster that something is taken out of. */
const MARGIN = 16

/** What a cluster with nothing in it takes. */
export const EMPTY_CLUSTER = { width: CLUSTER.width, height: CLUSTER.head + CLUSTER.empty + CLUSTER.pad } as const

/** Room nearest to where an item is: beside its cluster, or beside itself. */
const findRoomNear = (
  layout: Layout,
  item: ItemId,
  { width, height }: { readonly width: number; readonly height: number },
): Place => {
  const home = layout.clusterOf.get(item)
  const frame = home && layout.clusters.get(home)?.box
  const box = frame ? { x: frame.x + frame.width + MARGIN, y: frame.y } : layout.notes.get(item)
  const x = Math.min(box?.x ?? 0, LIMITS.cells.width - width)
  return findRoom(layout, { x, y: box?.y ?? 0, width, height })
}

/** Room for a new cluster that an item is to be the first of. */
export const findClusterRoom = (layout: Layout, item: ItemId): Place => findRoomNear(layout, item, EMPTY_CLUSTER)

/** Room for an item that is taken out of its cluster. */
export const findLooseRoom = (layout: Layout, item: ItemId): Place =>
  findRoomNear(layout, item, { width: NOTE.width, height: layout.notes.get(item)?.height ?? NOTE.height })

/** Room for an empty cluster in the middle of a view, near its top. `left` and `top` in the wall's units. */
export const findViewRoom = (layout: Layout, { x, y }: Point): Place =>
  findRoom(layout, { x: Math.round(x), y: Math.round(y) + MARGIN, ...EMPTY_CLUSTER })

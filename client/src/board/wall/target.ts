import { type Place, placeOnWall } from '@roundel/shared/board'
import type { ClusterId, ItemId } from '@roundel/shared/kernel'
import { type Point, centreOf, isInside } from './geometry.ts'
import { CLUSTER, type Layout } from './layout.ts'

/** Where a note goes: into a cluster at a position, onto another note, into a new cluster, or loose to a place. */
export type Target =
  | { readonly to: 'cluster'; readonly cluster: ClusterId; readonly index: number }
  | { readonly to: 'pair'; readonly onto: ItemId }
  | { readonly to: 'new'; readonly at: Place }
  | { readonly to: 'place'; readonly at: Place }

export const isSameTarget = (one: Target | undefined, other: Target | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** The items of a cluster, without the one that is being moved. */
const othersIn = (layout: Layout, cluster: ClusterId, moved: ItemId): readonly ItemId[] =>
  layout.clusters.get(cluster)?.items.filter((id) => id !== moved) ?? []

/**
 * What a note dropped here would mean. `pointer` decides what it is dropped on, `corner` is where its upper left corner
 * would lie. Without the right to make clusters a note is never paired.
 */
export const findTarget = (layout: Layout, moved: ItemId, pointer: Point, corner: Point, mayPair: boolean): Target => {
  for (const [cluster, { box }] of layout.clusters) {
    if (!isInside(pointer, box)) continue
    const others = othersIn(layout, cluster, moved)
    const index = others.filter((id) => {
      const note = layout.notes.get(id)
      return note !== undefined && centreOf(note).y < pointer.y
    }).length
    return { to: 'cluster', cluster, index }
  }
  if (mayPair) {
    for (const [id, box] of layout.notes) {
      if (id !== moved && !layout.clusterOf.has(id) && isInside(pointer, box)) return { to: 'pair', onto: id }
    }
  }
  return { to: 'place', at: placeOnWall(corner.x, corner.y) }
}

/** The height of the line that shows where in a cluster a note would stand. From the wall's top. */
export const markerHeight = (layout: Layout, cluster: ClusterId, index: number, moved: ItemId): number => {
  const frame = layout.clusters.get(cluster)
  if (!frame) return 0
  const others = othersIn(layout, cluster, moved)
  const next = layout.notes.get(others[index] as ItemId)
  if (next) return next.y - CLUSTER.gap / 2
  const last = layout.notes.get(others.at(-1) as ItemId)
  return last ? last.y + last.height + CLUSTER.gap / 2 : frame.box.y + CLUSTER.head
}

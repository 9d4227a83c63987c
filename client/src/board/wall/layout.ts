import { type Place, placeAt } from '@roundel/shared/board'
import { type ClusterId, type ItemId, LIMITS } from '@roundel/shared/kernel'
import { type Box, boxAt } from './geometry.ts'
import { openSpace } from './space.ts'

/** Measures of notes and clusters, in the wall's units. The style sheets say the same numbers. */
export const NOTE = { width: 184, height: 104, gap: 16 } as const
export const CLUSTER = { width: 252, head: 56, pad: 12, gap: 10, empty: 84 } as const

/** For so many notes room is sought near the place where they were put. */
const MOST_SOUGHT = 24

export interface LaidItem {
  readonly id: ItemId
  readonly at?: Place | undefined
  readonly height: number
}

export interface LaidCluster {
  readonly id: ClusterId
  readonly at?: Place | undefined
  readonly items: readonly LaidItem[]
}

/** Where everything is drawn. */
export interface Layout {
  readonly notes: ReadonlyMap<ItemId, Box>
  readonly clusters: ReadonlyMap<ClusterId, { readonly box: Box; readonly items: readonly ItemId[] }>
  readonly clusterOf: ReadonlyMap<ItemId, ClusterId>
  /** How far down anything reaches, and how far right. */
  readonly bottom: number
  readonly right: number
}

const heightOf = ({ items }: LaidCluster): number =>
  CLUSTER.head +
  CLUSTER.pad +
  (items.length === 0 ? CLUSTER.empty : items.reduce((sum, { height }) => sum + height + CLUSTER.gap, -CLUSTER.gap))

const byPlace = (one: LaidCluster, other: LaidCluster): number =>
  (one.at?.[1] ?? 0) - (other.at?.[1] ?? 0) || (one.at?.[0] ?? 0) - (other.at?.[0] ?? 0) || (one.id < other.id ? -1 : 1)

/**
 * Lays out the wall so that nothing covers anything.
 *
 * A cluster stands where it was put, or below the one that has grown into its place. A loose note stands where it was
 * put when there is room, else in the nearest room there is, else below everything in rows; those that stand where they
 * were put never move for one that does not. Nothing of this is written: the places people chose stay what they are.
 */
export const layOut = (clusters: readonly LaidCluster[], loose: readonly LaidItem[]): Layout => {
  const space = openSpace()
  const notes = new Map<ItemId, Box>()
  const clusterOf = new Map<ItemId, ClusterId>()
  const frames = new Map<ClusterId, { readonly box: Box; readonly items: readonly ItemId[] }>()

  for (const cluster of clusters.toSorted(byPlace)) {
    const wish = boxAt(keepOnWall(cluster.at ?? [0, 0], CLUSTER.width), CLUSTER.width, heightOf(cluster))
    const box = space.takeBelow(wish)
    frames.set(cluster.id, { box, items: cluster.items.map(({ id }) => id) })
    let y = box.y + CLUSTER.head
    for (const { id, height } of cluster.items) {
      notes.set(id, { x: box.x + CLUSTER.pad, y, width: CLUSTER.width - 2 * CLUSTER.pad, height })
      clusterOf.set(id, cluster.id)
      y += height + CLUSTER.gap
    }
  }

  const wishes = loose.map(({ id, at, height }, index) => ({
    id,
    box: boxAt(keepOnWall(at ?? placeAt(index), NOTE.width), NOTE.width, height),
  }))
  const late: typeof wishes = []
  for (const wish of wishes) {
    if (space.isFree(wish.box)) {
      space.take(wish.box)
      notes.set(wish.id, wish.box)
    } else late.push(wish)
  }
  const beyond: typeof wishes = []
  for (const [index, wish] of late.entries()) {
    const box = index < MOST_SOUGHT ? space.takeNear(wish.box) : undefined
    if (box) notes.set(wish.id, box)
    else beyond.push(wish)
  }
  const { bottom } = reachOf([...notes.values(), ...boxesOf(frames)])
  for (const [id, box] of layInRows(beyond, bottom)) notes.set(id, box)

  return { notes, clusters: frames, clusterOf, ...reachOf([...notes.values(), ...boxesOf(frames)]) }
}

const boxesOf = (frames: Layout['clusters']): readonly Box[] => [...frames.values()].map(({ box }) => box)

const reachOf = (boxes: readonly Box[]): { readonly bottom: number; readonly right: number } => {
  let [bottom, right] = [0, 0]
  for (const { x, y, width, height } of boxes) {
    bottom = Math.max(bottom, y + height)
    right = Math.max(right, x + width)
  }
  return { bottom, right }
}

const IN_ROW = Math.floor((LIMITS.cells.width + NOTE.gap) / (NOTE.width + NOTE.gap))

/** Notes side by side, row by row, below what reaches down to `bottom`. In the order in which they are given. */
const layInRows = (
  wishes: readonly { readonly id: ItemId; readonly box: Box }[],
  bottom: number,
): ReadonlyMap<ItemId, Box> => {
  const rows = new Map<ItemId, Box>()
  let y = bottom + NOTE.gap
  for (let from = 0; from < wishes.length; from += IN_ROW) {
    const row = wishes.slice(from, from + IN_ROW)
    for (const [nth, { id, box }] of row.entries()) rows.set(id, { ...box, x: nth * (NOTE.width + NOTE.gap), y })
    y += Math.max(...row.map(({ box }) => box.height)) + NOTE.gap
  }
  return rows
}

const keepOnWall = ([x, y]: Place, width: number): Place => [Math.min(x, LIMITS.cells.width - width), y]

/** Where something of a size finds room nearest to where it is wished. */
export const findRoom = (layout: Layout, wish: Box): Place => {
  const space = openSpace()
  for (const { box } of layout.clusters.values()) space.take(box)
  for (const [id, box] of layout.notes) if (!layout.clusterOf.has(id)) space.take(box)
  const { x, y } = space.takeNear(wish) ?? wish
  return [Math.round(x), Math.round(y)]
}

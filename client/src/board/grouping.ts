import {
  type Board,
  type Cluster,
  type Intention,
  type Item,
  type Place,
  groupItems,
  makeCluster,
  moveToPlace,
} from '@roundel/shared/board'
import { type ClusterId, LIMITS, type StepId, asId } from '@roundel/shared/kernel'
import { nanoid } from 'nanoid'
import type { MoveTarget } from './move-select.tsx'
import { type Move, intendMove } from './wall/moves.ts'

/** How far apart groups stand on the wall until somebody moves them, and how many stand in a row. */
const COLUMN = { width: 400, height: 500, inRow: 8 } as const

const placeOfCluster = (index: number): Place => [
  (index % COLUMN.inRow) * COLUMN.width,
  Math.min(LIMITS.cells.height, Math.floor(index / COLUMN.inRow) * COLUMN.height),
]

// Row by row, as one reads; where two stand at one place their ids decide, so that every device finds the same order.
const compareClusters = (one: Cluster, other: Cluster): number =>
  (one.at?.[1] ?? 0) - (other.at?.[1] ?? 0) || (one.at?.[0] ?? 0) - (other.at?.[0] ?? 0) || (one.id < other.id ? -1 : 1)

/**
 * The groups as they are shown: in the order of the wall, without those that hold nothing and say nothing, and without
 * those that hold other items than these alone, which belong to another step.
 */
export const listClusters = (
  clusters: ReadonlyMap<ClusterId, Cluster>,
  items: readonly Item[],
  shown: ReadonlySet<ClusterId>,
  all: readonly Item[] = items,
): readonly Cluster[] => {
  const used = new Set(items.map(({ cluster }) => cluster))
  const holding = new Set(all.map(({ cluster }) => cluster))
  return [...clusters.values()]
    .filter(({ id, title }) => used.has(id) || shown.has(id) || (title.trim() !== '' && !holding.has(id)))
    .toSorted(compareClusters)
}

/** Items by group, and those in none. */
export const arrange = (items: readonly Item[], clusters: readonly Cluster[]) =>
  groupItems(
    items,
    clusters.map(({ id }) => id),
  )

/** What it means to make an empty group behind all others. */
export const intendCluster = (board: Board, step: StepId): Intention =>
  makeCluster(asId<'cluster'>(nanoid(16)), step, placeOfCluster(board.clusters.all().size))

/** What it means to put an item at the end of a group, or out of all. */
export const intendListMove = (board: Board, step: StepId, item: Item, target: MoveTarget): Move => {
  if (target.to === 'loose') return { intention: moveToPlace(board, item.id), cluster: undefined, isNew: false }
  const made = asId<'cluster'>(nanoid(16))
  const at = placeOfCluster(board.clusters.all().size)
  if (target.to === 'new') return intendMove(board, step, item, { to: 'new', at }, made)
  return target.cluster === item.cluster
    ? { intention: { do: [], undo: [] }, cluster: item.cluster, isNew: false }
    : intendMove(board, step, item, { ...target, index: Infinity }, made)
}

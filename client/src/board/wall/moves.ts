import {
  type Board,
  type Intention,
  type Item,
  type Patch,
  type Place,
  moveToCluster,
  moveToPlace,
  pairUp,
} from '@roundel/shared/board'
import type { ClusterId, StepId } from '@roundel/shared/kernel'
import type { Target } from './target.ts'

/** What a move means, and the cluster the item is in afterwards. */
export interface Move {
  readonly intention: Intention
  readonly cluster: ClusterId | undefined
  /** Whether that cluster is made by this move. */
  readonly isNew: boolean
}

const putAt = (intention: Intention, at: Place | undefined): Intention =>
  at
    ? {
        ...intention,
        do: intention.do.map((patch) =>
          patch.type === 'add-cluster' ? { ...patch, cluster: { ...patch.cluster, at } } : patch,
        ),
      }
    : intention

/** A new cluster with one item in it. */
const intendNew = (item: Item, step: StepId, id: ClusterId, at: Place): Intention => {
  const patch = { type: 'set-item', id: item.id, field: 'cluster' } as const
  const put: Patch = { ...patch, from: item.cluster, to: id }
  const back: Patch = { ...patch, from: id, to: item.cluster }
  return { do: [{ type: 'add-cluster', cluster: { id, step, title: '', at } }, put], undo: [back] }
}

/**
 * What it means to drop an item on a target. `newCluster` is the id of a cluster that is made by it, `ontoAt` where the
 * item it is dropped on is drawn.
 */
export const intendMove = (
  board: Board,
  step: StepId,
  item: Item,
  target: Target,
  newCluster: ClusterId,
  ontoAt?: Place,
): Move => {
  switch (target.to) {
    case 'cluster': {
      const intention = moveToCluster(board, item.id, target.cluster, target.index)
      return { intention, cluster: target.cluster, isNew: false }
    }
    case 'pair': {
      const intention = putAt(pairUp(board, item.id, target.onto, newCluster), ontoAt)
      const isNew = intention.do.some(({ type }) => type === 'add-cluster')
      const cluster = isNew ? newCluster : board.items.get(target.onto)?.cluster
      return { intention, cluster, isNew }
    }
    case 'new':
      return { intention: intendNew(item, step, newCluster, target.at), cluster: newCluster, isNew: true }
    case 'place':
      return { intention: moveToPlace(board, item.id, target.at), cluster: undefined, isNew: false }
  }
}

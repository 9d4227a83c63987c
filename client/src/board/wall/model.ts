import type { Board, Cluster, Intention, Item } from '@roundel/shared/board'
import type { ClusterId, ItemId, StepId } from '@roundel/shared/kernel'
import type { Sorting } from '../use-sorting.ts'
import type { Undoing } from './use-undo.ts'

/** What a wall shows, and what may be done on it. */
export interface WallModel {
  readonly board: Board | undefined
  readonly step: StepId
  /** Whether those who hold a note are shown. */
  readonly showsNames: boolean
  readonly clusters: readonly Cluster[]
  readonly members: ReadonlyMap<ClusterId, readonly Item[]>
  readonly loose: readonly Item[]
  /** What was merged, by what stands for it. */
  readonly duplicates: ReadonlyMap<ItemId, readonly Item[]>
  readonly own: ReadonlySet<ItemId>
  readonly nameOf: (cluster: Cluster, index: number) => string
  /** Absent where nothing is placed or grouped now. */
  readonly acts?: WallActs | undefined
  readonly sorting: Sorting
}

export interface WallActs extends Undoing {
  readonly mayMove: (item: Item) => boolean
  /** Making, naming, moving and marking clusters. */
  readonly mayGroup: boolean
  /** A cluster made here just now, whose name is asked for. */
  readonly newest: ClusterId | undefined
  /** Runs what makes an empty cluster. */
  readonly make: (intention: Intention) => void
  readonly noteMade: (cluster: ClusterId) => void
  /** A cluster was emptied on purpose: it is not shown while nothing is in it. */
  readonly noteGone: (cluster: ClusterId) => void
}

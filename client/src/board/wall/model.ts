import type { Board, Cluster, Item } from '@roundel/shared/board'
import type { ClusterId, ItemId, StepId } from '@roundel/shared/kernel'
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
  readonly own: ReadonlySet<ItemId>
  readonly nameOf: (cluster: Cluster, index: number) => string
  /** Absent where nothing is placed or grouped now. */
  readonly acts?: WallActs | undefined
}

export interface WallActs extends Undoing {
  readonly mayMove: (item: Item) => boolean
  /** Making, naming, moving and marking clusters. */
  readonly mayGroup: boolean
  /** A cluster made here just now, whose name is asked for. */
  readonly newest: ClusterId | undefined
  readonly noteMade: (cluster: ClusterId) => void
}

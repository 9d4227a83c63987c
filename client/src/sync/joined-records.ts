import type { Board } from '@roundel/shared/board'

/** Items and clusters as one map, made anew only when one of the two changed. */
export const joinRecords = (): ((board: Board) => ReadonlyMap<string, unknown>) => {
  let items: ReadonlyMap<string, unknown> | undefined
  let clusters: ReadonlyMap<string, unknown> | undefined
  let joined: ReadonlyMap<string, unknown> = new Map()
  return (board) => {
    if (board.items.all() === items && board.clusters.all() === clusters) return joined
    items = board.items.all()
    clusters = board.clusters.all()
    joined = new Map<string, unknown>([...items, ...clusters])
    return joined
  }
}

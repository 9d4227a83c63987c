import { openBoard } from '@roundel/shared/board'
import type { BoardRecords } from '@roundel/shared/session'
import { replayUpdates } from '../storage/fold.ts'
import type { StoredDocument } from '../storage/store.ts'
import { openThread } from '../threads/thread.ts'

/** A board as it is stored. */
export type StoredBoard = Pick<StoredDocument, 'snapshot' | 'updates'>

/** Above so many bytes a board is read in a thread: 5,000 items take a tenth of a second and more. */
const LARGE_BYTES = 64 * 1024

/** What stands on a stored board; undefined when its bytes are no document. */
export const readBoardHere = ({ snapshot, updates }: StoredBoard): BoardRecords | undefined => {
  try {
    const board = openBoard(replayUpdates(snapshot ? [snapshot, ...updates] : updates))
    return { items: board.items.all(), clusters: board.clusters.all(), links: board.links.all() }
  } catch {
    return undefined
  }
}

// All workspaces share it: boards are read one after the other, and what was read is remembered.
const readAside = openThread<StoredBoard, BoardRecords | undefined>(new URL('./board-reading.ts', import.meta.url))

/** As `readBoardHere`; a large one in a thread of its own, so that nobody waits. */
export const readBoard = async ({ snapshot, updates }: StoredBoard): Promise<BoardRecords | undefined> => {
  const bytes = updates.reduce((sum, update) => sum + update.length, snapshot?.length ?? 0)
  const board = { snapshot, updates }
  return bytes > LARGE_BYTES ? readAside(board) : readBoardHere(board)
}

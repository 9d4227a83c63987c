import { type Board, type Intention, applyPatches } from '@roundel/shared/board'

/** What one person did on this device and can take back, and what they took back and can do again. */
export interface UndoStack {
  readonly done: readonly Intention[]
  readonly undone: readonly Intention[]
}

export const NOTHING_DONE: UndoStack = { done: [], undone: [] }

const MOST = 100

/** After something was done: what had been taken back is forgotten. */
export const remember = ({ done }: UndoStack, intention: Intention): UndoStack =>
  intention.do.length === 0 ? { done, undone: [] } : { done: [...done, intention].slice(-MOST), undone: [] }

/** Writes patches; false when others have changed everything they speak of, so that nothing was written. */
const write = (board: Board, patches: Intention['do']): boolean => {
  const [items, clusters] = [board.items.all(), board.clusters.all()]
  applyPatches(board, patches)
  return items !== board.items.all() || clusters !== board.clusters.all()
}

/** Takes back the latest that still can be, skipping what others have overwritten. The second value: whether any was. */
export const undo = (board: Board, stack: UndoStack): readonly [UndoStack, boolean] => {
  const done = [...stack.done]
  for (let intention = done.pop(); intention; intention = done.pop()) {
    if (write(board, intention.undo)) return [{ done, undone: [...stack.undone, intention] }, true]
  }
  return [{ done, undone: stack.undone }, false]
}

/** Does again what was taken back last, likewise. */
export const redo = (board: Board, stack: UndoStack): readonly [UndoStack, boolean] => {
  const undone = [...stack.undone]
  for (let intention = undone.pop(); intention; intention = undone.pop()) {
    if (write(board, intention.do)) return [{ done: [...stack.done, intention], undone }, true]
  }
  return [{ done: stack.done, undone }, false]
}

import { type Board, type Intention, applyPatches, isMaking } from '@roundel/shared/board'
import type { CommandBody } from '../../sync/commands.ts'

/** A command with its opposite, for what the server alone writes. */
export interface Order {
  readonly give: CommandBody
  readonly back: CommandBody
  /** Whether what it does is done now; undefined once others have made something else of it. */
  readonly stands: () => boolean | undefined
}

/** What a person did at once. */
export type Deed = Intention | Order

export const isOrder = (deed: Deed): deed is Order => 'give' in deed

/** What one person did on this device and can take back, and what they took back and can do again. */
export interface UndoStack {
  readonly done: readonly Deed[]
  readonly undone: readonly Deed[]
}

export const NOTHING_DONE: UndoStack = { done: [], undone: [] }

const MOST = 100

/** After something was done: what had been taken back is forgotten. */
export const remember = ({ done }: UndoStack, deed: Deed): UndoStack =>
  !isOrder(deed) && deed.do.length === 0 ? { done, undone: [] } : { done: [...done, deed].slice(-MOST), undone: [] }

/** Writes patches; false when others have changed everything they speak of, so that nothing was written. */
const write = (board: Board, patches: Intention['do']): boolean => {
  const [items, clusters] = [board.items.all(), board.clusters.all()]
  applyPatches(board, patches)
  return items !== board.items.all() || clusters !== board.clusters.all()
}

/**
 * Takes back the latest that still can be, skipping what others have overwritten. The second value is what it was, or
 * undefined where there was none; of an order only this is said: whoever asks gives the command.
 */
export const undo = (board: Board, stack: UndoStack): readonly [UndoStack, Deed | undefined] => {
  const done = [...stack.done]
  for (let deed = done.pop(); deed; deed = done.pop()) {
    const isTaken = isOrder(deed) ? deed.stands() === true : write(board, deed.undo) || isMaking(board, deed)
    if (isTaken) return [{ done, undone: [...stack.undone, deed] }, deed]
  }
  return [{ done, undone: stack.undone }, undefined]
}

/** Does again what was taken back last, likewise. */
export const redo = (board: Board, stack: UndoStack): readonly [UndoStack, Deed | undefined] => {
  const undone = [...stack.undone]
  for (let deed = undone.pop(); deed; deed = undone.pop()) {
    const isDone = isOrder(deed) ? deed.stands() === false : write(board, deed.do) || isMaking(board, deed)
    if (isDone) return [{ done: [...stack.done, deed], undone }, deed]
  }
  return [{ done: stack.done, undone }, undefined]
}

import { type Board, type Intention, applyPatches } from '@roundel/shared/board'
import { useCallback, useState } from 'react'
import { NOTHING_DONE, redo, remember, undo } from './undo-stack.ts'

/**
 * Doing, taking back and doing again what this person does on this device. `rights` names what allows it: when it
 * changes, what was done under other rights can no longer be taken back.
 */
export const useUndo = (board: Board | undefined, rights: string) => {
  const [kept, setKept] = useState({ rights, board, stack: NOTHING_DONE })
  const stack = kept.rights === rights && kept.board === board ? kept.stack : NOTHING_DONE

  /** Remembers what was done already. */
  const note = useCallback(
    (intention: Intention) =>
      setKept((before) => ({
        rights,
        board,
        stack: remember(before.rights === rights && before.board === board ? before.stack : NOTHING_DONE, intention),
      })),
    [rights, board],
  )
  const run = useCallback(
    (intention: Intention) => {
      if (!board) return
      applyPatches(board, intention.do)
      note(intention)
    },
    [board, note],
  )
  const turn = (way: typeof undo): boolean => {
    if (!board) return false
    const [next, isChanged] = way(board, stack)
    setKept({ rights, board, stack: next })
    return isChanged
  }
  return {
    run,
    note,
    undo: () => turn(undo),
    redo: () => turn(redo),
    canUndo: stack.done.length > 0,
    canRedo: stack.undone.length > 0,
  }
}

export type Undoing = ReturnType<typeof useUndo>

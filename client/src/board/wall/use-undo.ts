import { type Board, type Intention, applyPatches } from '@roundel/shared/board'
import { useCallback, useState } from 'react'
import type { Problem } from '../../sync/problem.ts'
import { useRoom } from '../../sync/room-context.ts'
import { type Deed, NOTHING_DONE, type Order, isOrder, redo, remember, undo } from './undo-stack.ts'

/** What became of taking back or doing again: what it was, nothing left to do it to, or why the server refused. */
export type Turned = Deed | undefined | Problem['code']

/**
 * Doing, taking back and doing again what this person does on this device. `rights` names what allows it: when it
 * changes, what was done under other rights can no longer be taken back.
 */
export const useUndo = (board: Board | undefined, rights: string) => {
  const { give } = useRoom()
  const [kept, setKept] = useState({ rights, board, stack: NOTHING_DONE })
  const stack = kept.rights === rights && kept.board === board ? kept.stack : NOTHING_DONE

  /** Remembers what was done already. */
  const note = useCallback(
    (deed: Deed) =>
      setKept((before) => ({
        rights,
        board,
        stack: remember(before.rights === rights && before.board === board ? before.stack : NOTHING_DONE, deed),
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
  /** Gives a command that can be taken back. Answers why it was refused, if it was. */
  const order = useCallback(
    async (wanted: Order): Promise<Problem['code'] | undefined> => {
      const reply = await give(wanted.give)
      if (!reply.ok) return reply.error.code
      note(wanted)
      return undefined
    },
    [give, note],
  )
  const turn = async (way: typeof undo): Promise<Turned> => {
    if (!board) return undefined
    const [next, deed] = way(board, stack)
    setKept({ rights, board, stack: next })
    if (!deed || !isOrder(deed)) return deed
    const reply = await give(way === undo ? deed.back : deed.give)
    return reply.ok ? deed : reply.error.code
  }
  return {
    run,
    note,
    order,
    undo: () => turn(undo),
    redo: () => turn(redo),
    canUndo: stack.done.length > 0,
    canRedo: stack.undone.length > 0,
  }
}

export type Undoing = ReturnType<typeof useUndo>

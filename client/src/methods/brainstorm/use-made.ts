import { listMade } from '@roundel/shared/board'
import type { ClusterId, ItemId } from '@roundel/shared/kernel'
import { useCallback, useState } from 'react'
import { type Deed, isOrder } from '../../board/wall/undo-stack.ts'
import { type Hand, NOTHING_PLACED } from './placing.ts'

/**
 * Groups that this device made and that may still be empty, and what was moved last; the newest group is about to be named.
 * Where it is needed in two places they share one `hand`.
 */
export const useMade = (hand: Hand | undefined) => {
  const alone = useState(NOTHING_PLACED)
  const [{ made, newest, moved }, place] = hand ?? alone

  const noteMade = useCallback(
    (id: ClusterId) => place((before) => ({ ...before, made: new Set([...before.made, id]), newest: id })),
    [place],
  )
  const noteGone = useCallback(
    (id: ClusterId) =>
      place((before) => ({ ...before, made: new Set([...before.made].filter((each) => each !== id)) })),
    [place],
  )
  const forgetNewest = useCallback(() => place((before) => ({ ...before, newest: undefined })), [place])
  const noteMoved = useCallback((id: ItemId) => place((before) => ({ ...before, moved: id })), [place])
  /** After a deed was taken back or done again: what it made is left out, or is there again. */
  const noteTurned = useCallback(
    (way: 'undo' | 'redo', deed: Deed) => {
      const ids = isOrder(deed) ? [] : listMade(deed)
      if (ids.length === 0) return
      place((before) => {
        const after = new Set(before.made)
        for (const id of ids) {
          if (way === 'redo') after.add(id)
          else after.delete(id)
        }
        return { ...before, made: after, newest: undefined }
      })
    },
    [place],
  )
  return { made, newest, moved, noteMade, noteGone, noteMoved, forgetNewest, noteTurned }
}

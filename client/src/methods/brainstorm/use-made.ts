import { listMade } from '@roundel/shared/board'
import type { ClusterId } from '@roundel/shared/kernel'
import { useCallback, useState } from 'react'
import { type Deed, isOrder } from '../../board/wall/undo-stack.ts'

/** Groups that this device made and that may still be empty; the newest of them is about to be named. */
export const useMade = () => {
  const [made, setMade] = useState<ReadonlySet<ClusterId>>(new Set())
  const [newest, setNewest] = useState<ClusterId>()

  const noteMade = useCallback((id: ClusterId) => {
    setMade((before) => new Set([...before, id]))
    setNewest(id)
  }, [])
  const noteGone = useCallback((id: ClusterId) => {
    setMade((before) => new Set([...before].filter((each) => each !== id)))
  }, [])
  const forgetNewest = useCallback(() => setNewest(undefined), [])
  /** After a deed was taken back or done again: what it made is left out, or is there again. */
  const noteTurned = useCallback((way: 'undo' | 'redo', deed: Deed) => {
    const ids = isOrder(deed) ? [] : listMade(deed)
    if (ids.length === 0) return
    setMade((before) => {
      const after = new Set(before)
      for (const id of ids) {
        if (way === 'redo') after.add(id)
        else after.delete(id)
      }
      return after
    })
    setNewest(undefined)
  }, [])
  return { made, newest, noteMade, noteGone, forgetNewest, noteTurned }
}

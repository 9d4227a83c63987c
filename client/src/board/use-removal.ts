import type { Draft, DraftItem } from '@roundel/shared/board'
import { LIMITS, asId } from '@roundel/shared/kernel'
import { nanoid } from 'nanoid'
import { useCallback, useEffect, useState } from 'react'

/** Removing one's own private ideas, each of which can be brought back for a while. */
export const useRemoval = (draft: Draft) => {
  const [removed, setRemoved] = useState<DraftItem>()
  useEffect(() => {
    if (!removed) return
    const timer = setTimeout(() => setRemoved(undefined), LIMITS.undoMs)
    return () => clearTimeout(timer)
  }, [removed])
  const remove = useCallback(
    (item: DraftItem) => {
      draft.items.remove(item.id)
      setRemoved(item)
    },
    [draft],
  )
  const restore = useCallback(() => {
    // A removed record never comes back under its own id; its text does under a new one.
    if (removed) draft.items.add({ ...removed, id: asId<'item'>(nanoid(16)) })
    setRemoved(undefined)
  }, [draft, removed])
  return { removed, remove, restore }
}

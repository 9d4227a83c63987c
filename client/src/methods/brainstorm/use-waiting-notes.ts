import type { ItemId } from '@roundel/shared/kernel'
import { useState } from 'react'
import type { useTakenIn } from '../../board/taken-in.ts'

const NONE: ReadonlySet<ItemId> = new Set()

/** What waits to be shown, and what was shown after it had waited. */
export const useWaitingNotes = ({ shown, waiting, takeAll }: ReturnType<typeof useTakenIn>, renew: () => void) => {
  const [fresh, setFresh] = useState(NONE)
  const [focusOn, setFocusOn] = useState<ItemId>()
  return {
    count: waiting.length,
    /** Those that had waited, in the order of the list. */
    fresh: fresh.size > 0 ? shown.filter(({ id }) => fresh.has(id)) : [],
    /** The first of those that were taken in last. */
    focusOn,
    take: (): void => {
      takeAll()
      renew()
      setFresh(new Set([...fresh, ...waiting.map(({ id }) => id)]))
      setFocusOn(waiting[0]?.id)
    },
  }
}

export type WaitingNotes = ReturnType<typeof useWaitingNotes>

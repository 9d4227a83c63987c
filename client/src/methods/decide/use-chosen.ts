import type { ItemId } from '@roundel/shared/kernel'
import type { DecisionView } from '@roundel/shared/methods/decide'
import { useState } from 'react'
import { useGive } from './use-give.ts'

/** A way to choose ideas, one press after the other: the next waits until the page shows what the one before it did. */
export const useChosen = ({ revision }: Pick<DecisionView, 'revision'>) => {
  const { send, problem } = useGive()
  const [sent, setSent] = useState<number>()
  return {
    isWaiting: sent === revision,
    problem,
    change: (items: readonly ItemId[]): void => {
      if (sent === revision) return
      setSent(revision)
      void send({ type: 'draft-decision', items, revision }).then((isTaken) => {
        if (!isTaken) setSent(undefined)
      })
    },
  }
}

import type { Item } from '@roundel/shared/board'
import { type ItemId, LIMITS } from '@roundel/shared/kernel'
import { type ReadingTurn, type StepPart, readingShare } from '@roundel/shared/session'
import { useMemo, useState } from 'react'
import { useViewPart } from '../sync/room-context.ts'

/**
 * One person's share of some items, in the order in which to read them; undefined where all are theirs. It is found from
 * the ids alone, so all devices that have the same items find the same.
 */
const findShare = (base: readonly ItemId[], turn: ReadingTurn): readonly ItemId[] | undefined => {
  const share = readingShare(base, turn)
  return share.length < base.length ? share : undefined
}

/**
 * What is this person's to read, found when all items have come and again when asked to `renew`: a share that changed by
 * itself would take notes away from whoever is reading them. What was taken off the board since is left out.
 */
export const useShare = (step: StepPart, items: readonly Item[], isComplete: boolean) => {
  const turn = useViewPart('me').reading
  const [base, setBase] = useState<readonly ItemId[]>()
  if (!base && isComplete) setBase(items.map(({ id }) => id))
  const ids = useMemo(
    () => (base && turn ? findShare(base, turn) : undefined),
    // The turn comes anew with everything else of this person, and says the same.
    // oxlint-disable-next-line react/exhaustive-deps
    [base, turn?.seed, turn?.turn, turn?.readers],
  )
  const share = useMemo(() => {
    if (!ids) return undefined
    const byId = new Map(items.map((item) => [item.id, item]))
    return ids.flatMap((id) => byId.get(id) ?? [])
  }, [ids, items])
  return {
    share,
    /** There will be a share, but not everything is here yet. */
    isAwaited: turn !== undefined && base === undefined && step.counts.published > LIMITS.dealtAbove,
    renew: () => setBase(items.map(({ id }) => id)),
  }
}

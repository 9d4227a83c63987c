import type { Item } from '@roundel/shared/board'
import type { ItemId } from '@roundel/shared/kernel'
import { useMemo, useState } from 'react'

/**
 * What a list shows after others have added to it. One's own items come in at once, and so does what stands behind all
 * that is shown, since it moves nothing; with `holdsAll` not even that. The same set when nothing came in.
 */
export const takeIn = (
  known: ReadonlySet<ItemId>,
  items: readonly Item[],
  own: ReadonlySet<ItemId>,
  holdsAll: boolean,
): ReadonlySet<ItemId> => {
  const last = items.findLastIndex(({ id }) => known.has(id))
  const taken = items.filter(({ id }, index) => !known.has(id) && (own.has(id) || (!holdsAll && index > last)))
  return taken.length > 0 ? new Set([...known, ...taken.map(({ id }) => id)]) : known
}

/**
 * A list that others add to while it is read: what would move something in it waits until it is asked for. Before the
 * list is complete for the first time everything is shown as it comes.
 */
export const useTakenIn = (
  items: readonly Item[],
  own: ReadonlySet<ItemId>,
  { isComplete, holdsAll }: { readonly isComplete: boolean; readonly holdsAll: boolean },
) => {
  const [before, setKnown] = useState<ReadonlySet<ItemId>>()
  const known = useMemo(() => {
    if (before) return takeIn(before, items, own, holdsAll)
    return isComplete ? new Set(items.map(({ id }) => id)) : undefined
  }, [before, items, own, holdsAll, isComplete])
  if (known !== before) setKnown(known)
  const shown = useMemo(() => (known ? items.filter(({ id }) => known.has(id)) : items), [items, known])
  const waiting = useMemo(() => (known ? items.filter(({ id }) => !known.has(id)) : []), [items, known])
  return { shown, waiting, takeAll: () => setKnown(new Set(items.map(({ id }) => id))) }
}

import type { ItemId } from '@roundel/shared/kernel'
import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'

/** Which note has the focus, and which one Tab reaches. */
export interface NoteFocus {
  /** The one note that Tab reaches. */
  readonly reached: ItemId | undefined
  /** A note has got the focus. */
  readonly arrive: (item: ItemId) => void
  /** Something on the wall has lost the focus, and not because it was drawn anew. */
  readonly leave: () => void
  /** Puts the focus on a note as soon as it is drawn. */
  readonly goTo: (item: ItemId) => void
  /** Puts the focus back on the note that had it. */
  readonly goBack: () => void
}

/** Keeps the focus on a note also when it is drawn anew elsewhere, whoever moved it. */
export const useNoteFocus = (layer: RefObject<HTMLElement | null>, items: ReadonlyMap<ItemId, unknown>): NoteFocus => {
  const held = useRef<ItemId>(undefined)
  const [reachedBefore, setReached] = useState<ItemId>()
  const [wanted, setWanted] = useState<{ readonly item: ItemId }>()
  const reached = reachedBefore && items.has(reachedBefore) ? reachedBefore : [...items.keys()][0]

  const focus = useCallback(
    (id: ItemId): void => {
      const grip = layer.current?.querySelector<HTMLElement>(`[data-note="${id}"] > button`)
      grip?.focus({ preventScroll: true })
      grip?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    },
    [layer],
  )
  useLayoutEffect(() => {
    if (wanted) focus(wanted.item)
  }, [wanted, focus])
  useLayoutEffect(() => {
    if (held.current && document.activeElement === document.body) focus(held.current)
  })

  const ways = useMemo(
    () => ({
      arrive: (item: ItemId) => {
        held.current = item
        setReached(item)
      },
      leave: () => {
        held.current = undefined
      },
      goTo: (item: ItemId) => {
        setReached(item)
        setWanted({ item })
      },
      goBack: () => {
        if (held.current) setWanted({ item: held.current })
      },
    }),
    [],
  )
  return useMemo(() => ({ reached, ...ways }), [reached, ways])
}

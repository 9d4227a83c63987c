import type { Item } from '@roundel/shared/board'
import type { ItemId } from '@roundel/shared/kernel'
import { useCallback, useEffect, useRef } from 'react'
import { useText } from '../../i18n/text.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { useLatest } from './use-latest.ts'

/** Whether somebody else has moved a note since it was picked up, or it is not on the wall any more. */
const isTaken = (before: Item, after: Item | undefined): boolean =>
  after === undefined || after.cluster !== before.cluster || String(after.at) !== String(before.at)

/** Lets go of a held note when others take it away, and says so. Gives the ways to say what is held, and that nothing is. */
export const useTaken = (items: ReadonlyMap<ItemId, Item>, letGo: () => void) => {
  const t = useText()
  const announce = useAnnounce()
  const held = useRef<Item>(undefined)
  const now = useLatest(letGo)
  useEffect(() => {
    const before = held.current
    if (!before || !isTaken(before, items.get(before.id))) return
    held.current = undefined
    now.current()
    announce(t('wall.taken'), 'assertive')
  }, [items, now, announce, t])
  const hold = useCallback((item: Item | undefined): void => {
    held.current = item
  }, [])
  return hold
}

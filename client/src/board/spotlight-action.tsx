import type { Item } from '@roundel/shared/board'
import { LaterSpotlightButton } from '../calls/later-calls.tsx'
import { useViewPart } from '../sync/room-context.ts'

/** The way to show a note to all, for those who may; nobody else loads it. `tabIndex` for notes reached by arrows. */
export const SpotlightAction = ({ item, tabIndex }: { readonly item: Item; readonly tabIndex?: number }) =>
  useViewPart('me').can['spotlight'] && (
    <LaterSpotlightButton item={item} {...(tabIndex !== undefined && { tabIndex })} />
  )

import type { DraftItem, Item } from '@roundel/shared/board'
import type { ItemId } from '@roundel/shared/kernel'
import { type ReactNode, createContext, useContext } from 'react'

/** What is different where something else than plain ideas is written, or where it shows what led to it. */
export interface Flavour {
  /** What is said instead of an idea's own words. */
  readonly label?: string
  readonly placeholder?: string
  readonly add?: string
  readonly added?: (count: number) => string
  readonly title?: (count: number) => string
  /** One short line after the other: Enter alone adds. */
  readonly isQuick?: boolean
  /** What on the board brings to mind what is written now. */
  readonly inspiredBy?: readonly ItemId[]
  /** What led to an item, on its note; to a private one, beside it. */
  readonly tags?: (item: Item | DraftItem) => ReactNode
}

const FlavourContext = createContext<Flavour>({})

export const FlavourProvider = FlavourContext.Provider

/** What the method of the present step says and shows in its own way. */
export const useFlavour = (): Flavour => useContext(FlavourContext)

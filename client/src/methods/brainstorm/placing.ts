import type { ClusterId, ItemId } from '@roundel/shared/kernel'
import type { Dispatch, SetStateAction } from 'react'

/** What this person has just done on this device while items are placed. */
export interface Placing {
  /** Groups that were made here and that may still be empty. */
  readonly made: ReadonlySet<ClusterId>
  readonly newest?: ClusterId | undefined
  readonly moved?: ItemId
}

export const NOTHING_PLACED: Placing = { made: new Set() }

/** It is shared by one's own side and the room, which are drawn in two places. */
export type Hand = readonly [Placing, Dispatch<SetStateAction<Placing>>]

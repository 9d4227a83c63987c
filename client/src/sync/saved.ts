/** What is known about the way between this device and the server, in the device's own milliseconds. */
export interface SavedFacts {
  /** The oldest change made here that the server has not confirmed. */
  readonly unsavedSince?: number
  /** Since when the server cannot be reached. */
  readonly lostSince?: number
  /** When the server was back and everything was confirmed, after a loss that the person was told of, and the texts sent. */
  readonly back?: { readonly since: number; readonly texts: number }
  /** Texts that wait for the server. */
  readonly texts: number
}

/** What the one indicator shows. `sending`: something is not saved yet, for so short a time that it is not worth a word. */
export type SavedState =
  | { readonly state: 'saved' | 'sending' | 'saving' | 'slow' }
  | { readonly state: 'waiting' | 'back' | 'lost'; readonly texts: number }

/** When each state begins, in milliseconds. Short waits are not worth a word. */
export const SAVED_AFTER = { saving: 400, slow: 5_000, waiting: 3_000, lost: 120_000, backFor: 4_000 } as const

/** What to show for these facts at this moment. */
export const savedState = (facts: SavedFacts, now: number): SavedState => {
  const lostFor = facts.lostSince === undefined ? -1 : now - facts.lostSince
  if (lostFor >= SAVED_AFTER.lost) return { state: 'lost', texts: facts.texts }
  if (lostFor >= SAVED_AFTER.waiting) return { state: 'waiting', texts: facts.texts }
  const unsavedFor = facts.unsavedSince === undefined ? -1 : now - facts.unsavedSince
  if (unsavedFor >= SAVED_AFTER.slow) return { state: 'slow' }
  if (unsavedFor >= SAVED_AFTER.saving) return { state: 'saving' }
  if (facts.back && now - facts.back.since < SAVED_AFTER.backFor) return { state: 'back', texts: facts.back.texts }
  return { state: unsavedFor >= 0 ? 'sending' : 'saved' }
}

/** Milliseconds until the state can change by time alone; undefined when it cannot. */
export const timeToNextState = (facts: SavedFacts, now: number): number | undefined => {
  const moments = [
    facts.lostSince !== undefined && facts.lostSince + SAVED_AFTER.waiting,
    facts.lostSince !== undefined && facts.lostSince + SAVED_AFTER.lost,
    facts.unsavedSince !== undefined && facts.unsavedSince + SAVED_AFTER.saving,
    facts.unsavedSince !== undefined && facts.unsavedSince + SAVED_AFTER.slow,
    facts.back && facts.back.since + SAVED_AFTER.backFor,
  ].filter((moment): moment is number => typeof moment === 'number' && moment > now)
  return moments.length === 0 ? undefined : Math.min(...moments) - now
}

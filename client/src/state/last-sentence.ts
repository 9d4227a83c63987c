import type { ItemId, SessionId, StepId } from '@roundel/shared/kernel'
import type { ItemKind } from '@roundel/shared/board'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { deviceStorage } from './stored.ts'

/** The sentence that was in hand when a page of a session was left. */
export interface LastSentence {
  readonly session: SessionId
  readonly step: StepId
  readonly kind: ItemKind
  /** Its record, where it had one before the page was left. */
  readonly id?: ItemId | undefined
  readonly text: string
}

interface LastSentences {
  readonly sentence?: LastSentence | undefined
  readonly leave: (sentence: LastSentence | undefined) => void
}

/**
 * A page that goes has no time to write into a database, so the last letters are put here, where writing takes none. Also
 * holds what is longer than a note.
 */
export const useLastSentence = create<LastSentences>()(
  persist((set) => ({ leave: (sentence) => set({ sentence }) }), {
    name: 'roundel.sentence',
    version: 1,
    storage: deviceStorage,
  }),
)

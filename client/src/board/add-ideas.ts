import type { Colour } from '@roundel/shared/board'
import type { Sentence } from './composing-store.ts'

/** What several ideas became that were added at once. */
export interface AddedIdeas {
  readonly count: number
  /** Those that were not added, in order. */
  readonly left: readonly string[]
  /** Why not, in words. */
  readonly problem?: string
  /** Takes all of them back. */
  readonly undo: () => Promise<void>
}

/**
 * Adds several ideas at once, each as if it had been written by itself. `taken` is what they were in the composer; it is
 * dropped when they are safe.
 */
export type AddIdeas = (texts: readonly string[], colour: Colour, taken: Sentence) => Promise<AddedIdeas>

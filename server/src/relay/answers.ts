import * as Y from 'yjs'
import type { Frames } from './frames.ts'
import { syncMessage } from './outbound.ts'
import { stateVectorKey, type StateVector } from './state-vector.ts'

/** What a client lacked at some sequence, kept with its frames for the next that lacks the same. */
export interface Part {
  readonly seq: number
  readonly bytes: Uint8Array
  asUpdate?: Frames
  asStep2?: Frames
  tail?: { readonly seq: number; readonly frames: Frames }
}

/** A tail longer than this costs more to merge than a fresh part costs to encode. */
const TAIL_UPDATES = 200
const TAIL_BYTES = 64 * 1024
const PARTS = 64

/**
 * Answers to sync step 1, made once for all clients that ask the same.
 *
 * An answer is a remembered part and, as sync step 2, everything written since: a join while people type costs a write
 * of shared bytes, not an encoding of the document.
 */
export interface Answers {
  /** The part that answers `vector`, if there is one that is still worth using at the present end. */
  readonly find: (vector: StateVector) => Part | undefined
  readonly keep: (vector: StateVector, seq: number, bytes: Uint8Array) => Part
  /** The messages, in order; step 2 is the last, so that "synced" is true when it fires. */
  readonly compose: (part: Part) => readonly Frames[]
  /** The document grew. */
  readonly append: (seq: number, bytes: Uint8Array) => void
  /** Updates after the oldest part, in order. */
  readonly tail: () => readonly Uint8Array[]
  readonly tailIsLong: () => boolean
  /** Forgets everything: parts can be made anew from the document. */
  readonly clear: () => void
}

export const openAnswers = (): Answers => {
  const parts = new Map<string, Part>()
  let tail: { readonly seq: number; readonly bytes: Uint8Array }[] = []
  let tailBytes = 0
  let end = 0

  const tailIsLong = (): boolean => tail.length > TAIL_UPDATES || tailBytes > TAIL_BYTES

  const since = (seq: number): readonly Uint8Array[] =>
    tail.filter((update) => update.seq > seq).map(({ bytes }) => bytes)

  const clear = (): void => {
    parts.clear()
    tail = []
    tailBytes = 0
  }

  return {
    find: (vector) => parts.get(stateVectorKey(vector)),
    keep: (vector, seq, bytes) => {
      if (parts.size === 0) end = seq
      if (parts.size >= PARTS) {
        // The whole document, under the empty key, stays: what is not live is read from it.
        const oldest = [...parts.keys()].find((key) => key !== '')
        if (oldest !== undefined) parts.delete(oldest)
      }
      const part: Part = { seq, bytes }
      parts.set(stateVectorKey(vector), part)
      return part
    },
    compose: (part) => {
      if (part.seq === end) return [(part.asStep2 ??= syncMessage('step2', part.bytes))]
      if (part.tail?.seq !== end) {
        part.tail = { seq: end, frames: syncMessage('step2', Y.mergeUpdates([...since(part.seq)])) }
      }
      return [(part.asUpdate ??= syncMessage('update', part.bytes)), part.tail.frames]
    },
    append: (seq, bytes) => {
      end = seq
      if (parts.size === 0) return
      tail.push({ seq, bytes })
      tailBytes += bytes.length
    },
    tail: () => tail.map(({ bytes }) => bytes),
    tailIsLong,
    clear,
  }
}

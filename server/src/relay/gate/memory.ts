import type * as Y from 'yjs'
import type { Deletions } from './update.ts'

/** Below this size, looking ranges up is as quick as remembering them. */
const WORTHWHILE_BYTES = 64

/**
 * Sections of delete sets of which each range is deleted in a document. What is deleted stays deleted, so nothing here
 * ever goes out of date; it goes with the document.
 */
const remembered = new WeakMap<Y.Doc, Map<number, Uint8Array>>()

/** The ranges of a client id that were last seen to be known, as bytes. */
export const recallDeletions = (doc: Y.Doc, client: number): Uint8Array | undefined => remembered.get(doc)?.get(client)

/** Remembers sections of an update of which the document knows every range. */
export const rememberDeletions = (doc: Y.Doc, update: Uint8Array, known: readonly Deletions[]): void => {
  for (const { client, from, to } of known) {
    if (to - from < WORTHWHILE_BYTES) continue
    let sections = remembered.get(doc)
    if (!sections) {
      sections = new Map()
      remembered.set(doc, sections)
    }
    // A copy: the update may be a view of a larger frame.
    sections.set(client, update.slice(from, to))
  }
}

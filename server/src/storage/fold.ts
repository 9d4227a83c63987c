import { isDeepStrictEqual } from 'node:util'
import * as Y from 'yjs'

/** The rows of a document do not give a document: something they build on is missing, or a copy differs. */
export class FoldFault extends Error {
  override readonly name = 'FoldFault'
}

/**
 * Replays updates, in order, into a new document that collects deleted content.
 *
 * One transaction for all: replaying 50,000 one-letter updates takes a fifth of a second, merging them two minutes.
 */
export const replayUpdates = (updates: readonly Uint8Array[]): Y.Doc => {
  const doc = new Y.Doc({ gc: true })
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  return doc
}

const readRoot = (doc: Y.Doc, name: string): readonly (readonly [string, unknown])[] => {
  const isMap = (doc.share.get(name)?._map.size ?? 0) > 0
  const content = doc.get(name, isMap ? Y.Map : Y.Array).toJSON()
  return Object.keys(content).length > 0 ? [[name, content]] : []
}

// Everything a replayed document says, as plain JSON by root name; roots that say nothing are left out. A root that was
// never asked for has no type yet and gets one here, by its content: such a document is not for writing later.
const readContent = (doc: Y.Doc): Readonly<Record<string, unknown>> =>
  Object.fromEntries([...doc.share.keys()].flatMap((name) => readRoot(doc, name)))

/** Whether two replayed documents hold the same: state vector, delete set and content. */
export const holdSame = (one: Y.Doc, other: Y.Doc): boolean =>
  Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other)) && isDeepStrictEqual(readContent(one), readContent(other))

const isComplete = (doc: Y.Doc): boolean => doc.store.pendingStructs === null && doc.store.pendingDs === null

const replayWhole = (updates: readonly Uint8Array[]): Y.Doc => {
  const doc = replayUpdates(updates)
  if (isComplete(doc)) return doc
  throw new FoldFault('an update builds on something that is missing')
}

/**
 * What can be saved of a document with lost rows, as one update: everything whose foundations are there.
 *
 * The rest would wait for ever for what is lost, and is left out. Not for documents that are whole: use `foldUpdates`.
 */
export const salvageUpdates = (updates: readonly Uint8Array[]): Uint8Array => {
  const doc = replayUpdates(updates)
  // Yjs writes what waits into the encoded state too, unless it is taken away.
  doc.store.pendingStructs = null
  doc.store.pendingDs = null
  const bytes = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return bytes
}

/** What is to become of a document. */
export type DocumentChange = (doc: Y.Doc) => void

/** The updates and a change after them as one update, without what was deleted. */
export const rewriteUpdates = (updates: readonly Uint8Array[], change: DocumentChange): Uint8Array => {
  const doc = replayUpdates(updates)
  change(doc)
  const bytes = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return bytes
}

/**
 * The updates as one, without what was deleted.
 *
 * The result is read back into a second document and compared before it is given out. Throws `FoldFault` when an update
 * builds on something missing or the copy differs, and what Yjs throws when an update is unreadable.
 */
export const foldUpdates = (updates: readonly Uint8Array[]): Uint8Array => {
  const doc = replayWhole(updates)
  const bytes = Y.encodeStateAsUpdate(doc)
  const copy = replayWhole([bytes])
  if (!holdSame(doc, copy)) throw new FoldFault('the snapshot read back differs from what was written')
  doc.destroy()
  copy.destroy()
  return bytes
}

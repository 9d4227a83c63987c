import { type SeatId, type SessionId, asId } from '@roundel/shared/kernel'
import { onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { holdSame, replayUpdates } from '../fold.ts'
import type { Append, Store, StoredDocument, Write } from '../store.ts'

/** How a suite gets a store, and gets at what is stored once more after closing. */
export type OpenStore = () => Promise<{ readonly store: Store; readonly reopen: () => Promise<Store> }>

export const SESSION = asId<'session'>('session-00000001')
export const OTHER = asId<'session'>('session-00000002')
export const ANN = asId<'seat'>('seat-ann-0000001')
export const BOB = asId<'seat'>('seat-bob-0000001')

/** The next value of a session, as a part of a write. */
export const value = (version: number, code = `CODE-${version}`): Write & Required<Pick<Write, 'value'>> => ({
  session: SESSION,
  value: { version, json: JSON.stringify({ version, text: 'سلام, мир' }), code },
})

/** A store with nothing in it, closed after the test. */
export const openBlank = async (open: OpenStore) => {
  const { store, reopen } = await open()
  onTestFinished(() => store.close())
  return {
    store,
    reopen: async (): Promise<Store> => {
      const again = await reopen()
      onTestFinished(() => again.close())
      return again
    },
  }
}

/** A store with one session at version 1. */
export const openFilled = async (open: OpenStore) => {
  const opened = await openBlank(open)
  await opened.store.create(value(1))
  return opened
}

export const append = (seq: number, bytes: Uint8Array, document = 'board', claims: Append['claims'] = []): Append => ({
  document,
  seq,
  bytes,
  claims,
})

/** The store as it is, then the store as it is found after opening again. */
export async function* readTwice({ store, reopen }: Awaited<ReturnType<typeof openBlank>>): AsyncGenerator<Store> {
  yield store
  yield await reopen()
}

/** A document being written: each change comes out as one update. */
export const openPen = (owner: SeatId = ANN, client = 7) => {
  const doc = new Y.Doc()
  doc.clientID = client
  let seq = 0
  let pending: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => pending.push(update))
  return {
    doc,
    /** The appends that a change gives, numbered from where the last ended. */
    write: (change: (doc: Y.Doc) => void, document = 'board'): Append[] => {
      pending = []
      change(doc)
      return pending.map((bytes) => append(++seq, bytes, document, [{ client, owner }]))
    },
  }
}

/** Types, deletes and sets so that a document has text, a map, an array, and holes. */
export const scribble = (turn: number) => (doc: Y.Doc) => {
  const text = doc.getText('summary')
  text.insert(turn % 3 === 0 ? 0 : text.length, `word${turn} `)
  if (turn % 4 === 3) text.delete(1, 5)
  doc.get('items', Y.Map).set(`item${turn % 5}`, new Y.Map([['at', [turn, -turn]]]))
  doc.getArray('order').push([turn])
}

/** The document that stored rows give back. */
export const replayStored = ({ snapshot, updates }: StoredDocument): Y.Doc =>
  replayUpdates(snapshot ? [snapshot, ...updates] : updates)

/** Whether what is stored replays to the document that was written. */
export const holds = async (store: Store, doc: Y.Doc, document = 'board', session: SessionId = SESSION) =>
  holdSame(replayStored(await store.document(session, document)), replayUpdates([Y.encodeStateAsUpdate(doc)]))

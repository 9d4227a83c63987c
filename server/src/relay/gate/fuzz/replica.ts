import type { SeatId } from '@roundel/shared/kernel'
import * as Y from 'yjs'
import type { Intention } from './acts.ts'

/** A message of the sync protocol of Yjs. */
type Message =
  | { readonly type: 'step1'; readonly vector: Uint8Array }
  | { readonly type: 'step2'; readonly bytes: Uint8Array }
  | { readonly type: 'update'; readonly bytes: Uint8Array }

/** A tab or device of one person: a stock document, and a socket with what is under way in both directions. */
export interface Replica {
  readonly seat: SeatId
  doc: Y.Doc
  open: boolean
  readonly up: Message[]
  readonly down: Message[]
  /** What this tab could take back, the latest last. */
  intentions: Intention[]
  /** Whether the server waits for this client's step 2. */
  awaited: boolean
}

const openDoc = (client: number, gc: boolean): Y.Doc => {
  const doc = new Y.Doc({ gc })
  doc.clientID = client
  return doc
}

export const createReplica = (seat: SeatId, client: number, gc = true): Replica => ({
  seat,
  doc: openDoc(client, gc),
  open: false,
  up: [],
  down: [],
  intentions: [],
  awaited: false,
})

/**
 * Changes the document on this side. What it writes is sent as soon as the socket is open, as y-websocket does. Returns
 * the updates that came of it.
 */
export const perform = (replica: Replica, change: () => void): readonly Uint8Array[] => {
  const { doc, up } = replica
  const written: Uint8Array[] = []
  const send = (bytes: Uint8Array) => {
    written.push(bytes)
    if (replica.open) up.push({ type: 'update', bytes })
  }
  // Listened to only now: Yjs encodes every change that anybody listens to, also those from the server.
  doc.on('update', send)
  change()
  doc.off('update', send)
  return written
}

/** A reload: the old document is gone, its cache is read into a new one with a new client id. */
export const reload = (replica: Replica, client: number, cache: Uint8Array | undefined, gc = true): void => {
  replica.doc.destroy()
  replica.doc = openDoc(client, gc)
  replica.intentions = []
  if (cache) Y.applyUpdate(replica.doc, cache)
}

/** Opens the socket: both sides send what they know. */
export const connect = (replica: Replica, server: Y.Doc): void => {
  replica.open = true
  replica.awaited = true
  replica.up.push({ type: 'step1', vector: Y.encodeStateVector(replica.doc) })
  replica.down.push({ type: 'step1', vector: Y.encodeStateVector(server) })
}

/** Loses the socket, and with it what was under way. */
export const disconnect = (replica: Replica): void => {
  replica.open = false
  replica.awaited = false
  replica.up.length = 0
  replica.down.length = 0
}

/** The client takes the next message from the server. */
export const receive = (replica: Replica): void => {
  const message = replica.down.shift()
  if (!message) return
  if (message.type === 'step1') {
    replica.up.push({ type: 'step2', bytes: Y.encodeStateAsUpdate(replica.doc, message.vector) })
  } else {
    Y.applyUpdate(replica.doc, message.bytes)
  }
}

import type { SeatId } from '@roundel/shared/kernel'
import { MESSAGE, SYNC } from '@roundel/shared/protocol'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as sync from 'y-protocols/sync'
import * as Y from 'yjs'
import type { DocumentRoom } from '../room.ts'
import type { Connection } from '../wire.ts'
import { openTestWire, type TestWire } from './test-wire.ts'

export const syncFrame = (type: keyof typeof SYNC, payload: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync)
    encoding.writeVarUint(encoder, SYNC[type])
    encoding.writeVarUint8Array(encoder, payload)
  })

/** What a message from the server is. */
export const describe = (message: Uint8Array): string => {
  const decoder = decoding.createDecoder(message)
  const type = decoding.readVarUint(decoder)
  if (type === MESSAGE.awareness) return 'awareness'
  if (type === MESSAGE.durable) return `durable ${decoding.readVarUint(decoder)}`
  return ['step1', 'step2', 'update'][decoding.readVarUint(decoder)] as string
}

/** A client as the stock provider is one, without a network: its messages lie in two queues until somebody moves them. */
export interface TestPeer {
  readonly doc: Y.Doc
  readonly wire: TestWire
  /** Asks anew for what the server has, as it did when it joined. */
  readonly ask: () => void
  /** Messages to the server that were not sent yet. */
  readonly waiting: () => number
  /** Sends the next messages, all of them unless told how many. */
  readonly send: (count?: number) => void
  /** Takes the next messages from the server, all of them unless told how many. Says what they were. */
  readonly take: (count?: number) => readonly string[]
  readonly isSynced: () => boolean
  /** Messages sent that change something, and how many the server said are durable. */
  readonly written: () => number
  readonly durable: () => number
  readonly leave: () => void
}

export const joinRoom = (room: DocumentRoom, seat: SeatId, doc = new Y.Doc(), roundel = false): TestPeer => {
  const wire = openTestWire(roundel)
  const connection: Connection = room.connect(wire, seat)
  wire.onClose(connection.closed)
  const outgoing: Uint8Array[] = [syncFrame('step1', Y.encodeStateVector(doc))]
  const incoming: Uint8Array[] = []
  let isSynced = false
  let isGone = false
  let written = 0
  let durable = 0

  const write = (update: Uint8Array, origin: unknown): void => {
    if (origin !== wire) outgoing.push(syncFrame('update', update))
  }
  doc.on('update', write)

  const take = (message: Uint8Array): string => {
    const decoder = decoding.createDecoder(message)
    const type = decoding.readVarUint(decoder)
    if (type === MESSAGE.durable) durable = decoding.readVarUint(decoder)
    if (type !== MESSAGE.sync) return describe(message)
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, MESSAGE.sync)
    if (sync.readSyncMessage(decoder, encoder, doc, wire) === SYNC.step2) isSynced = true
    if (encoding.length(encoder) > 1) outgoing.push(encoding.toUint8Array(encoder))
    return describe(message)
  }

  return {
    doc,
    wire,
    ask: () => void outgoing.push(syncFrame('step1', Y.encodeStateVector(doc))),
    waiting: () => outgoing.length,
    send: (count = outgoing.length) => {
      for (const message of outgoing.splice(0, count)) {
        if (isGone) return
        if (message[0] === MESSAGE.sync && message[1] !== SYNC.step1) written++
        connection.receive(message)
      }
    },
    take: (count) => {
      incoming.push(...wire.take())
      return incoming.splice(0, count ?? incoming.length).map(take)
    },
    isSynced: () => isSynced,
    written: () => written,
    durable: () => durable,
    leave: () => {
      isGone = true
      doc.off('update', write)
      connection.closed()
    },
  }
}

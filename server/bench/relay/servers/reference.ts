import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { WebSocket } from 'ws'
import * as sync from 'y-protocols/sync'
import * as Y from 'yjs'
import { listen } from './listen.ts'

// What the reference server of y-websocket does with a document: a live one, one send per update and socket, the
// writer's own included, and nothing stored.
const SYNC = 0
const doc = new Y.Doc()
const sockets = new Set<WebSocket>()

doc.on('update', (update: Uint8Array) => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, SYNC)
  sync.writeUpdate(encoder, update)
  const message = encoding.toUint8Array(encoder)
  for (const socket of sockets) {
    if (socket.readyState === socket.OPEN) socket.send(message, {}, () => {})
  }
})

listen((socket) => {
  sockets.add(socket)
  socket.on('close', () => sockets.delete(socket))
  socket.on('message', (data: Buffer) => {
    const decoder = decoding.createDecoder(new Uint8Array(data))
    if (decoding.readVarUint(decoder) !== SYNC) return
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, SYNC)
    sync.readSyncMessage(decoder, encoder, doc, socket)
    if (encoding.length(encoder) > 1) socket.send(encoding.toUint8Array(encoder))
  })
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, SYNC)
  sync.writeSyncStep1(encoder, doc)
  socket.send(encoding.toUint8Array(encoder))
})

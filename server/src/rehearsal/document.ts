import { MESSAGE, TOKEN_SUBPROTOCOL } from '@roundel/shared/protocol'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import WebSocket from 'ws'
import * as sync from 'y-protocols/sync'
import * as Y from 'yjs'

/** A document that a program follows and writes, for as long as its socket lasts. */
export interface FollowedDocument {
  readonly doc: Y.Doc
  readonly isSynced: () => boolean
  readonly isOpen: () => boolean
  readonly close: () => void
}

/**
 * Follows a document by the protocol of y-websocket. The stock provider is made for pages: it prints what it does not
 * know, listens for the end of the process, and comes back by itself, which a simulated person need not.
 */
export const followDocument = (url: string, token: string): FollowedDocument => {
  const doc = new Y.Doc()
  const socket = new WebSocket(url, [`${TOKEN_SUBPROTOCOL}${token}`])
  socket.binaryType = 'arraybuffer'
  let isSynced = false

  /** Sends a sync message, unless nothing was written into it. */
  const send = (write: (encoder: encoding.Encoder) => void): void => {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, MESSAGE.sync)
    const empty = encoding.length(encoder)
    write(encoder)
    if (socket.readyState === WebSocket.OPEN && encoding.length(encoder) > empty)
      socket.send(encoding.toUint8Array(encoder))
  }

  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== socket) send((encoder) => sync.writeUpdate(encoder, update))
  })
  socket.on('open', () => send((encoder) => sync.writeSyncStep1(encoder, doc)))
  socket.on('message', (data: ArrayBuffer) => {
    const decoder = decoding.createDecoder(new Uint8Array(data))
    if (decoding.readVarUint(decoder) !== MESSAGE.sync) return
    send((encoder) => {
      const type = sync.readSyncMessage(decoder, encoder, doc, socket)
      if (type === sync.messageYjsSyncStep2) isSynced = true
    })
  })
  // One that breaks also closes.
  socket.on('error', () => undefined)

  return {
    doc,
    isSynced: () => isSynced,
    isOpen: () => socket.readyState === WebSocket.CONNECTING || socket.readyState === WebSocket.OPEN,
    close: () => {
      socket.terminate()
      doc.destroy()
    },
  }
}

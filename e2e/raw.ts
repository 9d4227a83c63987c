import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import WebSocket from 'ws'
import * as sync from 'y-protocols/sync'
import * as Y from 'yjs'

const SYNC = 0
const DURABLE = 100

/** One document socket, without a provider: every message is sent when the test says so, and every answer is seen. */
export interface RawSocket {
  readonly doc: Y.Doc
  /** Changing messages sent so far: step 2 and update, counted as the server counts them. */
  readonly sent: () => number
  /** How many of them the server has said are on disk. */
  readonly durable: () => number
  /** The server has answered with all that it has. */
  readonly synced: Promise<void>
  /** The socket is gone: its code and reason. Never rejects. */
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>
  readonly isOpen: () => boolean
  /** Sends bytes as they are. */
  readonly send: (bytes: Uint8Array) => void
  /** Calls back after each message of the server. */
  readonly onMessage: (heard: () => void) => void
  readonly close: () => void
}

interface Way {
  readonly origin: string
  readonly session: string
  readonly document: string
  readonly token: string
  /** A replica to go on with; an empty one when absent. */
  readonly doc?: Y.Doc
}

/** Opens a document as y-websocket's protocol has it, with acknowledgements. What is written in `doc` is sent at once. */
export const openRaw = ({ origin, session, document, token, doc = new Y.Doc() }: Way): RawSocket => {
  const address = `${origin.replace('http', 'ws')}/api/sessions/${session}/docs/${document}`
  const socket = new WebSocket(address, ['roundel.v1', `token.${token}`])
  socket.binaryType = 'nodebuffer'
  const listeners: (() => void)[] = []
  let sent = 0
  let durable = 0
  const synced = Promise.withResolvers<void>()
  const closed = Promise.withResolvers<{ code: number; reason: string }>()

  const send = (bytes: Uint8Array) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(bytes)
  }
  const sendSync = (write: (encoder: encoding.Encoder) => void) => {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, SYNC)
    write(encoder)
    send(encoding.toUint8Array(encoder))
  }
  const sendUpdate = (update: Uint8Array, by: unknown) => {
    if (by === socket || socket.readyState !== WebSocket.OPEN) return
    sent++
    sendSync((encoder) => sync.writeUpdate(encoder, update))
  }

  const readSync = (decoder: decoding.Decoder) => {
    const type = decoding.readVarUint(decoder)
    if (type === sync.messageYjsSyncStep1) {
      sent++
      return sendSync((encoder) => sync.writeSyncStep2(encoder, doc, decoding.readVarUint8Array(decoder)))
    }
    Y.applyUpdate(doc, decoding.readVarUint8Array(decoder), socket)
    if (type === sync.messageYjsSyncStep2) synced.resolve()
    return undefined
  }

  socket.on('open', () => sendSync((encoder) => sync.writeSyncStep1(encoder, doc)))
  socket.on('message', (data: Buffer) => {
    const decoder = decoding.createDecoder(new Uint8Array(data))
    const type = decoding.readVarUint(decoder)
    if (type === SYNC) readSync(decoder)
    if (type === DURABLE) durable = decoding.readVarUint(decoder)
    for (const heard of listeners) heard()
  })
  // A socket that breaks also closes.
  socket.on('error', () => undefined)
  socket.on('close', (code, reason) => {
    doc.off('update', sendUpdate)
    synced.promise.catch(() => undefined)
    synced.reject(new Error(`closed before it was in sync: ${code} ${reason.toString()}`))
    closed.resolve({ code, reason: reason.toString() })
    for (const heard of listeners) heard()
  })
  doc.on('update', sendUpdate)

  return {
    doc,
    sent: () => sent,
    durable: () => durable,
    synced: synced.promise,
    closed: closed.promise,
    isOpen: () => socket.readyState === WebSocket.OPEN,
    send,
    onMessage: (heard) => void listeners.push(heard),
    close: () => socket.close(),
  }
}

import type { Duplex } from 'node:stream'
import { CLOSE, SUBPROTOCOL } from '@roundel/shared/protocol'
import type { WebSocket } from 'ws'
import type { Connection, Wire } from './wire.ts'

/**
 * The stream under a websocket. `ws` keeps it to itself; writing whole frames there between its own frames is sound as
 * long as it compresses nothing, because it writes each of its frames in one piece.
 */
const streamOf = (socket: WebSocket): Duplex => {
  const { _socket: stream } = socket as WebSocket & { readonly _socket: Duplex | null }
  if (!stream) throw new Error('the websocket is not open')
  return stream
}

const wireOf = (socket: WebSocket): Wire => {
  const stream = streamOf(socket)
  return {
    roundel: socket.protocol === SUBPROTOCOL,
    write: (frames) => {
      if (socket.readyState === socket.OPEN && stream.writable) stream.write(frames)
    },
    buffered: () => socket.bufferedAmount,
    onDrain: (resume) => void stream.on('drain', resume),
    close: (code, reason) => socket.close(code, reason),
  }
}

/**
 * Connects an open websocket of `ws` with a room. To be called in the tick in which the socket opened, before it can say
 * anything. The server must have been made with `perMessageDeflate: false`, which is its default.
 */
export const serveSocket = (socket: WebSocket, connect: (wire: Wire) => Connection): void => {
  // First of all: an error without a listener would end the process. A close follows, which is what matters.
  socket.on('error', () => {})
  const connection = connect(wireOf(socket))
  let isOver = false
  socket.on('message', (data, isBinary) => {
    if (isOver) return undefined
    if (isBinary && data instanceof Uint8Array) return connection.receive(data)
    isOver = true
    connection.closed()
    return socket.close(CLOSE.badMessage, 'binary messages only')
  })
  socket.on('close', connection.closed)
}

import type { AddressInfo } from 'node:net'
import { SUBPROTOCOL } from '@roundel/shared/protocol'
import { type WebSocket, WebSocketServer } from 'ws'

/** A websocket server on a free port of this machine. */
export interface Loopback {
  readonly url: string
  readonly sockets: ReadonlySet<WebSocket>
  readonly close: () => Promise<void>
}

/** Serves every socket with `serve`, which is told the last part of its path. */
export const openLoopback = async (serve: (socket: WebSocket, name: string) => void): Promise<Loopback> => {
  const server = new WebSocketServer({
    port: 0,
    host: '127.0.0.1',
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
  })
  server.on('connection', (socket, request) => serve(socket, request.url?.split('/').at(-1) ?? ''))
  await new Promise((resolve) => {
    server.on('listening', resolve)
  })
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/docs`,
    sockets: server.clients,
    close: async () => {
      for (const socket of server.clients) socket.terminate()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}

/** Waits, without a clock, until something is true; turns of the event loop are all it takes. */
export const until = async (isTrue: () => boolean): Promise<void> => {
  for (let turns = 0; !isTrue(); turns++) {
    if (turns > 200_000) throw new Error('it never became true')
    await new Promise<void>((resolve) => {
      setImmediate(resolve)
    })
  }
}

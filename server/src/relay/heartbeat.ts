import type { WebSocket } from 'ws'
import type { Clock } from './clock.ts'

const PING_MS = 25_000
const DEAD_MS = 55_000

/**
 * Pings a socket, which keeps proxies from cutting it, and ends it when its peer has not been heard of for 55 s, which
 * is how a dead network is noticed. For document sockets and live sockets alike.
 */
export const keepHeartbeat = (socket: WebSocket, clock: Clock): void => {
  let heardAt = clock.now()
  let cancel = (): void => {}

  const hear = (): void => {
    heardAt = clock.now()
  }

  const beat = (): void => {
    if (clock.now() - heardAt >= DEAD_MS) return socket.terminate()
    if (socket.readyState === socket.OPEN) socket.ping()
    cancel = clock.after(Math.min(PING_MS, heardAt + DEAD_MS - clock.now()), beat)
    return undefined
  }

  socket.on('pong', hear)
  socket.on('message', hear)
  socket.on('close', () => cancel())
  cancel = clock.after(PING_MS, beat)
}

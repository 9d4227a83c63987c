import { createServer, connect, type AddressInfo, type Socket } from 'node:net'
import { type Weather, carry } from './carry.ts'

/** What becomes of a websocket: it is let through, answered with 403, or its question is never answered at all. */
export type Websockets = 'pass' | 'refuse' | 'swallow'

/** One person's way to the server: a loopback proxy that a test can cut and mend, as a train does in the mountains. */
export interface Tunnel {
  /** The address at which this person's browser meets the server. */
  readonly origin: string
  /** Ends every connection and lets no new one through. */
  readonly cut: () => void
  readonly mend: () => void
  /** Ends every connection; new ones get through. */
  readonly drop: () => void
  /** From now on nothing comes through the connections that are open, and nobody is told. New ones get through. */
  readonly stall: () => void
  /** What becomes of websockets from now on, those that are open included. */
  readonly setWebsockets: (mode: Websockets) => void
  /** How slow the way is from now on; nothing for as fast as the machine can. */
  readonly setWeather: (weather?: Weather) => void
  /** How many websockets are open through it. */
  readonly openWebsockets: () => number
  readonly close: () => Promise<void>
}

const FORBIDDEN = 'HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'
const UPGRADE = /^upgrade:\s*websocket\s*$/im

/** The head of the first request of a connection, and whatever came with it. A browser upgrades fresh connections only. */
const readHead = (socket: Socket, then: (bytes: Buffer, isUpgrade: boolean) => void): void => {
  let bytes = Buffer.alloc(0)
  const take = (chunk: Buffer): void => {
    bytes = Buffer.concat([bytes, chunk])
    if (!bytes.includes('\r\n\r\n')) return
    socket.off('data', take)
    socket.pause()
    then(bytes, UPGRADE.test(bytes.toString('latin1')))
  }
  socket.on('data', take)
}

/** Opens a tunnel to a port of this machine. A page served through it also connects through it. */
export const openTunnel = async (target: number): Promise<Tunnel> => {
  const sockets = new Set<Socket>()
  const upgraded = new Set<Socket>()
  const stalled = new WeakSet<Socket>()
  let isCut = false
  let websockets: Websockets = 'pass'
  let weather: Weather | undefined

  const keep = (socket: Socket): Socket => {
    sockets.add(socket)
    // A broken connection is what a tunnel is for; both ends hear of it by `close`.
    socket.on('error', () => undefined)
    socket.on('close', () => {
      sockets.delete(socket)
      upgraded.delete(socket)
    })
    return socket
  }

  const join = (incoming: Socket, head: Buffer): void => {
    const outgoing = keep(connect(target, '127.0.0.1'))
    const now = { weather: () => weather, isStalled: () => stalled.has(incoming) }
    carry(incoming, outgoing, now, head)
    carry(outgoing, incoming, now)
    incoming.resume()
  }

  const proxy = createServer((incoming) => {
    keep(incoming)
    if (isCut) return incoming.destroy()
    return readHead(incoming, (head, isUpgrade) => {
      if (isUpgrade && websockets === 'refuse') return incoming.end(FORBIDDEN)
      if (isUpgrade && websockets === 'swallow') return incoming.resume()
      if (isUpgrade) upgraded.add(incoming)
      return join(incoming, head)
    })
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const { port } = proxy.address() as AddressInfo

  const drop = () => {
    for (const socket of sockets) socket.destroy()
  }

  return {
    origin: `http://localhost:${port}`,
    cut: () => {
      isCut = true
      drop()
    },
    mend: () => {
      isCut = false
    },
    drop,
    stall: () => {
      for (const socket of sockets) stalled.add(socket)
    },
    setWebsockets: (mode) => {
      websockets = mode
      if (mode !== 'pass') for (const socket of upgraded) socket.destroy()
    },
    setWeather: (next) => {
      weather = next
    },
    openWebsockets: () => upgraded.size,
    close: () => {
      drop()
      return new Promise((resolve) => proxy.close(() => resolve()))
    },
  }
}

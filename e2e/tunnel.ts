import { createServer, connect, type AddressInfo, type Socket } from 'node:net'

/** One person's way to the server: a loopback proxy that a test can cut and mend, as a train does in the mountains. */
export interface Tunnel {
  /** The address at which this person's browser meets the server. */
  readonly origin: string
  /** Ends every connection and lets no new one through. */
  readonly cut: () => void
  readonly mend: () => void
  readonly close: () => Promise<void>
}

/** Opens a tunnel to a port of this machine. A page served through it also connects through it. */
export const openTunnel = async (target: number): Promise<Tunnel> => {
  const sockets = new Set<Socket>()
  let isCut = false

  const keep = (socket: Socket): Socket => {
    sockets.add(socket)
    // A broken connection is what a tunnel is for; both ends hear of it by `close`.
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    return socket
  }

  const proxy = createServer((incoming) => {
    keep(incoming)
    if (isCut) return incoming.destroy()
    const outgoing = keep(connect(target, '127.0.0.1'))
    incoming.on('close', () => outgoing.destroy())
    outgoing.on('close', () => incoming.destroy())
    incoming.pipe(outgoing).pipe(incoming)
    return undefined
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const { port } = proxy.address() as AddressInfo

  const dropAll = () => {
    for (const socket of sockets) socket.destroy()
  }

  return {
    origin: `http://localhost:${port}`,
    cut: () => {
      isCut = true
      dropAll()
    },
    mend: () => {
      isCut = false
    },
    close: () => {
      dropAll()
      return new Promise((resolve) => proxy.close(() => resolve()))
    },
  }
}

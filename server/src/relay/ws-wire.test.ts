import websocket from '@fastify/websocket'
import { CLOSE, SUBPROTOCOL } from '@roundel/shared/protocol'
import fastify, { type FastifyInstance } from 'fastify'
import { afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { frameMessage } from './frames.ts'
import { openLoopback, until } from './testing/loopback.ts'
import type { Wire } from './wire.ts'
import { serveSocket } from './ws-wire.ts'

const ended: (() => unknown)[] = []

afterEach(async () => {
  for (const end of ended.splice(0).toReversed()) await end()
})

/** A server that keeps the wires of its sockets, and a client. */
const open = async (protocols: readonly string[] = []) => {
  const wires: Wire[] = []
  const received: Uint8Array[] = []
  let closed = 0
  const server = await openLoopback((socket) =>
    serveSocket(socket, (wire) => {
      wires.push(wire)
      return { receive: (message) => void received.push(message), closed: () => void closed++ }
    }),
  )
  ended.push(server.close)
  const client = new WebSocket(server.url, [...protocols])
  const messages: Uint8Array[] = []
  const codes: number[] = []
  client.on('message', (data: Buffer) => messages.push(new Uint8Array(data)))
  client.on('close', (code) => codes.push(code))
  await until(() => client.readyState === client.OPEN && wires.length === 1)
  return { server, client, messages, codes, received, wire: wires[0] as Wire, closed: () => closed }
}

test('R16 frames written to a wire arrive as messages, between the frames of ws itself', async () => {
  const { server, wire, messages, client } = await open()
  const pongs: unknown[] = []
  client.on('pong', () => pongs.push(1))
  const [socket] = server.sockets
  const large = frameMessage(new Uint8Array(300_000).fill(3))
  wire.write(Buffer.concat([...frameMessage(Uint8Array.of(1)), ...frameMessage(Uint8Array.of(2))]))
  for (const frame of large) {
    socket?.ping()
    client.ping()
    wire.write(frame)
  }
  await until(() => messages.length === 3 && pongs.length === large.length)
  expect(messages).toEqual([Uint8Array.of(1), Uint8Array.of(2), new Uint8Array(300_000).fill(3)])
  expect(wire.buffered()).toBe(0)
})

test('R16 a wire calls back when the network has taken what lagged', async () => {
  const { wire, client, messages } = await open()
  let drains = 0
  wire.onDrain(() => drains++)
  client.pause()
  const frame = Buffer.concat(frameMessage(new Uint8Array(64 * 1024)))
  let frames = 0
  while (wire.buffered() === 0 || frames < 200) {
    wire.write(frame)
    frames++
  }
  expect(drains).toBe(0)
  client.resume()
  await until(() => wire.buffered() === 0 && drains > 0 && messages.length === frames)
})

test('R9 a text message closes with 4400, and nothing behind it is taken', async () => {
  const { client, received, codes, closed } = await open()
  client.send(Uint8Array.of(1))
  client.send('hello')
  client.send(Uint8Array.of(2))
  await until(() => codes.length === 1)
  expect(codes).toEqual([CLOSE.badMessage])
  expect(received).toEqual([Buffer.of(1)])
  expect(closed()).toBeGreaterThan(0)
})

test.each([
  [[SUBPROTOCOL, 'yjs'], true],
  [[], false],
])('R6 a wire knows whether its client negotiated roundel.v1: %j', async (protocols, isRoundel) => {
  expect((await open(protocols)).wire.roundel).toBe(isRoundel)
})

test('R18 a socket that breaks is closed, and writing to it afterwards harms nobody', async () => {
  const { server, wire, closed } = await open()
  const [socket] = server.sockets
  socket?.terminate()
  wire.write(Buffer.concat(frameMessage(Uint8Array.of(1))))
  await until(() => closed() === 1)
  wire.write(Buffer.concat(frameMessage(Uint8Array.of(1))))
})

test('R16 a wire works over the injected sockets of @fastify/websocket', async () => {
  const app: FastifyInstance = fastify()
  const received: Uint8Array[] = []
  await app.register(websocket)
  app.get('/docs/board', { websocket: true }, (socket) =>
    serveSocket(socket, (wire) => {
      wire.write(Buffer.concat(frameMessage(Uint8Array.of(7))))
      return { receive: (message) => void received.push(message), closed: () => {} }
    }),
  )
  await app.ready()
  ended.push(() => app.close())
  const messages: Uint8Array[] = []
  const client = await app.injectWS(
    '/docs/board',
    {},
    {
      onInit: (socket) => void socket.on('message', (data: Buffer) => messages.push(new Uint8Array(data))),
    },
  )
  client.send(Uint8Array.of(9))
  await until(() => messages.length === 1 && received.length === 1)
  expect(messages).toEqual([Uint8Array.of(7)])
  client.terminate()
})

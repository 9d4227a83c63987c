import { CLOSE } from '@roundel/shared/protocol'
import { afterEach, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { openPresenceRoom } from './presence-room.ts'
import { type FakeClock, openFakeClock } from './testing/fake-clock.ts'
import { type Loopback, openLoopback, until } from './testing/loopback.ts'
import { openTestRoom, seat, type TestRoom } from './testing/test-room.ts'
import { serveSocket } from './ws-wire.ts'

// Before anything is loaded: lib0 keeps the `Date.now` that it finds.
vi.hoisted(() => vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] }))

interface Stage {
  readonly clock: FakeClock
  readonly documents: TestRoom
  readonly server: Loopback
}

const ended: (() => void | Promise<void>)[] = []

const open = async (): Promise<Stage> => {
  const clock = openFakeClock()
  const documents = openTestRoom({}, clock)
  const presence = openPresenceRoom({
    roster: (who) => ({ name: who, colour: 'mint' }),
    filter: (state) => state,
    mayRead: () => true,
    random: Math.random,
    clock,
  })
  let serial = 0
  const server = await openLoopback((socket, name) => {
    const who = seat(`s${serial++}`)
    serveSocket(socket, (wire) => (name === 'presence' ? presence : documents.room).connect(wire, who))
  })
  ended.push(server.close)
  return { clock, documents, server }
}

const connect = ({ server }: Stage, name: string, doc: Y.Doc, protocols: string[] = []) => {
  const provider = new WebsocketProvider(server.url, name, doc, {
    disableBc: true,
    protocols,
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  })
  const closes: number[] = []
  provider.on('connection-close', (event) => closes.push(event?.code ?? 0))
  ended.push(() => provider.destroy())
  return { provider, closes, text: doc.getText('t'), doc }
}

/** Lets windows end and messages arrive until something is true. */
const pass = async ({ clock }: Stage, isTrue: () => boolean): Promise<void> => {
  await until(() => {
    clock.advance(1)
    return isTrue()
  })
}

afterEach(async () => {
  for (const end of ended.splice(0).toReversed()) await end()
})

test('R40 an unmodified provider syncs two documents through the relay, both ways', async () => {
  const stage = await open()
  const one = connect(stage, 'board', new Y.Doc())
  const two = connect(stage, 'board', new Y.Doc())
  await pass(stage, () => one.provider.synced && two.provider.synced)
  one.text.insert(0, 'hello ')
  await pass(stage, () => two.text.toJSON() === 'hello ')
  two.text.insert(6, 'world')
  one.text.delete(0, 1)
  await pass(stage, () => one.text.toJSON() === 'ello world' && two.text.toJSON() === 'ello world')
  const late = connect(stage, 'board', new Y.Doc())
  await pass(stage, () => late.provider.synced)
  expect(late.text.toJSON()).toBe('ello world')
  expect([...one.closes, ...two.closes, ...late.closes]).toEqual([])
})

test('R40 a provider that comes back brings what it wrote meanwhile, and gets what others did', async () => {
  const stage = await open()
  const one = connect(stage, 'board', new Y.Doc())
  const two = connect(stage, 'board', new Y.Doc())
  await pass(stage, () => one.provider.synced && two.provider.synced)
  one.provider.disconnect()
  one.text.insert(0, 'offline ')
  two.text.insert(0, 'meanwhile ')
  await pass(stage, () => stage.documents.room.connections() === 1)
  one.provider.connect()
  await pass(stage, () => one.text.length === 18 && two.text.length === 18)
  expect(one.text.toJSON()).toBe(two.text.toJSON())
})

test('R40 a board of two megabytes arrives whole', async () => {
  const stage = await open()
  await stage.documents.write((doc) => {
    for (let index = 0; index < 40; index++) doc.getMap('items').set(`k${index}`, 'x'.repeat(50_000))
  })
  const one = connect(stage, 'board', new Y.Doc())
  await pass(stage, () => one.provider.synced)
  expect(one.doc.getMap('items').size).toBe(40)
})

test('R19 an idle provider stays connected for 100 s, and would not without the message every 15 s', async () => {
  const stage = await open()
  const one = connect(stage, 'board', new Y.Doc())
  const seen = connect(stage, 'presence', new Y.Doc())
  await pass(stage, () => one.provider.synced && seen.provider.synced)
  // Its own awareness would be renewed and prove nothing, since nobody answers it.
  one.provider.awareness.setLocalState(null)
  seen.provider.awareness.setLocalState(null)
  const began = Date.now()
  while (Date.now() - began < 100_000) {
    const heard = one.provider.wsLastMessageReceived
    vi.advanceTimersByTime(1_000)
    stage.clock.advance(1_000)
    if (Date.now() - heard >= 15_000) await until(() => one.provider.wsLastMessageReceived > heard)
  }
  expect(one.closes).toEqual([])
  expect(seen.closes).toEqual([])
  expect(one.provider.wsconnected).toBe(true)
  expect(Date.now() - one.provider.wsLastMessageReceived).toBeLessThan(16_000)

  vi.advanceTimersByTime(34_000)
  expect(one.closes).toEqual([0])
})

test('R50 of those who read together only who takes nothing is dropped, comes back whole, and holds up nobody', async () => {
  const stage = await open()
  const [slow, fast] = [connect(stage, 'board', new Y.Doc()), connect(stage, 'board', new Y.Doc())]
  await pass(stage, () => slow.provider.synced && fast.provider.synced)
  const socket = slow.provider.ws as unknown as WebSocket
  socket.pause()
  const write = (serial: number) =>
    stage.documents.write((doc) => doc.getMap('items').set('large', `${serial} ${'x'.repeat(900_000)}`))
  const serialAt = (doc: Y.Doc) => Number.parseInt(String(doc.getMap('items').get('large')), 10)
  let serial = 0
  // Until the network is full as well, however much it takes.
  while (stage.documents.room.connections() === 2 && serial < 60) {
    await write(++serial)
    await pass(stage, () => serialAt(fast.doc) === serial)
    stage.clock.advance(5_000)
  }
  expect(stage.documents.room.connections()).toBe(1)
  expect(serialAt(slow.doc) || 0).toBeLessThan(serial)
  expect(fast.closes).toEqual([])
  socket.resume()
  await pass(stage, () => slow.closes.length === 1)
  expect(slow.closes).toEqual([CLOSE.tooSlow])
  vi.advanceTimersByTime(3_000)
  await pass(stage, () => slow.provider.synced && serialAt(slow.doc) === serial)
  expect(fast.closes).toEqual([])
})

test('R40 a provider stops where coming back cannot help, and comes back where it can', async () => {
  const stage = await open()
  const one = connect(stage, 'board', new Y.Doc())
  await pass(stage, () => one.provider.synced)
  stage.documents.room.disconnect(CLOSE.restart)
  await pass(stage, () => one.closes.length === 1)
  vi.advanceTimersByTime(3_000)
  await pass(stage, () => one.provider.synced)
  stage.documents.room.disconnect(CLOSE.notAllowed)
  await pass(stage, () => one.closes.length === 2)
  vi.advanceTimersByTime(60_000)
  await pass(stage, () => stage.server.sockets.size === 0)
  expect(one.closes).toEqual([CLOSE.restart, CLOSE.notAllowed])
  expect(one.provider.shouldConnect).toBe(false)
})

test('R30 providers see each other in the presence room', async () => {
  const stage = await open()
  const one = connect(stage, 'presence', new Y.Doc())
  const two = connect(stage, 'presence', new Y.Doc())
  await pass(stage, () => one.provider.synced && two.provider.synced)
  one.provider.awareness.setLocalState({ cursor: [3, 4], user: { name: 'Eve' } })
  const others = () => [...two.provider.awareness.getStates()].filter(([id]) => id !== two.doc.clientID)
  await pass(stage, () => others().some(([, state]) => 'cursor' in state))
  expect(others().map(([, state]) => state)).toEqual([
    { cursor: [3, 4], seat: expect.any(String) as string, name: expect.any(String) as string, colour: 'mint' },
  ])
  one.provider.disconnect()
  await pass(stage, () => others().length === 0)
})

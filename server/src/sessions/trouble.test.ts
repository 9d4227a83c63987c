import { afterEach, beforeEach, expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import { type Meeting, type Person, createMeeting, newId, order, sitDown, viewOf } from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import {
  type DocumentClient,
  type LiveClient,
  openDocument,
  openLive,
  readTexts,
  until,
  writeItem,
} from '../testing/sockets.ts'

const SEATS = 20
const SOCKETS_PER_SEAT = 15
const PING_MS = 26_000

let server: RunningServer
let meeting: Meeting
let refs = 0
const opened: { close: () => void }[] = []
beforeEach(async () => {
  server = await startServer()
  meeting = await createMeeting(server, {
    agenda: [{ kind: 'brainstorm', names: 'shown', settings: { variant: 'free' } }],
  })
  await order(meeting, { type: 'start' })
})
afterEach(async () => {
  for (const each of opened.splice(0)) each.close()
  await server.stop()
})

const keep = <Client extends { close: () => void }>(client: Client): Client => {
  opened.push(client)
  return client
}

/** The network of a client dies without telling anybody: nothing goes out or comes in. Answers how it comes back. */
const deaden = ({ provider }: DocumentClient): (() => void) => {
  const socket = provider.ws as unknown as WebSocket
  socket.send = () => undefined
  socket.pause()
  return () => socket.resume()
}

/** Lets a ping's worth of time pass, and waits until this client's answer to it has arrived. */
const passPing = async (live: LiveClient): Promise<void> => {
  server.chance.jump(PING_MS)
  const ref = ++refs
  live.say({ type: 'command', ref, command: { type: 'mark', mark: 'ready', commandId: newId() } })
  await until(() => live.messages.some((message) => 'ref' in message && message.ref === ref))
}

const isHere = async (person: Person): Promise<boolean> =>
  (await viewOf(meeting)).people.find(({ id }) => id === person.seat)?.here === true

const sockets = (): number => server.app.websocketServer.clients.size

test('R47 a network that died without a word is found by the third ping; the person is gone for others, and what they wrote comes with them', async () => {
  const [ann, bob] = [await sitDown(meeting, 'Ann'), await sitDown(meeting, 'Bob')]
  const bobsLive = keep(await openLive(bob))
  const annsBoard = keep(openDocument(ann, 'board'))
  await until(annsBoard.isSynced)
  await until(() => isHere(ann))
  const step = (await viewOf(ann)).step?.id ?? ''
  writeItem(annsBoard.doc, step, 'before', ann.seat)
  const before = sockets()
  const revive = deaden(annsBoard)
  writeItem(annsBoard.doc, step, 'in the tunnel', ann.seat)
  expect(await isHere(ann)).toBe(true)
  for (let pings = 0; pings < 3; pings++) await passPing(bobsLive)
  await until(() => sockets() === before - 1)
  await until(async () => !(await isHere(ann)))
  expect(bobsLive.isOpen()).toBe(true)

  revive()
  const bobsBoard = keep(openDocument(bob, 'board'))
  await until(() => readTexts(bobsBoard.doc).length === 2)
  expect(readTexts(bobsBoard.doc).toSorted()).toEqual(['before', 'in the tunnel'])
  await until(() => isHere(ann))
})

test('R48 the late end of an old socket ends nothing of the new one: it goes on being written to, and its person is here', async () => {
  const [ann, bob] = [await sitDown(meeting, 'Ann'), await sitDown(meeting, 'Bob')]
  const bobsLive = keep(await openLive(bob))
  const old = keep(openDocument(ann, 'board'))
  await until(old.isSynced)
  deaden(old)
  const renewed = keep(openDocument(ann, 'board'))
  const live = keep(await openLive(ann))
  await until(renewed.isSynced)
  const before = sockets()
  for (let pings = 0; pings < 3; pings++) {
    await passPing(live)
    await passPing(bobsLive)
  }
  await until(() => sockets() < before)
  expect(await isHere(ann)).toBe(true)
  const bobsBoard = keep(openDocument(bob, 'board'))
  await until(bobsBoard.isSynced)
  writeItem(bobsBoard.doc, (await viewOf(bob)).step?.id ?? '', 'afterwards', bob.seat)
  await until(() => readTexts(renewed.doc).includes('afterwards'))
  expect(live.isOpen()).toBe(true)
})

test(`R49 ${SEATS * SOCKETS_PER_SEAT} sockets that come back in one moment all get everything, none is turned away, and commands go on`, async () => {
  const people: Person[] = []
  for (let nth = 0; nth < SEATS; nth++) people.push(await sitDown(meeting, `P${nth}`))
  const writer = keep(openDocument(people[0] as Person, 'board'))
  await until(writer.isSynced)
  const step = (await viewOf(meeting)).step?.id ?? ''
  for (let nth = 0; nth < 100; nth++) writeItem(writer.doc, step, `idea ${nth}`, people[0]?.seat ?? '')
  const storm = people.flatMap((person) =>
    Array.from({ length: SOCKETS_PER_SEAT }, () => keep(openDocument(person, 'board'))),
  )
  const commands = people.map((person) => order(person, { type: 'mark', mark: 'ready' }))
  await until(() => storm.every((client) => client.isSynced() && client.doc.getMap('items').size === 100), 25_000)
  await Promise.all(commands)
  expect(storm.flatMap(({ closings }) => closings)).toEqual([])
}, 60_000)

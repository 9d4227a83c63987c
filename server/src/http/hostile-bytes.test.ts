import { openBoard } from '@roundel/shared/board'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { BOMBS, PRESENCE_ATTACKS, hostileFrames } from '../relay/testing/hostile-frames.ts'
import { openAttacker } from '../testing/attacker.ts'
import {
  type Meeting,
  type Person,
  ask,
  createMeeting,
  give,
  newId,
  order,
  sitDown,
  urlOf,
  viewOf,
} from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { knock, openDocument, openLive, readDrafts, until, writeDraft, writeItem } from '../testing/sockets.ts'

let server: RunningServer
let meeting: Meeting
beforeAll(async () => {
  server = await startServer({ environment: { UPGRADES_PER_SECOND: '10000', LOG_LEVEL: 'warn' } })
})
afterAll(() => server.stop())
beforeEach(async () => {
  meeting = await createMeeting(server, { agenda: [{ kind: 'brainstorm', names: 'shown' }] })
})

const boardOf = async (): Promise<string> => (await ask(urlOf(meeting, '/items'), { token: meeting.token })).text

/** Somebody with two devices, who hears on the one what was written on the other. */
const openEcho = async (person: Person) => {
  const [hand, eye] = [openDocument(person, `draft.${person.seat}`), openDocument(person, `draft.${person.seat}`)]
  await until(() => hand.isSynced() && eye.isSynced())
  let written = 0
  return {
    write: () => {
      written++
      writeDraft(hand.doc, step, `echo ${written}`)
    },
    isHeard: () => readDrafts(eye.doc).length === written,
    written: () => written,
    isOpen: () => hand.closings.length + eye.closings.length === 0,
    close: () => {
      hand.close()
      eye.close()
    },
  }
}
let step = ''
const begin = async (): Promise<void> => {
  await order(meeting, { type: 'start' })
  step = (await viewOf(meeting)).step?.id ?? ''
}

test(
  'R43 2,000 hostile frames end at most their own sockets, and everybody else goes on',
  { timeout: 120_000 },
  async () => {
    await begin()
    const honest = await sitDown(meeting, 'Ann')
    const board = openDocument(meeting, 'board')
    await until(board.isSynced)
    const echo = await openEcho(honest)
    const mallory = await Promise.all(['A', 'B', 'C', 'D'].map((name) => sitDown(meeting, `Mallory ${name}`)))
    const attackers = mallory.flatMap((person) =>
      ['board', `draft.${person.seat}`].map((name) => openAttacker(person, name)),
    )
    const before = await boardOf()
    const codes = new Map<number, number>()
    for (const [index, frame] of hostileFrames(2_000, 20_261_122).entries()) {
      const { code } = await (attackers[index % attackers.length] as (typeof attackers)[number]).send(frame)
      expect([0, 4400, 4403, 4409, 4413, 4423, 4529, 1009], frame.kind).toContain(code)
      codes.set(code, (codes.get(code) ?? 0) + 1)
      if (index % 40 === 0) echo.write()
    }
    for (const attacker of attackers) attacker.close()
    await until(echo.isHeard)
    expect(echo.written()).toBe(50)
    expect(echo.isOpen()).toBe(true)
    expect(codes.get(4400)).toBeGreaterThan(1_000)
    expect(await boardOf()).toBe(before)
    expect(board.closings).toEqual([])
    expect(board.doc.store.pendingStructs).toBeNull()
    expect(server.lines.filter((line) => /"level":(?:50|60)/.test(line))).toEqual([])
    board.close()
    echo.close()
  },
)

test.each(BOMBS)('R43 $kind: refused or without effect, at a bounded cost', async ({ bytes }) => {
  await begin()
  const attacker = openAttacker(await sitDown(meeting, 'Mallory'), 'board')
  const before = await boardOf()
  const { user: since } = process.cpuUsage()
  const { code } = await attacker.send({ bytes })
  const { user: until } = process.cpuUsage()
  attacker.close()
  expect([4400, 4403, 4409, 4413, 4423, 0]).toContain(code)
  expect((until - since) / 1000, 'milliseconds, both ends together').toBeLessThan(500)
  expect(await boardOf()).toBe(before)
})

test.each(PRESENCE_ATTACKS)('R43 $kind: others see nothing of it', async ({ bytes }) => {
  await begin()
  const victim = openDocument(await sitDown(meeting, 'Ann'), 'presence')
  await until(victim.isSynced)
  const watcher = openDocument(await sitDown(meeting, 'Ben'), 'presence')
  victim.provider.awareness.setLocalState({ cursor: [1, 2] })
  const others = () =>
    [...watcher.provider.awareness.getStates()].filter(([id]) => id !== watcher.doc.clientID).map(([, state]) => state)
  await until(() => others().some((state) => state['name'] === 'Ann'))
  const attacker = openAttacker(await sitDown(meeting, 'Mallory'), 'presence')
  const { code } = await attacker.send({ bytes })
  expect([0, 4400, 4413]).toContain(code)
  const seen = others()
  expect(seen.find((state) => state['name'] === 'Ann')).toMatchObject({ name: 'Ann' })
  for (const state of seen) {
    expect(['Ann', 'Mallory']).toContain(state['name'])
    expect(state).not.toHaveProperty('role')
    expect(Object.hasOwn(state, '__proto__')).toBe(false)
  }
  expect(({} as Record<string, unknown>)['isFacilitator']).toBeUndefined()
  attacker.close()
  victim.close()
  watcher.close()
})

const PROTO = ['__proto__', 'constructor', 'prototype']

test.each(PROTO)('R43 %s gives nobody a right, in commands over both ways, in bodies and in queries', async (key) => {
  const ann = await sitDown(meeting, 'Ann')
  const poison = `"${key}":{"role":"facilitator","isFacilitator":true,"can":{"start":true}}`
  const posts = [
    ['/commands', `{"type":"start","commandId":"${newId()}",${poison}}`],
    ['/commands', `{${poison},"type":"lock","locked":true,"commandId":"${newId()}"}`],
    ['/seats', `{"invite":"${meeting.code}","name":"Eve",${poison}}`],
  ] as const
  for (const [path, body] of posts) {
    const { status } = await ask(urlOf(meeting, path), { token: ann.token, body })
    expect([400, 403, 422]).toContain(status)
  }
  const live = await openLive(ann)
  live.say(`{"type":"command","ref":1,"command":{"type":"start","commandId":"${newId()}",${poison}}}`)
  await until(() => live.messages.find(({ type }) => type === 'refused'))
  live.close()
  expect((await ask(`${urlOf(meeting)}?${key}[role]=facilitator`, { token: ann.token })).status).toBeLessThan(500)
  const view = await viewOf(ann)
  expect(view.me.role).toBe('participant')
  expect(view.session.state).toBe('lobby')
  expect(({} as Record<string, unknown>)['isFacilitator']).toBeUndefined()
})

test.each([
  ['JSON that is nested 100,000 deep', '['.repeat(100_000)],
  [
    'a command that is nested deep',
    `{"type":"command","ref":1,"command":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`,
  ],
  ['a number that is none', '{"type":"command","ref":1e999,"command":{}}'],
  ['half a character', '"\\ud800'],
  ['what is no object', 'null'],
])('R43 %s on the live socket ends that socket at most', async (_what, text) => {
  const attacker = await openLive(await sitDown(meeting, 'Mallory'))
  const honest = await openLive(meeting)
  attacker.say(text)
  const ended = attacker.closed.then(({ code }) => code)
  const answered = until(() => attacker.messages.some(({ type }) => type === 'refused'))
  expect([4400, true]).toContain(await Promise.race([ended, answered.catch(() => undefined)]))
  expect((await give(meeting, { type: 'start' })).status).toBe(200)
  await until(() => honest.view().step)
  expect(honest.isOpen()).toBe(true)
  honest.close()
  attacker.close()
})

test('R43 compression is not spoken, whoever offers it', async () => {
  const url = urlOf(meeting, '/docs/board').replace('http', 'ws')
  const socket = new WebSocket(url, [`token.${meeting.token}`], { perMessageDeflate: true })
  await new Promise((resolve) => socket.on('open', resolve))
  expect(socket.extensions).toBe('')
  socket.close()
})

test('R43 500 strangers at the door are all turned away, and nobody inside notices', async () => {
  await begin()
  const echo = await openEcho(await sitDown(meeting, 'Ann'))
  const strangers = Array.from({ length: 500 }, () => knock(urlOf(meeting, '/docs/board'), [`token.${newId()}`]))
  for (let count = 0; count < 10; count++) echo.write()
  for (const { status } of await Promise.all(strangers)) expect(status).toBe(401)
  await until(echo.isHeard)
  expect(echo.isOpen()).toBe(true)
  echo.close()
})

test('R43 20,000 moves of one note leave less than 5 kB behind', { timeout: 60_000 }, () => {
  const doc = new Y.Doc()
  const id = writeItem(doc, 'step567890123456', 'A note', meeting.seat)
  const before = Y.encodeStateAsUpdate(doc).length
  const { items } = openBoard(doc)
  for (let move = 0; move < 20_000; move++) items.patch(id, { at: [move % 3_200, move % 2_000] })
  expect(Y.encodeStateAsUpdate(doc).length - before).toBeLessThan(5_000)
})

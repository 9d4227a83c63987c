import { type Item, openBoard } from '@roundel/shared/board'
import { asId, LIMITS } from '@roundel/shared/kernel'
import { CLOSE } from '@roundel/shared/protocol'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { judge } from './gate/judge.ts'
import { openFakeClock } from './testing/fake-clock.ts'
import { permissiveJudge } from './testing/permissive-judge.ts'
import { describe as kindOf, joinRoom, syncFrame, type TestPeer } from './testing/test-peer.ts'
import { EMPTY_DOCUMENT, openTestRoom, seat, settle, type TestRoom } from './testing/test-room.ts'
import { openTestWire, type TestWire } from './testing/test-wire.ts'

const NOTHING = Uint8Array.of(0, 0)

const say = (stage: TestRoom, ...messages: readonly Uint8Array[]): TestWire => {
  const wire = openTestWire()
  const connection = stage.room.connect(wire, seat('one'))
  wire.onClose(connection.closed)
  for (const message of messages) connection.receive(message)
  return wire
}

const item = (id: string): Item => ({
  id: asId<'item'>(id.padEnd(16, '-')),
  kind: 'idea',
  step: asId<'step'>('step-00000000001'),
  text: id,
  lang: 'en',
  rank: '',
  state: 'published',
})

/** Numbers that look random and are the same in every run (Lehmer 1951; Park and Miller 1988). */
const chance = (seed: number): (() => number) => {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

const validFrames = (): readonly Uint8Array[] => {
  const doc = new Y.Doc()
  openBoard(doc).items.add(item('one'))
  const update = Y.encodeStateAsUpdate(doc)
  return [
    syncFrame('step1', Y.encodeStateVector(doc)),
    syncFrame('step2', update),
    syncFrame('update', update),
    Uint8Array.of(1, 7, 1, 5, 1, 3, 123, 125, 32),
    Uint8Array.of(3),
  ]
}

const cut = (frame: Uint8Array): readonly Uint8Array[] =>
  Array.from({ length: frame.length }, (_, length) => frame.slice(0, length))

const mutate = (frame: Uint8Array, random: () => number): Uint8Array => {
  const mutated = frame.slice()
  for (let changes = 1 + Math.floor(random() * 3); changes > 0; changes--) {
    mutated[Math.floor(random() * mutated.length)] = Math.floor(random() * 256)
  }
  return mutated
}

const malformed = (): readonly Uint8Array[] => {
  const random = chance(20_260_101)
  const frames = validFrames()
  const pairs = Array.from({ length: 65_536 }, (_, pair) => Uint8Array.of(pair >> 8, pair & 255, 0, 0))
  const mutations = Array.from({ length: 3_000 }, (_, index) =>
    mutate(frames[index % frames.length] as Uint8Array, random),
  )
  const longer = frames.map((frame) => new Uint8Array([...frame, 0]))
  return [new Uint8Array(), ...pairs, ...frames.flatMap(cut), ...mutations, ...longer]
}

test.each([
  ['the gate', judge],
  ['no gate to speak of', permissiveJudge],
])(
  'R9 no message, however malformed, throws, hangs, or reaches or removes anybody else, behind %s',
  { timeout: 60_000 },
  async (_, behind) => {
    const stage = openTestRoom({ judge: behind })
    const reader = joinRoom(stage.room, seat('reader'))
    reader.send()
    await settle()
    stage.clock.advance(16)
    reader.take()
    reader.send()
    const codes = new Map<number, number>()
    for (const message of malformed()) {
      const wire = say(stage, message)
      if (stage.room.pending() > 0) await settle()
      if (wire.closedWith() === undefined) stage.room.disconnect(CLOSE.goingAway, (who) => who === seat('one'))
      const code = wire.closedWith() ?? 0
      codes.set(code, (codes.get(code) ?? 0) + 1)
    }
    stage.clock.advance(1_000)
    expect(reader.wire.closedWith()).toBeUndefined()
    reader.take()
    expect(reader.doc.store.pendingStructs).toBeNull()
    expect(stage.faults).toEqual([])
    expect(codes.get(CLOSE.badMessage)).toBeGreaterThan(60_000)
    expect(codes.get(CLOSE.goingAway)).toBeGreaterThan(0)
    expect(codes.get(CLOSE.replicaOutOfDate)).toBeGreaterThan(0)
    openBoard(reader.doc).items.add(item('after'))
    reader.send()
    await settle()
    expect(openBoard(stage.room.read()).items.get(item('after').id)?.text).toBe('after')
  },
)

test.each([
  ['an unknown type', Uint8Array.of(2, 0)],
  ['message 100, which only the server says', Uint8Array.of(100, 1)],
  ['an unknown kind of sync', Uint8Array.of(0, 3, 0)],
  ['junk behind the message', new Uint8Array([...syncFrame('update', NOTHING), 0])],
  ['a length beyond the end', Uint8Array.of(0, 2, 200, 1, 0)],
  ['half a state vector', syncFrame('step1', Uint8Array.of(2, 1, 1))],
  ['half an awareness update', Uint8Array.of(1, 3, 1, 5, 1)],
  ['nothing', new Uint8Array()],
])('R9 %s closes with 4400', (_, message) => {
  expect(say(openTestRoom(), message).closedWith()).toBe(CLOSE.badMessage)
})

test.each([
  ['step1', LIMITS.syncStep1Bytes],
  ['step2', LIMITS.syncStep2Bytes],
  ['update', LIMITS.updateBytes],
] as const)('R9 a %s above its size closes with 4413', (type, bytes) => {
  expect(say(openTestRoom(), syncFrame(type, new Uint8Array(bytes + 1))).closedWith()).toBe(CLOSE.tooLarge)
  expect(say(openTestRoom(), syncFrame(type, new Uint8Array(bytes))).closedWith()).not.toBe(CLOSE.tooLarge)
})

test('R9 awareness on a document is checked and goes nowhere; a query gets an awareness message without entries', async () => {
  const stage = openTestRoom()
  const other = joinRoom(stage.room, seat('other'))
  stage.clock.advance(16)
  other.take()
  const wire = say(stage, Uint8Array.of(1, 6, 1, 5, 1, 2, 123, 125), Uint8Array.of(3), Uint8Array.of(3))
  await settle()
  stage.clock.advance(100)
  expect(wire.take().map(kindOf)).toEqual(['step1', 'awareness'])
  expect(other.take()).toEqual([])
})

test('R10 more than 60 sync messages a second close with 4529, and the third time within five minutes with 4429', () => {
  const stage = openTestRoom()
  const flood = Array.from({ length: LIMITS.syncBurst + 1 }, () => syncFrame('update', NOTHING))
  expect(say(stage, ...flood.slice(1)).closedWith()).toBeUndefined()
  expect(say(stage, ...flood).closedWith()).toBe(CLOSE.slowDown)
  expect(say(stage, ...flood).closedWith()).toBe(CLOSE.slowDown)
  expect(say(stage, ...flood).closedWith()).toBe(CLOSE.abuse)
  expect(say(stage).closedWith()).toBe(CLOSE.abuse)
  stage.clock.advance(LIMITS.strikesMs)
  expect(say(stage, ...flood).closedWith()).toBe(CLOSE.slowDown)
})

test('R10 a steady 60 sync messages a second are never too many', () => {
  const stage = openTestRoom()
  const wire = openTestWire()
  const connection = stage.room.connect(wire, seat('one'))
  for (let second = 0; second < 30; second++) {
    for (let index = 0; index < 60; index++) connection.receive(syncFrame('update', NOTHING))
    stage.clock.advance(1_000)
  }
  expect(wire.closedWith()).toBeUndefined()
})

test('R10 more than 128 KiB a second close with 4529', () => {
  const stage = openTestRoom({ judge: () => ({ type: 'nothing-new' }) })
  const bulk = syncFrame('update', new Uint8Array(LIMITS.updateBytes).fill(1))
  expect(say(stage, ...Array.from({ length: 8 }, () => bulk)).closedWith()).toBeUndefined()
  expect(say(stage, ...Array.from({ length: 9 }, () => bulk)).closedWith()).toBe(CLOSE.slowDown)
})

test('R10 questions, which can cost an encoding of the document, have a tighter pace', () => {
  const question = syncFrame('step1', Uint8Array.of(0))
  const stage = openTestRoom()
  expect(say(stage, ...Array.from({ length: 16 }, () => question)).closedWith()).toBeUndefined()
  expect(say(stage, ...Array.from({ length: 17 }, () => question)).closedWith()).toBe(CLOSE.slowDown)
})

test('R10 a message that takes more than 250 ms of the processor counts as too fast', async () => {
  let cpu = 0
  const stage = openTestRoom(
    {
      judge: (bytes, around) => {
        cpu += 300
        return permissiveJudge(bytes, around)
      },
    },
    openFakeClock(() => cpu),
  )
  const doc = new Y.Doc()
  doc.getMap('items').set('a', 1)
  const first = Y.encodeStateAsUpdate(doc)
  doc.getMap('items').set('b', 1)
  stage.room.read()
  const wire = say(stage, syncFrame('update', first))
  await settle()
  expect(wire.closedWith()).toBe(CLOSE.slowDown)
  expect(stage.room.read().getMap('items').toJSON()).toEqual({ a: 1 })
})

test('R22 a full document takes deletions and nothing else until there is room again', async () => {
  const full = new Y.Doc()
  const chunk = 'x'.repeat(LIMITS.documentBytes / 8)
  for (let index = 0; index < 9; index++) full.getMap('items').set(`k${index}`, chunk)
  const stage = openTestRoom({
    stored: {
      ...EMPTY_DOCUMENT,
      seq: 1,
      snapshot: Y.encodeStateAsUpdate(full),
      claims: [{ client: full.clientID, owner: seat('one') }],
    },
  })
  const one: TestPeer = joinRoom(stage.room, seat('one'), full)
  one.send()
  await settle()
  stage.clock.advance(16)
  one.take()
  one.send()
  expect(say(stage, syncFrame('update', updateOf('more'))).closedWith()).toBe(CLOSE.tooLarge)
  full.getMap('items').delete('k0')
  full.getMap('items').delete('k1')
  one.send()
  await settle()
  expect(one.wire.closedWith()).toBeUndefined()
  expect(stage.room.read().getMap('items').size).toBe(7)
  expect(say(stage, syncFrame('update', updateOf('more'))).closedWith()).toBeUndefined()
})

const updateOf = (key: string): Uint8Array => {
  const doc = new Y.Doc()
  doc.getMap('items').set(key, 1)
  return Y.encodeStateAsUpdate(doc)
}

test('R23 a seat begins to write with 50 client ids an hour and document, and no more', async () => {
  const stage = openTestRoom()
  for (let index = 0; index < LIMITS.clientIdsPerSeatHour; index++) {
    expect(say(stage, syncFrame('update', updateOf(`k${index}`))).closedWith()).toBeUndefined()
  }
  await settle()
  expect(say(stage, syncFrame('update', updateOf('more'))).closedWith()).toBe(CLOSE.abuse)
  stage.clock.advance(60 * 60 * 1000)
  expect(say(stage, syncFrame('update', updateOf('later'))).closedWith()).toBeUndefined()
  await settle()
})

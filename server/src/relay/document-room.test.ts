import { asId } from '@roundel/shared/kernel'
import { CLOSE } from '@roundel/shared/protocol'
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { Judge } from './gate/gate.ts'
import { permissiveJudge } from './testing/permissive-judge.ts'
import { describe as kindOf, joinRoom, syncFrame, type TestPeer } from './testing/test-peer.ts'
import { EMPTY_DOCUMENT, openTestRoom, seat, settle, type TestRoom } from './testing/test-room.ts'
import { openTestWire } from './testing/test-wire.ts'

const texts = (doc: Y.Doc): unknown => doc.getMap('items').toJSON()

const write = (peer: { readonly doc: Y.Doc }, key: string, value: unknown = key): void =>
  void peer.doc.getMap('items').set(key, value)

/** Moves everything that waits anywhere until nothing does. */
const drain = async (peers: readonly TestPeer[], { release, clock }: TestRoom): Promise<void> => {
  for (let quiet = 0; quiet < 3; quiet++) {
    for (const peer of peers) {
      if (peer.waiting() > 0) quiet = 0
      peer.send()
    }
    await release()
    await settle()
    clock.advance(16)
    for (const peer of peers) if (peer.take().length > 0) quiet = 0
  }
}

const openSynced = async (test: TestRoom, ...names: readonly string[]): Promise<TestPeer[]> => {
  const peers = names.map((name) => joinRoom(test.room, seat(name), new Y.Doc(), true))
  await drain(peers, test)
  test.clock.advance(1_000)
  return peers
}

test('R1 a change is neither relayed nor acknowledged before it is durable', async () => {
  const stage = openTestRoom()
  const [one, two] = (await openSynced(stage, 'one', 'two')) as [TestPeer, TestPeer]
  stage.hold()
  write(one, 'a')
  one.send()
  await settle()
  stage.clock.advance(1_000)
  expect(stage.room.pending()).toBe(1)
  expect(two.take()).toEqual([])
  expect(one.take()).toEqual([])
  await stage.release()
  stage.clock.advance(16)
  expect(two.take()).toEqual(['update'])
  expect(texts(two.doc)).toEqual({ a: 'a' })
  expect(one.take()).toEqual([`durable ${one.written()}`])
})

test('R2 the answer to a join waits until everything in it is durable', async () => {
  const stage = openTestRoom()
  const [one] = (await openSynced(stage, 'one')) as [TestPeer]
  stage.hold()
  write(one, 'a')
  one.send()
  const late = joinRoom(stage.room, seat('late'))
  late.send()
  stage.clock.advance(1_000)
  expect(late.take()).toEqual(['step1'])
  write(one, 'b')
  one.send()
  await stage.release(1)
  stage.clock.advance(16)
  expect(late.take().at(-1)).toBe('step2')
  expect(texts(late.doc)).toEqual({ a: 'a' })
  await stage.release()
  stage.clock.advance(16)
  expect(late.take()).toEqual(['update'])
  expect(texts(late.doc)).toEqual({ a: 'a', b: 'b' })
})

test('R4 fifty clients that join in one tick while somebody writes all get the same', async () => {
  const stage = openTestRoom()
  const [writer] = (await openSynced(stage, 'writer')) as [TestPeer]
  for (let index = 0; index < 40; index++) write(writer, `before-${index}`)
  await drain([writer], stage)
  const joiners: TestPeer[] = []
  for (let index = 0; index < 50; index++) {
    write(writer, `during-${index}`)
    writer.send()
    const joiner = joinRoom(stage.room, seat(`j${index}`))
    joiner.send()
    joiners.push(joiner)
  }
  await drain([writer, ...joiners], stage)
  expect(Object.keys(texts(writer.doc) as object)).toHaveLength(90)
  for (const joiner of joiners) {
    expect(joiner.isSynced()).toBe(true)
    expect(joiner.doc.store.pendingStructs).toBeNull()
    expect(texts(joiner.doc)).toEqual(texts(writer.doc))
  }
})

test('R5 step 2 is the last message of an answer, and brings everything there is', async () => {
  const stage = openTestRoom()
  const [writer] = (await openSynced(stage, 'writer')) as [TestPeer]
  write(writer, 'a')
  await drain([writer], stage)
  const first = joinRoom(stage.room, seat('first'))
  await drain([first], stage)
  write(writer, 'b')
  await drain([writer, first], stage)
  const second = joinRoom(stage.room, seat('second'))
  second.send()
  stage.clock.advance(16)
  expect(second.take()).toEqual(['step1', 'update', 'step2'])
  expect(texts(second.doc)).toEqual({ a: 'a', b: 'b' })
})

test('R6 message 100 counts the changing messages of its socket, and goes only to those who asked for it', async () => {
  const stage = openTestRoom()
  const [known] = (await openSynced(stage, 'known')) as [TestPeer]
  const stock = joinRoom(stage.room, seat('stock'))
  await drain([known, stock], stage)
  for (const key of ['a', 'b', 'c']) {
    write(known, key)
    write(stock, key)
  }
  known.send()
  stock.send()
  await settle()
  stage.clock.advance(16)
  expect(known.written()).toBe(4)
  expect(known.take().filter((kind) => kind.startsWith('durable'))).toEqual(['durable 4'])
  expect(stock.take().filter((kind) => kind.startsWith('durable'))).toEqual([])
})

test('R7 a message that brings nothing new counts once everything before it is durable', async () => {
  const stage = openTestRoom()
  const [one] = (await openSynced(stage, 'one')) as [TestPeer]
  const before = one.durable()
  stage.hold()
  write(one, 'a')
  const update = Y.encodeStateAsUpdate(one.doc)
  one.send()
  const again = openTestWire(true)
  const connection = stage.room.connect(again, seat('one'))
  connection.receive(syncFrame('update', update))
  stage.clock.advance(1_000)
  expect(again.take().map(kindOf)).toEqual(['step1'])
  await stage.release()
  stage.clock.advance(16)
  expect(again.take().map(kindOf)).toEqual(['durable 1'])
  one.take()
  expect(one.durable()).toBe(before + 1)
})

/** A client whose first update never arrives; returns it with the second one waiting. */
const loseAnUpdate = (peer: TestPeer): { readonly lost: Uint8Array; readonly gapped: Uint8Array } => {
  const updates: Uint8Array[] = []
  peer.doc.on('update', (update: Uint8Array) => updates.push(update))
  write(peer, 'a')
  write(peer, 'b')
  return { lost: updates[0] as Uint8Array, gapped: updates[1] as Uint8Array }
}

test('R8 an update with a gap is dropped while our question is open, and acknowledged with the coming step 2', async () => {
  const stage = openTestRoom()
  const doc = new Y.Doc()
  const source = { doc } as TestPeer
  const { gapped } = loseAnUpdate(source)
  const wire = openTestWire(true)
  const connection = stage.room.connect(wire, seat('one'))
  connection.receive(syncFrame('update', gapped))
  await settle()
  stage.clock.advance(1_000)
  expect(wire.take().map(kindOf)).toEqual(['step1'])
  connection.receive(syncFrame('step2', Y.encodeStateAsUpdate(doc)))
  await settle()
  stage.clock.advance(16)
  expect(wire.take().map(kindOf)).toEqual(['durable 2'])
  expect(texts(stage.room.read())).toEqual({ a: 'a', b: 'b' })
})

test('R8 an update with a gap is answered with a question when none is open', async () => {
  const stage = openTestRoom()
  const [one] = (await openSynced(stage, 'one')) as [TestPeer]
  loseAnUpdate(one)
  const wire = openTestWire(true)
  const connection = stage.room.connect(wire, seat('one'))
  connection.receive(syncFrame('step2', Uint8Array.of(0, 0)))
  stage.clock.advance(16)
  wire.take()
  const { gapped } = loseAnUpdate({ doc: new Y.Doc() } as TestPeer)
  connection.receive(syncFrame('update', gapped))
  stage.clock.advance(16)
  expect(wire.take().map(kindOf)).toEqual(['step1'])
  expect(wire.closedWith()).toBeUndefined()
  expect(texts(stage.room.read())).toEqual({})
})

test('R8 a step 2 with a gap closes its socket with 4409', () => {
  const stage = openTestRoom()
  const { gapped } = loseAnUpdate({ doc: new Y.Doc() } as TestPeer)
  const wire = openTestWire()
  stage.room.connect(wire, seat('one')).receive(syncFrame('step2', gapped))
  expect(wire.closedWith()).toBe(CLOSE.replicaOutOfDate)
})

test('R11 nothing is applied that comes from a socket after a refusal, nor under its client ids', async () => {
  let isRefusing = false
  const judge: Judge = (bytes, around) =>
    isRefusing ? { type: 'refuse', code: CLOSE.locked, reason: 'locked' } : permissiveJudge(bytes, around)
  const stage = openTestRoom({ judge })
  const [one, two] = (await openSynced(stage, 'one', 'two')) as [TestPeer, TestPeer]
  write(one, 'a')
  await drain([one, two], stage)
  isRefusing = true
  write(one, 'refused')
  one.send()
  isRefusing = false
  expect(one.wire.closedWith()).toBe(CLOSE.locked)
  write(one, 'after')
  one.send()
  await drain([two], stage)
  expect(texts(two.doc)).toEqual({ a: 'a' })

  const again = joinRoom(stage.room, seat('one'), one.doc)
  await drain([again, two], stage)
  expect(again.wire.closedWith()).toBe(CLOSE.replicaOutOfDate)
  const fresh = joinRoom(stage.room, seat('one'))
  write(fresh, 'fresh')
  await drain([fresh, two], stage)
  expect(texts(two.doc)).toEqual({ a: 'a', fresh: 'fresh' })
})

test('R11 a refused socket is closed when what it wrote before is durable, and not heard meanwhile', async () => {
  const judge: Judge = (bytes, around) =>
    Buffer.from(bytes).includes('refused')
      ? { type: 'refuse', code: CLOSE.locked, reason: 'locked' }
      : permissiveJudge(bytes, around)
  const stage = openTestRoom({ judge })
  const wire = openTestWire(true)
  const connection = stage.room.connect(wire, seat('one'))
  stage.hold()
  for (const key of ['before', 'refused', 'after']) {
    const doc = new Y.Doc()
    write({ doc }, key)
    connection.receive(syncFrame('update', Y.encodeStateAsUpdate(doc)))
  }
  expect(wire.closedWith()).toBeUndefined()
  await stage.release()
  expect(wire.closedWith()).toBe(CLOSE.locked)
  expect(wire.take().map(kindOf)).toEqual(['step1', 'durable 1'])
  expect(texts(stage.room.read())).toEqual({ before: 'before' })
})

test('R11 a refused update takes no client id from anybody else', async () => {
  const refused: Uint8Array[] = []
  const judge: Judge = (bytes, around) =>
    refused.includes(bytes) || around.seat === seat('bad')
      ? { type: 'refuse', code: CLOSE.notAllowed, reason: 'no' }
      : permissiveJudge(bytes, around)
  const stage = openTestRoom({ judge })
  const [one] = (await openSynced(stage, 'one')) as [TestPeer]
  write(one, 'a')
  await drain([one], stage)
  const forged = new Y.Doc()
  forged.clientID = one.doc.clientID
  write({ doc: forged }, 'x')
  const wire = openTestWire()
  stage.room.connect(wire, seat('bad')).receive(syncFrame('update', Y.encodeStateAsUpdate(forged)))
  expect(wire.closedWith()).toBe(CLOSE.notAllowed)
  write(one, 'b')
  await drain([one], stage)
  expect(one.wire.closedWith()).toBeUndefined()
  expect(texts(stage.room.read())).toEqual({ a: 'a', b: 'b' })
})

test('R12 the right to read is asked at the door, at every question and when rights change', async () => {
  const readers = new Set([seat('one'), seat('two')])
  const stage = openTestRoom({
    authority: {
      mayRead: (who) => readers.has(who),
      mayWriteIn: () => ({ ok: true, value: undefined }),
      mayWrite: () => ({ ok: true, value: undefined }),
      ownerOf: () => undefined,
    },
  })
  const stranger = openTestWire()
  stage.room.connect(stranger, seat('stranger'))
  expect(stranger.closedWith()).toBe(CLOSE.notAllowed)
  expect(stranger.writes()).toBe(0)

  const [one, two] = (await openSynced(stage, 'one', 'two')) as [TestPeer, TestPeer]
  readers.delete(seat('one'))
  stage.room.recheckReaders()
  expect(one.wire.closedWith()).toBe(CLOSE.notAllowed)
  expect(two.wire.closedWith()).toBeUndefined()
  readers.delete(seat('two'))
  two.ask()
  two.send()
  expect(two.wire.closedWith()).toBe(CLOSE.notAllowed)
  expect(stage.room.connections()).toBe(0)
})

test('R13 what is stored and relayed is what the document emitted, not what came in', async () => {
  const stage = openTestRoom()
  const [one, two] = (await openSynced(stage, 'one', 'two')) as [TestPeer, TestPeer]
  write(one, 'a')
  await drain([one, two], stage)
  write(one, 'b')
  const wire = openTestWire()
  const whole = Y.encodeStateAsUpdate(one.doc)
  stage.room.connect(wire, seat('one')).receive(syncFrame('update', whole))
  await settle()
  const stored = stage.commits.at(-1)?.appends[0]?.bytes as Uint8Array
  expect(stored.length).toBeLessThan(whole.length)
  expect(Y.decodeUpdate(stored).structs).toHaveLength(1)
})

test.each([
  ['fails while applying', Uint8Array.of(1, 1, 5, 0, 4)],
  ['builds on something that is missing', undefined],
])('R14 an update that was let in and %s ends the room, and nobody hears of it', async (_, bytes) => {
  const judge: Judge = (update) => ({ type: 'admit', bytes: bytes ?? update, claims: [], owners: [] })
  const stage = openTestRoom({ judge })
  const [one, two] = (await openSynced(stage, 'one', 'two')) as [TestPeer, TestPeer]
  const { gapped } = loseAnUpdate({ doc: new Y.Doc() } as TestPeer)
  const wire = openTestWire()
  stage.room.connect(wire, seat('bad')).receive(syncFrame('update', gapped))
  await settle()
  expect(wire.closedWith()).toBe(CLOSE.badMessage)
  expect(one.wire.closedWith()).toBe(CLOSE.restart)
  expect(two.take()).toEqual([])
  expect(stage.commits).toEqual([])
  expect(stage.faults).toHaveLength(1)
  expect(() => stage.room.read()).toThrow()
  await stage.room.close()
})

test('R15 after a failed commit nothing leaves the room, and every socket closes with 4503', async () => {
  const stage = openTestRoom()
  const [one, two] = (await openSynced(stage, 'one', 'two')) as [TestPeer, TestPeer]
  const acknowledged = one.durable()
  stage.hold()
  write(one, 'a')
  one.send()
  const settled = stage.room.settled()
  const refused = expect(settled).rejects.toThrow('disk full')
  await stage.refuse(new Error('disk full'))
  await refused
  expect(one.wire.closedWith()).toBe(CLOSE.storage)
  expect(two.wire.closedWith()).toBe(CLOSE.storage)
  expect(two.take()).toEqual([])
  one.take()
  expect(one.durable()).toBe(acknowledged)
  expect(stage.faults).toHaveLength(1)
  expect(() => stage.room.write((doc) => write({ doc }, 'x'))).toThrow('disk full')
  await stage.room.close()
})

test('R16 the first change after a pause leaves at once, then a socket is written to once in 16 ms', async () => {
  const stage = openTestRoom()
  const [one, two] = (await openSynced(stage, 'one', 'two')) as [TestPeer, TestPeer]
  const before = two.wire.writes()
  write(one, 'a')
  one.send()
  await settle()
  stage.clock.advance(0)
  expect(two.wire.writes()).toBe(before + 1)
  for (let ms = 0; ms < 160; ms++) {
    write(one, `k${ms}`)
    one.send()
    await settle()
    stage.clock.advance(1)
  }
  expect(two.wire.writes()).toBe(before + 11)
  two.take()
  stage.clock.advance(16)
  two.take()
  expect(texts(two.doc)).toEqual(texts(one.doc))
})

test('R16 the message that brings a change does not make it wait', async () => {
  const stage = openTestRoom()
  const [one, two] = (await openSynced(stage, 'one', 'two')) as [TestPeer, TestPeer]
  stage.hold()
  write(one, 'a')
  one.send()
  stage.clock.advance(1)
  await stage.release()
  stage.clock.advance(0)
  expect(two.take()).toEqual(['update'])
})

test('R16 an update, its acknowledgement and an answer are frames of their own in one write', async () => {
  const stage = openTestRoom()
  const [one, two] = (await openSynced(stage, 'one', 'two')) as [TestPeer, TestPeer]
  stage.hold()
  write(one, 'a')
  write(two, 'b')
  one.send()
  two.send()
  const before = one.wire.writes()
  await stage.release()
  stage.clock.advance(16)
  expect(one.wire.writes()).toBe(before + 1)
  expect(one.take()).toEqual(['update', `durable ${one.written()}`])
})

test('R17 the only writer of a window gets nothing back', async () => {
  const stage = openTestRoom()
  const [one, two] = (await openSynced(stage, 'one', 'two')) as [TestPeer, TestPeer]
  for (const key of ['a', 'b', 'c']) write(one, key)
  await drain([one, two], stage)
  const bytes = one.wire.bytes()
  write(one, 'd')
  await drain([one, two], stage)
  expect(one.wire.bytes() - bytes).toBeLessThan(10)
  expect(texts(two.doc)).toEqual(texts(one.doc))
})

test('R18 a socket that takes no data is closed with 4508, and nobody else waits for it', async () => {
  const stage = openTestRoom()
  const [one, two, slow] = (await openSynced(stage, 'one', 'two', 'slow')) as [TestPeer, TestPeer, TestPeer]
  slow.wire.stall()
  const bulk = 'x'.repeat(100_000)
  for (let index = 0; index < 60 && slow.wire.closedWith() === undefined; index++) {
    write(one, `k${index}`, bulk)
    one.send()
    await settle()
    stage.clock.advance(1_000)
    expect(two.take()).toEqual(['update'])
  }
  expect(slow.wire.closedWith()).toBe(CLOSE.tooSlow)
  expect(slow.wire.bytes()).toBeLessThan(300_000)
  expect(two.wire.closedWith()).toBeUndefined()
  expect(stage.room.connections()).toBe(2)
})

test('R18 a socket that is stuck for 20 s is closed with 4508', async () => {
  const stage = openTestRoom()
  const [one, slow] = (await openSynced(stage, 'one', 'slow')) as [TestPeer, TestPeer]
  stage.clock.advance(60_000)
  slow.wire.stall()
  write(one, 'a')
  one.send()
  await settle()
  stage.clock.advance(19_900)
  expect(slow.wire.closedWith()).toBeUndefined()
  stage.clock.advance(200)
  expect(slow.wire.closedWith()).toBe(CLOSE.tooSlow)
})

test('R19 a socket never hears nothing for longer than 15 s', async () => {
  const stage = openTestRoom()
  const [one] = (await openSynced(stage, 'one')) as [TestPeer]
  one.take()
  const heard: number[] = []
  for (let ms = 0; ms < 100_000; ms += 100) {
    stage.clock.advance(100)
    if (one.take().length > 0) heard.push(ms)
  }
  expect(heard.length).toBeGreaterThanOrEqual(6)
  heard.forEach((at, index) => expect(at - (heard[index - 1] ?? 0)).toBeLessThanOrEqual(15_000))
  expect(one.wire.closedWith()).toBeUndefined()
})

test('R20 the live document is freed after 30 s without use and opens equal again', async () => {
  const stage = openTestRoom()
  const [one] = (await openSynced(stage, 'one')) as [TestPeer]
  write(one, 'a')
  await drain([one], stage)
  const live = stage.room.read()
  stage.clock.advance(29_000)
  expect(stage.room.read()).toBe(live)
  stage.clock.advance(30_000)
  const reopened = stage.room.read()
  expect(reopened).not.toBe(live)
  expect(Y.equalSnapshots(Y.snapshot(reopened), Y.snapshot(one.doc))).toBe(true)
  stage.clock.advance(30_000)
  write(one, 'b')
  await drain([one], stage)
  stage.clock.advance(30_000)
  const late = joinRoom(stage.room, seat('late'))
  late.send()
  stage.clock.advance(16)
  expect(late.take()).toEqual(['step1', 'step2'])
  expect(texts(late.doc)).toEqual({ a: 'a', b: 'b' })
})

test('R20 joins and repetitions do not open a document that rests', async () => {
  const before = openTestRoom()
  const [one] = (await openSynced(before, 'one')) as [TestPeer]
  for (const key of ['a', 'b']) write(one, key)
  one.doc.getMap('items').delete('a')
  await drain([one], before)
  const judge = vi.fn(permissiveJudge)
  const after = openTestRoom({ stored: before.stored(), judge })
  const fresh = joinRoom(after.room, seat('fresh'))
  const back = joinRoom(after.room, seat('one'), one.doc, true)
  await drain([fresh, back], after)
  expect(texts(fresh.doc)).toEqual({ b: 'b' })
  expect(back.durable()).toBe(1)
  expect(judge).not.toHaveBeenCalled()
})

test('R21 the server writes under one client id of its own, claims it once, and its change waits like any other', async () => {
  const stage = openTestRoom()
  const [one] = (await openSynced(stage, 'one')) as [TestPeer]
  const first = stage.room.write((doc) => write({ doc }, 'a'))
  const second = stage.room.write((doc) => write({ doc }, 'b'))
  expect(stage.room.write(() => {})).toBeUndefined()
  expect(first?.claims).toEqual([{ client: expect.any(Number) as number, owner: 'server' }])
  expect(second).toMatchObject({ document: 'board', seq: (first?.seq ?? 0) + 1, claims: [] })
  stage.clock.advance(100)
  expect(one.take()).toEqual([])
  stage.room.settle(second?.seq ?? 0)
  stage.clock.advance(16)
  expect(one.take()).toEqual(['update'])
  expect(texts(one.doc)).toEqual({ a: 'a', b: 'b' })

  const client = first?.claims[0]?.client as number
  const forged = new Y.Doc()
  forged.clientID = client
  for (const key of ['x', 'y', 'z']) write({ doc: forged }, key)
  const wire = openTestWire()
  stage.room.connect(wire, seat('bad')).receive(syncFrame('update', Y.encodeStateAsUpdate(forged)))
  expect(wire.closedWith()).toBe(CLOSE.replicaOutOfDate)
})

test('R21 an exception in a change of the server ends the room', async () => {
  const stage = openTestRoom()
  const [one] = (await openSynced(stage, 'one')) as [TestPeer]
  expect(() =>
    stage.room.write((doc) => {
      write({ doc }, 'half')
      throw new Error('oops')
    }),
  ).toThrow('oops')
  expect(one.wire.closedWith()).toBe(CLOSE.restart)
  expect(stage.faults).toHaveLength(1)
})

test('R24 a damaged document is served and not written', async () => {
  const before = openTestRoom()
  const [one] = (await openSynced(before, 'one')) as [TestPeer]
  for (const key of ['a', 'b', 'c']) write(one, key)
  await drain([one], before)
  const stored = before.stored()
  const updates = stored.updates.toSpliced(1, 1)
  const stage = openTestRoom({ stored: { ...stored, updates, damaged: true } })
  const reader = joinRoom(stage.room, seat('reader'))
  await drain([reader], stage)
  expect(texts(reader.doc)).toEqual({ a: 'a' })
  write(reader, 'x')
  reader.send()
  expect(reader.wire.closedWith()).toBe(CLOSE.locked)
  expect(stage.room.writable).toBe(false)
  expect(() => stage.room.write((doc) => write({ doc }, 'y'))).toThrow()
  expect(stage.faults).toEqual([])
})

test('R25 closing sends everybody away and waits for what is on its way to the store', async () => {
  const stage = openTestRoom()
  const [one] = (await openSynced(stage, 'one')) as [TestPeer]
  stage.hold()
  write(one, 'a')
  one.send()
  let isClosed = false
  const closing = stage.room.close().then(() => {
    isClosed = true
  })
  await settle()
  expect(one.wire.closedWith()).toBe(CLOSE.goingAway)
  expect(isClosed).toBe(false)
  await stage.release()
  await closing
  const late = openTestWire()
  stage.room.connect(late, seat('late'))
  expect(late.closedWith()).toBe(CLOSE.restart)
  expect(stage.clock.timers()).toBe(0)
})

test('R3 a room over a stored document serves it from the first socket on', async () => {
  const doc = new Y.Doc()
  write({ doc }, 'a')
  const snapshot = Y.encodeStateAsUpdate(doc)
  const stage = openTestRoom({
    stored: { ...EMPTY_DOCUMENT, seq: 7, snapshot, claims: [{ client: doc.clientID, owner: asId('somebody') }] },
  })
  const [one] = (await openSynced(stage, 'one')) as [TestPeer]
  expect(texts(one.doc)).toEqual({ a: 'a' })
  write(one, 'b')
  await drain([one], stage)
  expect(stage.commits[0]?.appends[0]?.seq).toBe(8)
})

import { LIMITS } from '@roundel/shared/kernel'
import { CLOSE } from '@roundel/shared/protocol'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { exchange } from './exchange.ts'
import { joinRoom, syncFrame } from './testing/test-peer.ts'
import { openTestRoom, seat, settle, type TestRoom } from './testing/test-room.ts'
import { openTestWire } from './testing/test-wire.ts'

const NOTHING = new Uint8Array()
const [ann, bob] = [seat('ann'), seat('bob')]

type Outcome = Awaited<ReturnType<typeof exchange>>

/** An exchange that was begun, and how it ended if it has. */
const begin = (stage: TestRoom, who: typeof ann, doc: Y.Doc, update: Uint8Array = Y.encodeStateAsUpdate(doc)) => {
  let outcome: Outcome | undefined
  const running = exchange((wire) => stage.room.connect(wire, who), { vector: Y.encodeStateVector(doc), update })
  void running.then((value) => (outcome = value))
  return {
    outcome: () => outcome,
    /** Lets the room write to its wires, and says how it ended. */
    end: async (): Promise<Outcome | undefined> => {
      await settle()
      stage.clock.advance(LIMITS.flushMs)
      await settle()
      return outcome
    },
  }
}

const carryOut = (...wanted: Parameters<typeof begin>): Promise<Outcome | undefined> => begin(...wanted).end()

const write = (text: string, doc = new Y.Doc()): Y.Doc => {
  doc.getText('text').insert(0, text)
  return doc
}

const read = (outcome: Outcome | undefined, doc = new Y.Doc()): string => {
  if (!outcome?.ok) throw new Error(`refused: ${JSON.stringify(outcome)}`)
  Y.applyUpdate(doc, outcome.value)
  return doc.getText('text').toString()
}

test('W33 an exchange brings what the asker wrote to everybody, and to the asker what others wrote', async () => {
  const stage = openTestRoom()
  const socket = joinRoom(stage.room, bob, write('from a socket '))
  socket.send()
  stage.clock.advance(LIMITS.flushMs)
  await settle()
  stage.clock.advance(LIMITS.flushMs)
  socket.take()
  socket.send()
  await settle()

  const doc = write('by exchange ')
  expect(read(await carryOut(stage, ann, doc), doc)).toContain('from a socket')
  stage.clock.advance(LIMITS.flushMs)
  socket.take()
  expect(socket.doc.getText('text').toString()).toBe(doc.getText('text').toString())
  expect(stage.room.connections()).toBe(1)
})

test('W33 the answer waits until what came with the question is on disk', async () => {
  const stage = openTestRoom()
  stage.hold()
  const asking = begin(stage, ann, write('mine'))
  expect(await asking.end()).toBeUndefined()
  expect(stage.held()).toBe(1)
  await stage.release()
  expect(await asking.end()).toMatchObject({ ok: true })
})

test('W33 nothing is in an answer that is not on disk', async () => {
  const stage = openTestRoom()
  stage.hold()
  const writing = begin(stage, ann, write('not yet'))
  const asking = begin(stage, bob, new Y.Doc(), NOTHING)
  expect([await writing.end(), await asking.end()]).toEqual([undefined, undefined])
  await stage.release()
  expect(read(await asking.end())).toBe('not yet')
})

test('W33 an answer of many frames, and one of two parts, arrive whole', async () => {
  const stage = openTestRoom()
  const doc = write('x'.repeat(300_000))
  expect(read(await carryOut(stage, ann, doc))).toBe('')
  expect(read(await carryOut(stage, bob, new Y.Doc(), NOTHING))).toHaveLength(300_000)
  const had = Y.encodeStateVector(doc)
  write('more ', doc)
  await carryOut(stage, ann, doc, Y.encodeStateAsUpdate(doc, had))
  expect(read(await carryOut(stage, bob, new Y.Doc(), NOTHING))).toHaveLength(300_005)
})

test('W33 what is known already is answered, and stored once', async () => {
  const stage = openTestRoom()
  const doc = write('once')
  for (let nth = 0; nth < 3; nth++) expect(await carryOut(stage, ann, doc)).toMatchObject({ ok: true })
  expect(stage.commits).toHaveLength(1)
})

test('W33 what a socket would be closed for ends an exchange with the same code', async () => {
  const stage = openTestRoom()
  const base = write('base')
  const had = Y.encodeStateVector(base)
  write('on top ', base)
  const gap = Y.encodeStateAsUpdate(base, had)
  const foreign = Y.encodeStateAsUpdate(write('of Bob'))
  await carryOut(stage, bob, new Y.Doc(), foreign)
  const more = new Y.Doc()
  Y.applyUpdate(more, foreign)
  more.clientID = [...more.store.clients.keys()][0] as number
  write('under his id ', more)
  const cases: readonly (readonly [Uint8Array, number])[] = [
    [gap, CLOSE.replicaOutOfDate],
    [Y.encodeStateAsUpdate(more), CLOSE.replicaOutOfDate],
    [Uint8Array.of(1, 2, 3), CLOSE.badMessage],
    [new Uint8Array(LIMITS.syncStep2Bytes + 1), CLOSE.tooLarge],
  ]
  for (const [update, code] of cases) {
    expect(await carryOut(stage, ann, new Y.Doc(), update)).toEqual({ ok: false, error: code })
    const wire = openTestWire()
    const connection = stage.room.connect(wire, ann)
    connection.receive(syncFrame('step2', update))
    expect(wire.closedWith()).toBe(code)
  }
  expect(stage.commits).toHaveLength(1)
  expect(stage.room.connections()).toBe(0)
  expect(read(await carryOut(stage, bob, new Y.Doc(), NOTHING))).toBe('of Bob')
})

test('W33 a vector that is none, or too large, ends an exchange', async () => {
  const stage = openTestRoom()
  const ask = async (vector: Uint8Array) => {
    const running = exchange((wire) => stage.room.connect(wire, ann), { vector, update: NOTHING })
    stage.clock.advance(LIMITS.flushMs)
    return running
  }
  expect(await ask(NOTHING)).toEqual({ ok: false, error: CLOSE.badMessage })
  expect(await ask(Uint8Array.of(9, 9))).toEqual({ ok: false, error: CLOSE.badMessage })
  expect(await ask(new Uint8Array(LIMITS.syncStep1Bytes + 1))).toEqual({ ok: false, error: CLOSE.tooLarge })
})

test('W33 when the store fails, or the room closes, an exchange ends and says so', async () => {
  const failing = openTestRoom()
  failing.hold()
  const lost = begin(failing, ann, write('lost'))
  await failing.refuse(new Error('disk full'))
  expect(await lost.end()).toEqual({ ok: false, error: CLOSE.storage })

  const closing = openTestRoom()
  const late = begin(closing, ann, new Y.Doc(), NOTHING)
  await closing.room.close()
  expect(await late.end()).toEqual({ ok: false, error: CLOSE.goingAway })
  expect(await carryOut(closing, ann, new Y.Doc(), NOTHING)).toEqual({ ok: false, error: CLOSE.restart })
})

test('W34 a seat has one pace for all its exchanges, whatever other seats and its own sockets do', async () => {
  const stage = openTestRoom()
  const ask = (who: typeof ann) => carryOut(stage, who, new Y.Doc(), NOTHING)
  const socket = joinRoom(stage.room, ann)
  const endings = []
  for (let nth = 0; nth < 20; nth++) endings.push(await ask(ann))
  expect(endings.findIndex((ending) => !ending?.ok)).toBe(16)
  expect(endings[16]).toEqual({ ok: false, error: CLOSE.slowDown })
  expect(await ask(bob)).toMatchObject({ ok: true })
  socket.send()
  expect(socket.wire.closedWith()).toBeUndefined()
})

test('W34 the bytes of all exchanges of a seat are counted together', async () => {
  const stage = openTestRoom()
  const doc = new Y.Doc()
  const endings = []
  for (let nth = 0; nth < 4; nth++) {
    const had = Y.encodeStateVector(doc)
    write('x'.repeat(900_000), doc)
    endings.push(await carryOut(stage, ann, doc, Y.encodeStateAsUpdate(doc, had)))
  }
  expect(endings.findIndex((ending) => ending?.ok === false && ending.error === CLOSE.slowDown)).toBe(2)
})

test('W34 who slows down goes on, and who is too fast for the third time is out for five minutes', async () => {
  const stage = openTestRoom()
  const ask = () => carryOut(stage, ann, new Y.Doc(), NOTHING)
  const askUntilRefused = async () => {
    for (let nth = 0; nth < 100; nth++) {
      const ending = await ask()
      if (!ending?.ok) return ending
    }
    return 'never'
  }
  for (let nth = 0; nth < 2; nth++) {
    expect(await askUntilRefused()).toEqual({ ok: false, error: CLOSE.slowDown })
    stage.clock.advance(1_000)
    expect(await ask()).toMatchObject({ ok: true })
  }
  expect(await askUntilRefused()).toEqual({ ok: false, error: CLOSE.abuse })
  stage.clock.advance(60_000)
  expect(await ask()).toEqual({ ok: false, error: CLOSE.abuse })
  stage.clock.advance(LIMITS.strikesMs)
  expect(await ask()).toMatchObject({ ok: true })
})

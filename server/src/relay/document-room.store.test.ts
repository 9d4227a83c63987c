import { type DocumentAddress, documentName, type Item, openBoard, openDraft } from '@roundel/shared/board'
import { asId, fail, ok, refusal, type Refusal, type Result, type SeatId } from '@roundel/shared/kernel'
import { CLOSE } from '@roundel/shared/protocol'
import type { Touch } from '@roundel/shared/session'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { type HeldStore, holdCommits } from '../storage/held.ts'
import { openMemoryStore } from '../storage/memory.ts'
import type { OwnerClaim, Store } from '../storage/store.ts'
import { openDocumentRoom } from './document-room.ts'
import { judge } from './gate/judge.ts'
import type { DocumentRoom } from './room.ts'
import { type FakeClock, openFakeClock } from './testing/fake-clock.ts'
import { joinRoom, type TestPeer } from './testing/test-peer.ts'
import { seat, settle } from './testing/test-room.ts'

const SESSION = asId<'session'>('session-00000001')
const STEP = asId<'step'>('step-00000000001')
const ANN = seat('ann')
const BOB = seat('bob')
const BOARD: DocumentAddress = { kind: 'board' }

const item = (id: string, text = id): Item => ({
  id: asId<'item'>(id.padEnd(16, '-')),
  kind: 'idea',
  step: STEP,
  text,
  lang: 'en',
  rank: '',
  state: 'published',
})

const openDisk = async (): Promise<Store> => {
  const store = openMemoryStore()
  await store.create({ session: SESSION, value: { version: 1, json: '{}', code: 'AAAA-AAAA' } })
  return store
}

/** One session of a server: real gate, real store in memory, rights as the test says. */
const openServer = async (disk?: Store) => {
  const held: HeldStore = holdCommits(disk ?? (await openDisk()))
  const clock: FakeClock = openFakeClock()
  const owners = new Map<string, SeatId>()
  const faults: unknown[] = []
  let mayWrite = (_: SeatId, touch: Touch): Result<void, Refusal> =>
    touch.op === 'remove' ? fail(refusal('not-allowed')) : ok(undefined)

  const remember = (claims: readonly OwnerClaim[] = []): void => {
    for (const { collection, record, owner } of claims) owners.set(`${collection}.${record}`, owner)
  }

  remember((await held.store.session(SESSION))?.owners)

  const load = async (address: Exclude<DocumentAddress, { kind: 'presence' }>): Promise<DocumentRoom> =>
    openDocumentRoom({
      address,
      stored: await held.store.document(SESSION, documentName(address)),
      judge,
      authority: {
        mayRead: (who, document) => document.kind !== 'draft' || document.seat === who,
        mayWriteIn: () => ok(undefined),
        mayWrite: (who, touch) => mayWrite(who, touch),
        ownerOf: (_, collection, record) => owners.get(`${collection}.${record}`),
      },
      commit: (write) => {
        remember(write.owners)
        return held.store.commit({ session: SESSION, ...write })
      },
      onFault: (error) => faults.push(error),
      clock,
    })

  return {
    held,
    clock,
    faults,
    load,
    owners,
    allow: (rule: typeof mayWrite) => {
      mayWrite = rule
    },
  }
}

type Server = Awaited<ReturnType<typeof openServer>>

const drain = async ({ clock }: Server, ...peers: readonly TestPeer[]): Promise<void> => {
  for (let quiet = 0; quiet < 3; quiet++) {
    for (const peer of peers) {
      if (peer.waiting() > 0) quiet = 0
      peer.send()
    }
    for (let turn = 0; turn < 3; turn++) await settle()
    clock.advance(16)
    for (const peer of peers) if (peer.take().length > 0) quiet = 0
  }
}

const textsOf = (doc: Y.Doc): readonly string[] =>
  [...openBoard(doc).items.all().values()].map(({ text }) => text).toSorted()

test('R1 what somebody else has seen is there after a crash, with the owners of ids and records', async () => {
  const disk = await openDisk()
  const server = await openServer(disk)
  const room = await server.load(BOARD)
  const [ann, bob] = [joinRoom(room, ANN, new Y.Doc(), true), joinRoom(room, BOB, new Y.Doc(), true)]
  await drain(server, ann, bob)
  openBoard(ann.doc).items.add(item('one'))
  await drain(server, ann, bob)
  server.held.hold()
  openBoard(ann.doc).items.add(item('two'))
  await drain(server, ann, bob)
  expect(textsOf(bob.doc)).toEqual(['one'])
  expect(ann.durable()).toBe(ann.written() - 1)

  // The writes that were held never reach the disk.
  const restarted = await openServer(disk)
  const again = await restarted.load(BOARD)
  expect(textsOf(again.read())).toEqual(['one'])
  expect(restarted.owners.get(`items.${item('one').id}`)).toBe(ANN)
  const thief = new Y.Doc()
  thief.clientID = ann.doc.clientID
  openBoard(thief).items.add(item('forged', 'a text long enough to go beyond what is known'))
  const forged = joinRoom(again, BOB, thief)
  await drain(restarted, forged)
  expect(forged.wire.closedWith()).toBe(CLOSE.replicaOutOfDate)

  const [back, reader] = [joinRoom(again, ANN, ann.doc, true), joinRoom(again, BOB, bob.doc)]
  await drain(restarted, back, reader)
  expect(textsOf(reader.doc)).toEqual(['one', 'two'])
  expect(back.durable()).toBe(back.written())
})

test('R12 the right to write is asked for every message, not once for a socket', async () => {
  const server = await openServer()
  const room = await server.load(BOARD)
  const [ann, bob] = [joinRoom(room, ANN), joinRoom(room, BOB)]
  await drain(server, ann, bob)
  openBoard(ann.doc).items.add(item('before'))
  await drain(server, ann, bob)
  server.allow(() => fail(refusal('locked')))
  openBoard(ann.doc).items.add(item('after'))
  openBoard(ann.doc).items.add(item('later'))
  await drain(server, ann, bob)
  expect(ann.wire.closedWith()).toBe(CLOSE.locked)
  expect(bob.wire.closedWith()).toBeUndefined()
  expect(textsOf(bob.doc)).toEqual(['before'])
  expect(textsOf(room.read())).toEqual(['before'])
})

test('R21 what the server writes with a session, in one write of the store, reaches people once that is durable', async () => {
  const server = await openServer()
  const room = await server.load(BOARD)
  const ann = joinRoom(room, ANN)
  await drain(server, ann)
  const append = room.write((doc) => {
    for (const id of ['a', 'b', 'c']) openBoard(doc).items.add(item(id))
  })
  if (!append) throw new Error('nothing was written')
  server.held.hold()
  const stored = server.held.store.commit({
    session: SESSION,
    value: { version: 2, json: '{"v":2}', code: 'AAAA-AAAA' },
    appends: [append],
  })
  openBoard(ann.doc).items.add(item('own'))
  await drain(server, ann)
  expect(textsOf(ann.doc)).toEqual(['own'])
  server.held.release()
  await stored
  room.settle(append.seq)
  await drain(server, ann)
  expect(textsOf(ann.doc)).toEqual(['a', 'b', 'c', 'own'])
  const document = await server.held.store.document(SESSION, 'board')
  expect(document.seq).toBe(room.seq())
  expect(document.claims.map(({ owner }) => owner).toSorted()).toEqual([ANN, 'server'])
})

test('R15 a write that the store refuses is seen by nobody, and the next room has what was durable', async () => {
  const server = await openServer()
  const room = await server.load(BOARD)
  const [ann, bob] = [joinRoom(room, ANN, new Y.Doc(), true), joinRoom(room, BOB)]
  await drain(server, ann, bob)
  openBoard(ann.doc).items.add(item('kept'))
  await drain(server, ann, bob)
  const durable = ann.durable()
  server.held.failNext(new Error('disk full'))
  openBoard(ann.doc).items.add(item('lost'))
  await drain(server, ann, bob)
  expect(ann.wire.closedWith()).toBe(CLOSE.storage)
  expect(textsOf(bob.doc)).toEqual(['kept'])
  expect(ann.durable()).toBe(durable)
  expect(server.faults).toHaveLength(1)
  await room.close()

  const again = await server.load(BOARD)
  const [back, reader] = [joinRoom(again, ANN, ann.doc, true), joinRoom(again, BOB, bob.doc)]
  await drain(server, back, reader)
  expect(textsOf(reader.doc)).toEqual(['kept', 'lost'])
})

test('R12 a draft is for its owner alone, who writes it from several devices', async () => {
  const server = await openServer()
  const room = await server.load({ kind: 'draft', seat: ANN })
  const [phone, laptop, bob] = [joinRoom(room, ANN), joinRoom(room, ANN), joinRoom(room, BOB)]
  expect(bob.wire.closedWith()).toBe(CLOSE.notAllowed)
  expect(bob.wire.writes()).toBe(0)
  await drain(server, phone, laptop)
  const { rank: _rank, ...draft } = item('mine')
  openDraft(phone.doc).items.add({ ...draft, state: 'composing' })
  await drain(server, phone, laptop)
  openDraft(laptop.doc).items.rewrite(item('mine').id, 'text', 'mine, finished')
  await drain(server, phone, laptop)
  expect(openDraft(phone.doc).items.get(item('mine').id)?.text).toBe('mine, finished')
})

test('R14 a stored document that cannot be read closes its sockets instead of showing an empty one', async () => {
  const server = await openServer()
  const gap = new Y.Doc()
  const updates: Uint8Array[] = []
  gap.on('update', (update: Uint8Array) => updates.push(update))
  openBoard(gap).items.add(item('one'))
  openBoard(gap).items.rewrite(item('one').id, 'text', 'two')
  await server.held.store.commit({
    session: SESSION,
    appends: [{ document: 'board', seq: 1, bytes: updates.at(-1) as Uint8Array, claims: [] }],
  })
  const room = await server.load(BOARD)
  const ann = joinRoom(room, ANN)
  openBoard(ann.doc).items.add(item('mine'))
  await drain(server, ann)
  expect(ann.wire.closedWith()).toBe(CLOSE.restart)
  expect(server.faults).toHaveLength(1)
})

import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openReplica } from './replica.ts'
import { openFakeClock } from './testing/fake-clock.ts'
import { EMPTY_DOCUMENT } from './testing/test-room.ts'

const SERVER = 7

const storedOf = (change: (doc: Y.Doc) => void) => {
  const doc = new Y.Doc()
  doc.clientID = 1
  change(doc)
  return { ...EMPTY_DOCUMENT, seq: 1, snapshot: Y.encodeStateAsUpdate(doc) }
}

const open = (stored = EMPTY_DOCUMENT) => {
  const clock = openFakeClock()
  return { clock, replica: openReplica(stored, SERVER, clock) }
}

const vectorOf = (...entries: readonly (readonly [number, number])[]) => new Map(entries)

test('R4 clients that lack the same get the same bytes, whatever they typed offline', () => {
  const { replica } = open(storedOf((doc) => doc.getText('t').insert(0, 'x'.repeat(100))))
  const fresh = replica.answer(vectorOf())
  expect(replica.answer(vectorOf())[0]).toBe(fresh[0])
  expect(replica.answer(vectorOf([2, 50], [3, 9]))[0]).toBe(fresh[0])
  const near = replica.answer(vectorOf([1, 60]))
  expect(replica.answer(vectorOf([2, 5], [1, 60]))[0]).toBe(near[0])
  expect(near[0]).not.toBe(fresh[0])
})

test('R4 an answer is kept while the document grows, and only what was written since is added', () => {
  const { replica } = open(storedOf((doc) => doc.getText('t').insert(0, 'x'.repeat(10_000))))
  const [whole] = replica.answer(vectorOf())
  const before = replica.answer(vectorOf())
  expect(before).toHaveLength(1)
  replica.change((doc) => doc.getText('t').insert(0, 'y'))
  const [update] = replica.answer(vectorOf())
  replica.change((doc) => doc.getText('t').insert(0, 'z'))
  const again = replica.answer(vectorOf())
  expect(again).toHaveLength(2)
  expect(again[0]).toBe(update)
  expect(again[1]?.[0]?.length).toBeLessThan(60)
  expect(whole).toBeDefined()
})

test('R20 a document that rests knows what was deleted while it lived', () => {
  const { replica, clock } = open(storedOf((doc) => doc.getText('t').insert(0, 'x'.repeat(10))))
  const peer = new Y.Doc()
  Y.applyUpdate(peer, Y.encodeStateAsUpdate(replica.doc()))
  clock.advance(30_000)
  expect(replica.isLive()).toBe(false)
  const none = Y.encodeStateAsUpdate(peer, Y.encodeStateVector(peer))
  expect(replica.repeats(none)).toBe(true)
  peer.getText('t').delete(2, 3)
  const deletes = Y.encodeStateAsUpdate(peer, Y.encodeStateVector(peer))
  expect(replica.repeats(deletes)).toBe(false)
  replica.apply(deletes)
  clock.advance(30_000)
  expect(replica.repeats(deletes)).toBe(true)
  expect(replica.isLive()).toBe(false)
})

test('R20 a long history is opened once, not merged, to answer a join', () => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let index = 0; index < 2_000; index++) doc.getText('t').insert(index, 'x')
  const { replica } = open({ ...EMPTY_DOCUMENT, seq: updates.length, updates })
  expect(replica.seq()).toBe(2_000)
  expect(replica.answer(vectorOf())).toHaveLength(1)
  expect(replica.isLive()).toBe(true)
})

test('R14 stored bytes that do not make a document are a fault, not an empty document', () => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  doc.getText('t').insert(0, 'a')
  doc.getText('t').insert(1, 'b')
  const gap = open({ ...EMPTY_DOCUMENT, seq: 1, updates: updates.slice(1) })
  expect(() => gap.replica.doc()).toThrow('missing')
  const junk = open({ ...EMPTY_DOCUMENT, seq: 1, updates: [Uint8Array.of(9, 9, 9)] })
  expect(() => junk.replica.doc()).toThrow('cannot be read')
})

import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  bearerOf,
  findCollection,
  findIndex,
  findStruct,
  firstOf,
  holderOf,
  isCollected,
  isSettled,
  keysOf,
  lastOf,
  lengthOf,
  nextClock,
  originsOf,
  rightOf,
  structsOf,
  typeOf,
  valueOf,
} from './yjs-internals.ts'

// When one of these fails after a change of Yjs, the gate must be looked at before anything is run with it.

const CLIENT = 5

/** Records r, s in a collection: r has a value that was overwritten and a text of three pieces, one deleted. */
const build = (gc = true) => {
  const doc = new Y.Doc({ gc })
  doc.clientID = CLIENT
  const records = doc.get('items', Y.Map)
  const record = new Y.Map<unknown>()
  const text = new Y.Text('abc')
  records.set('r', record)
  record.set('at', 1)
  record.set('at', 2)
  record.set('text', text)
  text.delete(1, 1)
  records.set('s', new Y.Map([['k', 'v']]))
  return { doc, records, record, text }
}

test('G17 the structs of a client id ascend without gaps, and are found by clock', () => {
  const { doc } = build()
  const structs = structsOf(doc, CLIENT)
  const end = nextClock(doc, CLIENT)
  expect(end).toBe(Y.decodeStateVector(Y.encodeStateVector(doc)).get(CLIENT))
  for (let clock = 0; clock < end; clock++) {
    const struct = findStruct(doc, CLIENT, clock)
    expect(struct.id.client).toBe(CLIENT)
    expect(struct.id.clock).toBeLessThanOrEqual(clock)
    expect(struct.id.clock + struct.length).toBeGreaterThan(clock)
    const index = structs.indexOf(struct)
    for (let low = 0; low <= index; low++) expect(findIndex(structs, clock, low)).toBe(index)
  }
  expect(structsOf(doc, 99)).toEqual([])
  expect(nextClock(doc, 99)).toBe(0)
})

test('G17 a collection is found by name, its records by key, and each type knows its item', () => {
  const { doc, records, record, text } = build()
  const collection = findCollection(doc, 'items')
  expect(collection).toBe(records)
  expect(findCollection(doc, 'other')).toBeUndefined()
  expect(bearerOf(records)).toBeNull()
  const bearer = lastOf(records, 'r') as Y.Item
  expect(typeOf(bearer)).toBe(record)
  expect(bearerOf(record)).toBe(bearer)
  expect(holderOf(bearer)).toBe(records)
  expect(bearer.parentSub).toBe('r')
  expect(bearerOf(text)?.parentSub).toBe('text')
  expect([...keysOf(records as never).keys()]).toEqual(['r', 's'])
})

test('G17 a key holds its last item, whose predecessors stand to its left', () => {
  const { record } = build()
  const last = lastOf(record, 'at') as Y.Item
  expect(last.deleted).toBe(false)
  expect(last.left?.deleted).toBe(true)
  expect(last.origin).toEqual(last.left?.lastId)
  expect(rightOf(last)).toBeNull()
  expect(valueOf(record as never, 'at')).toBe(2)
  expect(valueOf(record as never, 'none')).toBeUndefined()
  record.delete('at')
  const cleared = lastOf(record, 'at') as Y.Item
  expect(cleared.deleted, 'a cleared key keeps an item').toBe(true)
  expect(cleared.lastId, 'which may be merged with those before').toEqual(last.lastId)
  expect(valueOf(record as never, 'at')).toBeUndefined()
})

test('G17 a text is a list of items, deleted ones among them, and knows its length', () => {
  const { text } = build()
  const first = firstOf(text) as Y.Item
  const second = rightOf(first) as Y.Item
  const third = rightOf(second) as Y.Item
  expect([first, second, third].map(({ deleted, length }) => [deleted, length])).toEqual([
    [false, 1],
    [true, 1],
    [false, 1],
  ])
  expect(first.parentSub).toBeNull()
  expect(originsOf(third)).toMatchObject({ origin: second.id, rightOrigin: null })
  expect(lengthOf(text as never)).toBe(2)
  expect(text.length).toBe(2)
})

test('G17 what was removed keeps its item, and what stood in it is collected', () => {
  const { doc, records, record } = build()
  const bearer = lastOf(records, 'r') as Y.Item
  const inner = bearerOf(record.get('text') as Y.Text)?.id as Y.ID
  records.delete('r')
  expect(lastOf(records, 'r')).toBe(bearer)
  expect(bearer.deleted).toBe(true)
  expect(typeOf(bearer)).toBeUndefined()
  expect(isCollected(findStruct(doc, inner.client, inner.clock))).toBe(true)
  const kept = build(false)
  kept.records.delete('r')
  const keptBearer = lastOf(kept.records, 'r') as Y.Item
  expect(typeOf(keptBearer)).toBe(kept.record)
  expect(keptBearer.deleted).toBe(true)
  expect(lastOf(kept.record, 'at')?.deleted, 'what stands in something deleted is deleted').toBe(true)
})

test('G17 a document with something pending is not settled', () => {
  const { doc, record } = build()
  const vector = Y.encodeStateVector(doc)
  record.set('at', 3)
  const late = Y.encodeStateAsUpdate(doc, vector)
  expect(isSettled(doc)).toBe(true)
  const other = new Y.Doc()
  Y.applyUpdate(other, late)
  expect(isSettled(other)).toBe(false)
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  expect(isSettled(other)).toBe(true)
})

import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { characters, collected, forge, type, values } from './fuzz/forge.ts'
import { writeItem } from './fuzz/stage.ts'
import { GATE_LIMITS, MESSAGE_LIMITS } from './limits.ts'
import { readUpdate } from './reader.ts'

const NOTHING_KNOWN = { nextClock: () => 0, deletions: () => undefined }
const read = (bytes: Uint8Array, limits = MESSAGE_LIMITS.update) => readUpdate(bytes, limits, NOTHING_KNOWN)
const refusal = (bytes: Uint8Array) => {
  const result = read(bytes)
  return result.ok ? undefined : result.error.reason
}
const one = (...structs: Parameters<typeof forge>[0]['sections'][number]['structs']) =>
  forge({ sections: [{ client: 5, clock: 0, structs }] })

const parent = 'items'

test('G11 what a stock client writes is read as it is meant', () => {
  const doc = new Y.Doc()
  doc.clientID = 5
  writeItem(doc, 'item-one-0000000', 'héllo 😀', { at: [1, 2], late: true })
  doc.get('items', Y.Map).delete('item-one-0000000')
  doc.get('items', Y.Map).set('k', new Y.Map([['at', [1.5, -3, { deep: null }]]]))
  const update = Y.encodeStateAsUpdate(doc)
  const result = read(update)
  if (!result.ok) throw new Error(result.error.reason)
  const theirs = Y.decodeUpdate(update)
  const [section] = result.value.sections
  expect(section?.structs.map(({ clock, length }) => [clock, length])).toEqual(
    theirs.structs.map(({ id, length }) => [id.clock, length]),
  )
  expect(section?.structs.at(-1)?.content).toEqual({ type: 'values', values: [[1.5, -3, { deep: null }]] })
  expect(result.value.deletions).toMatchObject([
    { client: 5, ranges: theirs.ds.clients.get(5)?.flatMap(({ clock, len }) => [clock, len]) },
  ])
})

test('G11 an update cut anywhere, and one with bytes left over, is refused', () => {
  const update = one(
    type(1, { parent, key: 'k' }),
    values(['x', 1.5, true], { origin: { client: 5, clock: 0 } }),
    characters('xyz', { parent }),
  )
  expect(read(update).ok).toBe(true)
  for (let end = 0; end < update.length; end++) expect(refusal(update.subarray(0, end)), `cut at ${end}`).toBeDefined()
  expect(refusal(Uint8Array.from([...update, 0]))).toBe('bytes are left over')
})

test('G11 version 2 of the format is refused', () => {
  const doc = new Y.Doc()
  writeItem(doc, 'item-one-0000000', 'hello')
  expect(read(Y.encodeStateAsUpdate(doc)).ok).toBe(true)
  expect(read(Y.encodeStateAsUpdateV2(doc)).ok).toBe(false)
  expect(read(Y.encodeStateAsUpdateV2(new Y.Doc())).ok).toBe(false)
})

test.each([
  ['spare bits on what was collected', Uint8Array.of(1, 1, 5, 0, 0x80, 1, 0)],
  ['spare bits on a gap', Uint8Array.of(1, 1, 5, 0, 0x2a, 1, 0)],
  ['a parent that is neither name nor id', Uint8Array.of(1, 1, 5, 0, 1, 2, 1, 0, 3, 0)],
  ['an empty section', Uint8Array.of(1, 0, 5, 0, 0)],
  ['a struct without length', one(collected(0))],
  ['an empty text', one(characters('', { parent }))],
  ['an empty row of values', one(values([], { parent, key: 'k' }))],
  ['an empty section of deletions', Uint8Array.of(0, 1, 5, 0)],
  ['a deletion of nothing', forge({ sections: [], deletions: [{ client: 5, ranges: [[3, 0]] }] })],
  [
    'deletions out of order',
    forge({
      sections: [],
      deletions: [
        {
          client: 5,
          ranges: [
            [3, 1],
            [1, 1],
          ],
        },
      ],
    }),
  ],
  [
    'deletions that overlap',
    forge({
      sections: [],
      deletions: [
        {
          client: 5,
          ranges: [
            [1, 3],
            [2, 1],
          ],
        },
      ],
    }),
  ],
  ['a padded number', Uint8Array.of(1, 1, 0x85, 0, 0, 0, 1, 0)],
  ['a client id beyond 32 bits', forge({ sections: [{ client: 2 ** 32, clock: 0, structs: [collected(1)] }] })],
  ['a clock beyond 31 bits', forge({ sections: [{ client: 5, clock: 2 ** 31 - 1, structs: [collected(1)] }] })],
  ['a deletion beyond 31 bits', forge({ sections: [], deletions: [{ client: 5, ranges: [[2 ** 31 - 2, 2]] }] })],
  ['an origin with a client id beyond 32 bits', one(characters('x', { origin: { client: 2 ** 33, clock: 0 } }))],
  [
    'two sections of a client id',
    forge({ sections: [5, 5].map((client) => ({ client, clock: 0, structs: [collected(1)] })) }),
  ],
  ['a key that objects have', one(type(1, { parent, key: '__proto__' }))],
  ['a key in a value that objects have', one(values([JSON.parse('{"__proto__":1}')], { parent, key: 'k' }))],
  ['a collection that objects have', one(type(1, { parent: 'constructor', key: 'k' }))],
  ['a name that is too long', one(type(1, { parent, key: 'k'.repeat(65) }))],
  ['a value that is too deep', one(values([[[[[[[[1]]]]]]]], { parent, key: 'k' }))],
  ['a value that is too large', one(values(['x'.repeat(GATE_LIMITS.valueBytes + 1)], { parent, key: 'k' }))],
  [
    'a value of many small ones',
    one(values([Array.from({ length: GATE_LIMITS.valueBytes }, () => 0)], { parent, key: 'k' })),
  ],
  ['a big integer', one(values([10n], { parent, key: 'k' }))],
  ['a binary', one(values([new Uint8Array(3)], { parent, key: 'k' }))],
  ['a text that is too long', one(characters('x'.repeat(20_001), { parent }))],
  ['broken UTF-8', Uint8Array.of(1, 1, 5, 0, 0x84, 1, 0, 2, 0xc3, 0x28, 0)],
])('G11 %s is refused', (_what, bytes) => {
  expect(read(bytes)).toMatchObject({ ok: false, error: { code: 4400 } })
})

test('G13 limits hold to the unit, and only for what is new', () => {
  const many = (count: number) => one(...Array.from({ length: count }, () => collected(1)))
  const { structs, clients } = MESSAGE_LIMITS.update
  expect(read(many(structs)).ok).toBe(true)
  expect(refusal(many(structs + 1))).toBe('too many structs')
  expect(read(many(structs + 1), MESSAGE_LIMITS.step2 as never).ok).toBe(true)
  expect(readUpdate(many(structs + 1), MESSAGE_LIMITS.update, { ...NOTHING_KNOWN, nextClock: () => 1 }).ok).toBe(true)
  const writers = (count: number) =>
    forge({ sections: Array.from({ length: count }, (_, client) => ({ client, clock: 0, structs: [collected(1)] })) })
  expect(read(writers(clients)).ok).toBe(true)
  expect(refusal(writers(clients + 1))).toBe('too many client ids write')
  expect(read(one(characters('x'.repeat(GATE_LIMITS.textCharacters), { parent }))).ok).toBe(true)
  expect(read(one(values(['x'.repeat(4_000)], { parent, key: 'k'.repeat(64) }))).ok).toBe(true)
})

test('G13 a message that is too large is refused unread, as such', () => {
  expect(read(new Uint8Array(MESSAGE_LIMITS.update.bytes + 1))).toMatchObject({ ok: false, error: { code: 4413 } })
  expect(read(new Uint8Array(MESSAGE_LIMITS.update.bytes))).toMatchObject({ ok: false, error: { code: 4400 } })
})

test('G10 what is known already is left out, gaps over known ground with it', () => {
  const known = { nextClock: (client: number) => (client === 5 ? 3 : 0), deletions: () => undefined }
  const update = forge({
    sections: [
      { client: 5, clock: 0, structs: [collected(2), collected(2)] },
      { client: 6, clock: 0, structs: [collected(1)] },
    ],
  })
  const result = readUpdate(update, MESSAGE_LIMITS.update, known)
  expect(result).toMatchObject({
    ok: true,
    value: { abridged: true, sections: [{ client: 5, structs: [{ clock: 2, length: 2 }] }, { client: 6 }] },
  })
})

test('G14 ranges that are remembered are skipped as bytes, and others after them are read', () => {
  const deletions = [
    {
      client: 5,
      ranges: [
        [0, 1],
        [2, 1],
      ] as const,
    },
    { client: 6, ranges: [[4, 4]] as const },
  ]
  const update = forge({ sections: [], deletions })
  const remembered = (client: number) => (client === 5 ? Uint8Array.of(2, 0, 1, 2, 1) : Uint8Array.of(1, 4, 5))
  const result = readUpdate(update, MESSAGE_LIMITS.step2, { ...NOTHING_KNOWN, deletions: remembered })
  expect(result).toMatchObject({ ok: true, value: { abridged: true, deletions: [{ client: 6, ranges: [4, 4] }] } })
})

test('G11 content of a kind that does not exist is refused, though nothing else is wrong with it', () => {
  const nothing = { kind: 11, length: 1, parent, write: () => undefined }
  expect(refusal(one(nothing))).toBe('content of this kind has no place here')
})

test('G11 a plain value of a kind that does not exist is refused', () => {
  const odd = (kind: number) => ({
    kind: 8,
    length: 1,
    parent,
    key: 'k',
    write: (encoder: encoding.Encoder) => encoding.writeUint8Array(encoder, Uint8Array.of(1, kind)),
  })
  expect(refusal(one(odd(126)))).toBeUndefined()
  for (const kind of [100, 115, 128]) expect(refusal(one(odd(kind))), `${kind}`).toBe('a value is no JSON')
})

test('G13 an object is as deep as it may be, and no deeper', () => {
  const nest = (depth: number): unknown => (depth === 0 ? 1 : { in: nest(depth - 1) })
  const write = (depth: number) => one(values([nest(depth)], { parent, key: 'k' }))
  expect(refusal(write(GATE_LIMITS.valueDepth))).toBeUndefined()
  expect(refusal(write(GATE_LIMITS.valueDepth + 1))).toBe('a value is too deep')
})

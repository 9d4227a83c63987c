import { LIMITS, asId, fail, ok, refusal } from '@roundel/shared/kernel'
import type { Touch } from '@roundel/shared/session'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { characters, collected, forge, type, values } from './fuzz/forge.ts'
import { caseOf, write } from './fuzz/room.ts'
import { CLOSED, OPEN, SHOWN } from './fuzz/rules.ts'
import { ANNA, BALA, STEP, collection, itemOf, setStage, startOf, textOf, writeItem } from './fuzz/stage.ts'
import { judge } from './judge.ts'
import { RECORDS_AT_MOST } from './limits.ts'
import { recallDeletions } from './memory.ts'
import { nextClock } from './yjs-internals.ts'

const ONE = 'item-one-0000000'
const TWO = 'item-two-0000000'

/** The touches that an update of Anna's would be asked about. */
const touchesOf = (stage: ReturnType<typeof setStage>, bytes: Uint8Array): readonly Touch[] => {
  const touches: Touch[] = []
  const around = caseOf(stage.room, ANNA, 'update')
  const mayWrite = (_seat: unknown, touch: Touch) => {
    touches.push(touch)
    return ok(undefined)
  }
  judge(bytes, { ...around, authority: { ...around.authority, mayWrite } })
  return touches
}

const brief = ({ op, record, field, value }: Touch) =>
  [op, record, field, value === undefined ? undefined : JSON.stringify(value)].filter(Boolean).join(' ')

test('G1 judging changes nothing, neither of the document nor of who owns what', () => {
  const { room, join } = setStage()
  const anna = join(ANNA, 11)
  writeItem(anna.doc, ONE, 'hello')
  const before = Y.encodeStateAsUpdate(room.doc)
  const [update] = anna.unsent
  expect(judge(update as Uint8Array, caseOf(room, ANNA, 'update'))).toMatchObject({ type: 'admit' })
  expect(Y.encodeStateAsUpdate(room.doc)).toEqual(before)
  expect(room.clientOwners.has(11)).toBe(false)
})

test('G1 an empty update is nothing new, and so is anything sent twice', () => {
  const { bring, join } = setStage()
  const anna = join(ANNA, 11)
  expect(bring(ANNA, Y.encodeStateAsUpdate(new Y.Doc()), 'step2')).toEqual({ type: 'nothing-new' })
  writeItem(anna.doc, ONE, 'hello')
  const [update] = anna.unsent as [Uint8Array]
  expect(bring(ANNA, update)).toMatchObject({ type: 'admit' })
  expect(bring(ANNA, update)).toEqual({ type: 'nothing-new' })
  expect(bring(BALA, update)).toEqual({ type: 'nothing-new' })
})

test('G5 a new record belongs to the seat that made it, and a new client id to the seat that used it', () => {
  const { bring, join } = setStage()
  const anna = join(ANNA, 11)
  writeItem(anna.doc, ONE, 'hello')
  expect(bring(ANNA, anna.unsent[0] as Uint8Array)).toMatchObject({
    claims: [{ client: 11, owner: ANNA }],
    owners: [{ collection: 'items', record: ONE, owner: ANNA }],
  })
})

test('G18 a private document is its seat’s: nobody else writes there, and nothing needs a claim', () => {
  const stage = setStage(CLOSED, { kind: 'draft', seat: ANNA })
  const anna = stage.join(ANNA, 11)
  writeItem(anna.doc, ONE, 'secret', { state: 'ready' })
  const update = anna.unsent[0] as Uint8Array
  expect(stage.bring(BALA, update)).toMatchObject({ type: 'refuse', code: 4403 })
  expect(stage.bring(ANNA, update)).toMatchObject({ type: 'admit', owners: [] })
  expect(touchesOf(stage, (textOf(anna.doc, ONE).insert(0, 'x'), anna.unsent[1] as Uint8Array))).toMatchObject([
    { op: 'text', owner: ANNA, fresh: false },
  ])
  const presence = setStage(OPEN, { kind: 'presence' })
  const anything = forge({ sections: [{ client: 11, clock: 0, structs: [collected(1)] }] })
  expect(presence.bring(ANNA, anything)).toMatchObject({ type: 'refuse', code: 4403 })
})

test('G18 who may write nothing in a document is refused an update that would touch nothing', () => {
  const { room } = setStage()
  const around = caseOf(room, ANNA, 'update')
  const reader = { ...around.authority, mayWriteIn: () => fail(refusal('not-allowed')) }
  const nothing = forge({ sections: [{ client: 11, clock: 0, structs: [collected(1)] }] })
  expect(judge(nothing, around)).toMatchObject({ type: 'admit' })
  expect(judge(nothing, { ...around, authority: reader })).toMatchObject({ type: 'refuse', code: 4403 })
})

test('G7 the touches of an update name record, field, value, owner, step and kind', () => {
  const stage = setStage()
  const anna = stage.join(ANNA, 11)
  writeItem(anna.doc, ONE, 'hello', { at: [1, 2] })
  const created = touchesOf(stage, anna.unsent[0] as Uint8Array)
  expect(created.every(({ fresh, owner, document }) => fresh && owner === ANNA && document.kind === 'board')).toBe(true)
  expect(created.map(brief)).toEqual([
    `create ${ONE}`,
    `set ${ONE} kind "idea"`,
    `set ${ONE} step "${STEP}"`,
    `set ${ONE} at [1,2]`,
    `text ${ONE} text`,
  ])
  stage.send(anna)
  const doc = anna.doc
  doc.transact(() => {
    collection(doc).get(ONE)?.set('at', [3, 4])
    collection(doc).get(ONE)?.set('rank', 'a')
    collection(doc).get(ONE)?.delete('rank')
    textOf(doc, ONE).insert(2, 'xx')
    textOf(doc, ONE).delete(0, 1)
  })
  const changed = touchesOf(stage, anna.unsent[0] as Uint8Array)
  expect(changed.map(brief)).toEqual([`set ${ONE} at [3,4]`, `set ${ONE} rank`, `text ${ONE} text`])
  expect(changed).toMatchObject(changed.map(() => ({ fresh: false, owner: ANNA, step: STEP, kind: 'idea' })))
  stage.send(anna)
  collection(doc).delete(ONE)
  expect(touchesOf(stage, anna.unsent[0] as Uint8Array).map(brief)).toEqual([`remove ${ONE}`])
})

test('M72 of a negative idea the rights are told that it is one, whatever is written of it', () => {
  const stage = setStage()
  const anna = stage.join(ANNA, 11)
  writeItem(anna.doc, ONE, 'hello', { kind: 'negative-idea' })
  stage.send(anna)
  anna.doc.transact(() => {
    collection(anna.doc).get(ONE)?.set('cluster', 'cluster000000001')
    textOf(anna.doc, ONE).insert(2, 'xx')
  })
  const touches = touchesOf(stage, anna.unsent[0] as Uint8Array)
  expect(touches.map(({ field, kind }) => [field, kind])).toEqual([
    ['cluster', 'negative-idea'],
    ['text', 'negative-idea'],
  ])
})

test.each([
  ['locked', 4423],
  ['wrong-phase', 4423],
  ['frozen', 4423],
  ['not-allowed', 4403],
  ['removed', 4403],
  ['ended', 4403],
] as const)('G15 a touch refused as %s closes with %i', (code, expected) => {
  const stage = setStage()
  const anna = stage.join(ANNA, 11)
  writeItem(anna.doc, ONE, 'hello')
  const around = caseOf(stage.room, ANNA, 'update')
  const authority = { ...around.authority, mayWrite: () => fail(refusal(code)) }
  expect(judge(anna.unsent[0] as Uint8Array, { ...around, authority })).toEqual({
    type: 'refuse',
    code: expected,
    reason: `create items: ${code}`,
  })
})

test('G3 one forbidden touch refuses everything that came with it', () => {
  const { join, send, room } = setStage(OPEN)
  const anna = join(ANNA, 11)
  const bala = join(BALA, 22)
  writeItem(anna.doc, ONE, 'one')
  send(anna)
  writeItem(bala.doc, TWO, 'two')
  send(bala)
  room.rules = SHOWN
  anna.doc.transact(() => {
    textOf(anna.doc, ONE).insert(0, 'my ')
    textOf(anna.doc, TWO).insert(0, 'not my ')
  })
  expect(send(anna)).toMatchObject([{ type: 'refuse', code: 4423, reason: 'text items.text: locked' }])
  expect(textOf(room.doc, ONE).toJSON()).toBe('one')
})

test('G8 a value must fit its field, a record its id, and both must be known', () => {
  const { room, bring } = setStage()
  const craft = (...structs: Parameters<typeof forge>[0]['sections'][number]['structs']) =>
    forge({ sections: [{ client: 9, clock: nextClock(room.doc, 9), structs }] })
  const other = setStage()
  const anna = other.join(ANNA, 11)
  writeItem(anna.doc, ONE, 'one')
  expect(bring(ANNA, anna.unsent[0] as Uint8Array)).toMatchObject({ type: 'admit' })
  const parent = itemOf(room.doc, ONE)
  for (const [key, value] of [
    ['at', [-1, 0]],
    ['at', [0.5, 0]],
    ['at', [Number.NaN, 0]],
    ['at', [1e308, 0]],
    ['at', null],
    ['rank', 'no spaces'],
    ['colour', 'red'],
    ['state', 'gone'],
    ['lang', { toString: 'en' }],
    ['cluster', 'short'],
    ['unheard', 1],
    ['toString', 1],
  ] as const) {
    expect(bring(ANNA, craft(values([value], { parent, key }))), `${key}`).toMatchObject({ type: 'refuse', code: 4400 })
  }
  expect(bring(ANNA, craft(type(1, { parent: 'items', key: 'short' })))).toMatchObject({ code: 4400 })
  expect(bring(ANNA, craft(type(1, { parent: 'other', key: TWO })))).toMatchObject({ code: 4400 })
  expect(bring(ANNA, craft(type(2, { parent: 'items', key: TWO })))).toMatchObject({ code: 4400 })
  expect(bring(ANNA, craft(type(1, { parent, key: 'text' })))).toMatchObject({ code: 4400 })
  expect(bring(ANNA, craft(type(2, { parent, key: 'rank' })))).toMatchObject({ code: 4400 })
  expect(bring(ANNA, craft(characters('x', { parent, key: 'rank' })))).toMatchObject({ code: 4400 })
  expect(bring(ANNA, craft(values(['a'], { parent, key: 'rank' })))).toMatchObject({ type: 'admit' })
})

test('G8 a fixed field is written with its record and never again, and what is required is never cleared', () => {
  const { join, send } = setStage()
  const attempt = (change: (fields: Y.Map<unknown>) => void) => {
    const anna = join(ANNA, Math.floor(nextClient++))
    change(collection(anna.doc).get(ONE) as Y.Map<unknown>)
    return send(anna)
  }
  let nextClient = 100
  const anna = join(ANNA, 11)
  writeItem(anna.doc, ONE, 'one', { late: true })
  expect(send(anna)).toMatchObject([{ type: 'admit' }])
  for (const key of ['kind', 'step', 'late', 'text']) {
    expect(
      attempt((fields) => fields.delete(key)),
      key,
    ).toMatchObject([{ type: 'refuse', code: 4403 }])
  }
  expect(attempt((fields) => fields.set('kind', 'note'))).toMatchObject([{ code: 4403 }])
  expect(attempt((fields) => fields.set('author', ANNA))).toMatchObject([{ code: 4403 }])
  expect(attempt((fields) => fields.set('text', new Y.Text('anew')))).toMatchObject([{ code: 4403 }])
  expect(attempt((fields) => fields.set('at', [1, 1]))).toMatchObject([{ type: 'admit' }])
  expect(attempt((fields) => fields.delete('at'))).toMatchObject([{ type: 'admit' }])
})

test('G8 a record is made whole', () => {
  const { join, send } = setStage()
  const anna = join(ANNA, 11)
  const bare = new Y.Map<unknown>(Object.entries({ kind: 'idea', step: STEP }))
  collection(anna.doc).set(ONE, bare)
  expect(send(anna)).toMatchObject([{ type: 'refuse', code: 4403 }])
  const bala = join(BALA, 22)
  bala.doc.transact(() => {
    writeItem(bala.doc, TWO, 'x')
    collection(bala.doc).get(TWO)?.delete('kind')
  })
  expect(send(bala)).toMatchObject([{ type: 'refuse', code: 4403 }])
})

test('G16 a text stays within its limit, may shrink above it, and grows beyond it only where several type', () => {
  const { join, send, room } = setStage()
  const most = LIMITS.ideaCharacters
  const anna = join(ANNA, 11)
  writeItem(anna.doc, ONE, 'x'.repeat(most + 1))
  expect(send(anna)).toMatchObject([{ type: 'refuse', code: 4403 }])
  const bala = join(BALA, 22)
  writeItem(bala.doc, TWO, 'x'.repeat(most))
  expect(send(bala)).toMatchObject([{ type: 'admit' }])
  textOf(bala.doc, TWO).insert(5, 'y')
  expect(send(bala)).toMatchObject([{ type: 'refuse', code: 4403 }])
  const cora = join(asId('seat-cora-000000'), 33)
  const dora = join(asId('seat-dora-000000'), 44)
  textOf(cora.doc, TWO).delete(0, most)
  textOf(cora.doc, TWO).insert(0, 'c'.repeat(most - 1))
  textOf(dora.doc, TWO).delete(0, most)
  textOf(dora.doc, TWO).insert(0, 'd'.repeat(most - 1))
  expect(send(cora).map((verdict) => verdict.type)).toEqual(['admit', 'admit'])
  expect(
    send(dora).map((verdict) => verdict.type),
    'she could not know',
  ).toEqual(['nothing-new', 'admit'])
  expect(textOf(room.doc, TWO).length).toBe(2 * (most - 1))
  textOf(dora.doc, TWO).delete(0, 1)
  textOf(dora.doc, TWO).insert(0, '1234')
  expect(
    send(dora).map((verdict) => verdict.type),
    'twice the limit is the end',
  ).toEqual(['admit', 'refuse'])
})

test('G16 a collection has room for so many records, removed ones not counted', () => {
  const stage = setStage(OPEN, { kind: 'draft', seat: ANNA })
  const anna = stage.join(ANNA, 11)
  const id = (number: number) => String(number).padStart(16, '0')
  anna.doc.transact(() => {
    for (let number = 0; number < RECORDS_AT_MOST.draft; number++) writeItem(anna.doc, id(number), 'x')
  })
  expect(stage.send(anna)).toMatchObject([{ type: 'admit' }])
  writeItem(anna.doc, ONE, 'one too many')
  expect(stage.send(anna)).toMatchObject([{ type: 'refuse', code: 4403 }])
  const again = stage.join(ANNA, 12)
  collection(again.doc).delete(id(3))
  writeItem(again.doc, ONE, 'in its place')
  expect(stage.send(again).map((verdict) => verdict.type)).toEqual(['admit', 'admit'])
})

test('G10 what is admitted holds only what is new, and applying it is applying all', () => {
  const { join, send, bring, room } = setStage()
  const anna = join(ANNA, 11)
  writeItem(anna.doc, ONE, 'one 😀')
  send(anna)
  textOf(anna.doc, ONE).insert(6, 'abc')
  textOf(anna.doc, ONE).delete(0, 2)
  send(anna)
  textOf(anna.doc, ONE).insert(7, 'def')
  collection(anna.doc).get(ONE)?.set('at', [1, 1])
  textOf(anna.doc, ONE).delete(3, 1)
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(room.doc))
  const whole = Y.encodeStateAsUpdate(anna.doc)
  const verdict = judge(whole, caseOf(room, ANNA, 'step2'))
  if (verdict.type !== 'admit') throw new Error(verdict.type)
  expect(verdict.bytes.length).toBeLessThan(whole.length / 2)
  const { structs, ds } = Y.decodeUpdate(verdict.bytes)
  expect(structs.every(({ id }) => id.clock >= nextClock(room.doc, 11))).toBe(true)
  expect([...ds.clients.values()].flat()).toHaveLength(1)
  expect(bring(ANNA, whole, 'step2')).toMatchObject({ type: 'admit' })
  Y.applyUpdate(copy, whole)
  expect(room.doc.get('items', Y.Map).toJSON()).toEqual(copy.get('items', Y.Map).toJSON())
  expect(room.doc.get('items', Y.Map).toJSON()).toEqual(anna.doc.get('items', Y.Map).toJSON())
})

test('G14 the delete set of an up-to-date client is remembered, and found again as bytes', () => {
  const { room, bring } = setStage()
  writeItem(room.doc, ONE, 'x'.repeat(5_000))
  const { client, clock } = startOf(room.doc, ONE)
  const ranges = Array.from({ length: 2_400 }, (_, index) => [clock + index * 2, 1] as const)
  Y.applyUpdate(room.doc, forge({ sections: [], deletions: [{ client, ranges }] }))
  const answer = Y.encodeStateAsUpdate(room.doc, Y.encodeStateVector(room.doc))
  expect(recallDeletions(room.doc, client)).toBeUndefined()
  expect(bring(BALA, answer, 'step2')).toEqual({ type: 'nothing-new' })
  expect(recallDeletions(room.doc, client)?.length).toBeGreaterThan(4_000)
  expect(bring(BALA, answer, 'step2')).toEqual({ type: 'nothing-new' })
  // One range more: what is remembered no longer fits, and only that range is left.
  const more = forge({ sections: [], deletions: [{ client, ranges: [...ranges, [clock + 4_900, 2]] }] })
  const verdict = bring(BALA, more, 'step2')
  if (verdict.type !== 'admit') throw new Error(verdict.type)
  expect(Y.decodeUpdate(verdict.bytes).ds.clients.get(client)).toMatchObject([{ clock: clock + 4_900, len: 2 }])
})

test('G16 what the server wrote does not make a text one that several typed', () => {
  const { room, bring, join } = setStage()
  write(room, () => writeItem(room.doc, ONE, 'x'.repeat(LIMITS.ideaCharacters)))
  const anna = join(ANNA, 11)
  textOf(anna.doc, ONE).insert(0, 'y')
  expect(bring(ANNA, anna.unsent[0] as Uint8Array)).toMatchObject({ type: 'refuse', code: 4403 })
})

test('G5 an id that was the server’s is made again by nobody', () => {
  const { room, bring, join } = setStage()
  write(room, () => writeItem(room.doc, ONE, 'hello'))
  write(room, () => collection(room.doc).delete(ONE))
  const anna = join(ANNA, 11)
  writeItem(anna.doc, ONE, 'mine')
  expect(bring(ANNA, anna.unsent[0] as Uint8Array)).toMatchObject({ type: 'refuse', code: 4403 })
})

test('G5 an id whose owner is known is made by nobody else, though the document has never heard of it', () => {
  const { room, bring, join } = setStage()
  room.owners.set(`items ${ONE}`, BALA)
  const anna = join(ANNA, 11)
  writeItem(anna.doc, ONE, 'mine')
  expect(bring(ANNA, anna.unsent[0] as Uint8Array)).toMatchObject({ type: 'refuse', code: 4403 })
})

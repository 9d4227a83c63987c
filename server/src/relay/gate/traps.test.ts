import { asId } from '@roundel/shared/kernel'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { characters, collected, deleted, foreign, forge, skipped, type, values } from './fuzz/forge.ts'
import { ANNA, BALA, STEP, collection, itemOf, setStage, startOf, textOf, unitAfter, writeItem } from './fuzz/stage.ts'
import { write } from './fuzz/room.ts'
import { CLOSED, HIDDEN, OPEN, SHOWN } from './fuzz/rules.ts'
import { GATE_LIMITS } from './limits.ts'
import { nextClock } from './yjs-internals.ts'

// The ways in which an update can look harmless and is not, or look wrong and is honest.

const ONE = 'item-one-0000000'
const TWO = 'item-two-0000000'
const NEW = 'item-new-0000000'
const MALLORY = asId<'seat'>('seat-mall-000000')
const OWN = 99

/** Anna wrote an item, Bala another, and only their owners may go on. */
const setTable = (rules = SHOWN) => {
  const stage = setStage(OPEN)
  const anna = stage.join(ANNA, 11)
  const bala = stage.join(BALA, 22)
  writeItem(anna.doc, ONE, 'a😀b', { state: 'published', at: [1, 1] })
  stage.send(anna)
  writeItem(bala.doc, TWO, 'two', { state: 'published' })
  stage.send(bala)
  stage.room.rules = rules
  const read = () => JSON.stringify(stage.room.doc.get('items', Y.Map).toJSON())
  /** Mallory's next structs, as one update. */
  const craft = (...structs: Parameters<typeof forge>[0]['sections'][number]['structs']) =>
    forge({ sections: [{ client: OWN, clock: nextClock(stage.room.doc, OWN), structs }] })
  return { ...stage, anna, bala, read, craft }
}

test('G10 a known struct sent again with a forged origin splits nobody’s emoji', () => {
  const { bring, room, read, anna } = setTable()
  collection(anna.doc).get(ONE)?.set('rank', 'a')
  const [move] = anna.unsent
  expect(bring(ANNA, move as Uint8Array)).toMatchObject({ type: 'admit' })
  const before = read()
  const inside = unitAfter(startOf(room.doc, ONE), 1)
  const forged = forge({ sections: [{ client: 11, clock: 0, structs: [characters('x', { origin: inside })] }] })
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(room.doc))
  Y.applyUpdate(copy, forged)
  expect(textOf(copy, ONE).toJSON(), 'Yjs itself would break it').toContain('\uFFFD')
  expect(bring(ANNA, forged)).toEqual({ type: 'nothing-new' })
  expect(read()).toBe(before)
})

test('G11 a deletion of no length splits nobody’s emoji', () => {
  const { bring, room } = setTable()
  const { client, clock } = startOf(room.doc, ONE)
  const forged = forge({ sections: [], deletions: [{ client, ranges: [[clock + 2, 0]] }] })
  expect(bring(MALLORY, forged)).toMatchObject({ type: 'refuse', code: 4400 })
})

test('G12 a right neighbour in somebody else’s text splits nothing there', () => {
  const { bring, room, craft } = setTable(OPEN)
  const origin = startOf(room.doc, TWO)
  const rightOrigin = unitAfter(startOf(room.doc, ONE), 2)
  expect(bring(MALLORY, craft(characters('x', { origin, rightOrigin })))).toMatchObject({ type: 'refuse', code: 4400 })
})

test('G10 the rest of a struct stands where its known beginning stands, whatever it claims', () => {
  const { bring, room, anna, send } = setTable()
  textOf(anna.doc, ONE).insert(4, 'x')
  send(anna)
  const clock = nextClock(room.doc, 11) - 1
  const parent = itemOf(room.doc, TWO, 'text')
  // Anna claims that her last letter and three more stand in Bala's text.
  const verdict = bring(ANNA, forge({ sections: [{ client: 11, clock, structs: [characters('xyzw', { parent })] }] }))
  expect(verdict).toMatchObject({ type: 'admit' })
  expect(textOf(room.doc, TWO).toJSON()).toBe('two')
  expect(textOf(room.doc, ONE).toJSON()).toBe('a😀bxyzw')
})

test('G3 the rest of a struct is refused where its beginning stands in a forbidden place', () => {
  const { bring, room, anna, send } = setTable(OPEN)
  textOf(anna.doc, TWO).insert(3, 'x')
  send(anna)
  room.rules = SHOWN
  const clock = nextClock(room.doc, 11) - 1
  const parent = itemOf(room.doc, ONE, 'text')
  const forged = forge({ sections: [{ client: 11, clock, structs: [characters('xyz', { parent })] }] })
  expect(bring(ANNA, forged)).toMatchObject({ type: 'refuse', code: 4423 })
})

test('G12 origins of which one is collected and one is not are refused', () => {
  const { bring, room, anna, send, craft } = setTable(OPEN)
  const gone = startOf(room.doc, ONE)
  const goneValue = itemOf(room.doc, ONE, 'at')
  collection(anna.doc).delete(ONE)
  send(anna)
  const rightOrigin = startOf(room.doc, TWO)
  expect(bring(MALLORY, craft(characters('x', { origin: gone, rightOrigin })))).toMatchObject({ code: 4400 })
  expect(bring(MALLORY, craft(characters('x', { origin: rightOrigin, rightOrigin: goneValue })))).toMatchObject({
    code: 4400,
  })
})

test('G12 a right neighbour that stands to the left is refused, in a text and among what is new', () => {
  const { bring, room, craft } = setTable(OPEN)
  const start = startOf(room.doc, TWO)
  const backwards = { origin: unitAfter(start, 2), rightOrigin: start }
  expect(bring(MALLORY, craft(characters('x', backwards)))).toMatchObject({
    code: 4400,
    reason: expect.stringMatching(/order/),
  })
  const same = { origin: start, rightOrigin: start }
  expect(bring(MALLORY, craft(characters('x', same)))).toMatchObject({
    code: 4400,
    reason: expect.stringMatching(/order/),
  })
  const own = { client: OWN, clock: 0 }
  const afterwards = [
    characters('x', { origin: unitAfter(start, 1), rightOrigin: unitAfter(start, 2) }),
    characters('y', { origin: own, rightOrigin: start }),
  ]
  expect(bring(MALLORY, craft(...afterwards))).toMatchObject({ code: 4400, reason: expect.stringMatching(/order/) })
  const between = [
    characters('x', { origin: start, rightOrigin: unitAfter(start, 1) }),
    characters('y', { origin: start, rightOrigin: own }),
  ]
  expect(bring(MALLORY, craft(...between))).toMatchObject({ type: 'admit' })
  expect(textOf(room.doc, TWO).toJSON()).toBe('tyxwo')
})

test('G25 a struct that passes over what one of its neighbours was built on is refused', () => {
  const { bring, room, craft } = setTable(OPEN)
  const start = startOf(room.doc, TWO)
  const between = { origin: start, rightOrigin: unitAfter(start, 1) }
  expect(bring(MALLORY, craft(characters('x', between)))).toMatchObject({ type: 'admit' })
  const x = { client: OWN, clock: 0 }
  const others = (place: Parameters<typeof characters>[1]) =>
    forge({ sections: [{ client: 98, clock: 0, structs: [characters('y', place)] }] })
  const wrong = { code: 4400, reason: expect.stringMatching(/order/) }
  // Whoever knows x knows the t to its left and the w to its right, and whoever knows the o knows the w.
  expect(bring(MALLORY, others({ rightOrigin: x }))).toMatchObject(wrong)
  expect(bring(MALLORY, others({ origin: x, rightOrigin: unitAfter(start, 2) }))).toMatchObject(wrong)
  expect(bring(MALLORY, others({ origin: start, rightOrigin: unitAfter(start, 2) }))).toMatchObject(wrong)
  expect(bring(MALLORY, others({ origin: x, rightOrigin: unitAfter(start, 1) }))).toMatchObject({ type: 'admit' })
  expect(textOf(room.doc, TWO).toJSON()).toBe('txywo')
})

test('G12 a key with a right neighbour is refused: it would change the winner', () => {
  const { bring, room, craft } = setTable(OPEN)
  const rightOrigin = itemOf(room.doc, ONE, 'at')
  expect(bring(MALLORY, craft(values([[5, 5]], { rightOrigin })))).toMatchObject({ code: 4400 })
})

test('G12 a client that passes over what it wrote itself is refused', () => {
  const { bring, room, craft } = setTable(OPEN)
  const start = startOf(room.doc, TWO)
  expect(bring(MALLORY, craft(characters('x', { origin: start, rightOrigin: unitAfter(start, 1) })))).toMatchObject({
    type: 'admit',
  })
  expect(bring(MALLORY, craft(characters('y', { origin: start, rightOrigin: unitAfter(start, 1) })))).toMatchObject({
    code: 4400,
  })
  const at = itemOf(room.doc, ONE, 'at')
  expect(bring(MALLORY, craft(values([[5, 5]], { origin: at })))).toMatchObject({ type: 'admit' })
  expect(bring(MALLORY, craft(values([[6, 6]], { origin: at })))).toMatchObject({ code: 4400 })
})

test('G11 a struct that names what its client makes later is refused, and a circle of clients is a gap', () => {
  const { bring, craft } = setTable(OPEN)
  expect(bring(MALLORY, craft(characters('x', { origin: { client: OWN, clock: 5 } }), collected(9)))).toMatchObject({
    code: 4400,
  })
  const circle = forge({
    sections: [
      { client: OWN, clock: 0, structs: [characters('x', { origin: { client: 98, clock: 0 } })] },
      { client: 98, clock: 0, structs: [characters('y', { origin: { client: OWN, clock: 0 } })] },
    ],
  })
  expect(bring(MALLORY, circle)).toEqual({ type: 'gap' })
})

test('G11 two sections of one client are refused', () => {
  const { bring } = setTable(OPEN)
  const section = { client: OWN, clock: 0, structs: [collected(1)] }
  expect(bring(MALLORY, forge({ sections: [section, { ...section, clock: 1 }] }))).toMatchObject({ code: 4400 })
  const ranges = [[0, 1]] as const
  const twice = [
    { client: 11, ranges },
    { client: 11, ranges: [[4, 1]] as const },
  ]
  expect(bring(MALLORY, forge({ sections: [], deletions: twice }))).toMatchObject({ code: 4400 })
})

test('G2 a chain of values with deleted ones and several in one struct is honest', () => {
  const { bring, room, craft } = setTable(OPEN)
  const at = itemOf(room.doc, ONE, 'at')
  const own = { client: OWN, clock: 4 }
  const chain = [
    deleted(2, { origin: at }),
    values(
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      { origin: { client: OWN, clock: 1 } },
    ),
  ]
  expect(bring(MALLORY, craft(...chain))).toMatchObject({ type: 'admit' })
  expect(collection(room.doc).get(ONE)?.get('at')).toEqual([5, 6])
  const wrong = values(
    [
      [7, 8],
      ['left', 'top'],
      [1, 1],
    ],
    { origin: own },
  )
  expect(bring(MALLORY, craft(wrong)), 'each value is looked at').toMatchObject({ code: 4400 })
})

test('G2 an item made and removed while offline is honest: its record is deleted, its fields are collected', () => {
  const { anna, room, send, bring } = setTable(OPEN)
  writeItem(anna.doc, NEW, 'never mind')
  collection(anna.doc).delete(NEW)
  anna.unsent.length = 0
  const diff = Y.encodeStateAsUpdate(anna.doc, Y.encodeStateVector(room.doc))
  expect(bring(ANNA, diff, 'step2')).toMatchObject({ type: 'admit', owners: [{ record: NEW, owner: ANNA }] })
  expect(collection(room.doc).has(NEW)).toBe(false)
  expect(send(anna)).toEqual([])
})

test('G9 what is written into an item that was removed meanwhile is accepted without effect', () => {
  const { anna, bala, room, send } = setTable(OPEN)
  textOf(bala.doc, ONE).insert(4, 'more')
  textOf(bala.doc, ONE).delete(0, 1)
  collection(bala.doc).get(ONE)?.set('at', [9, 9])
  collection(bala.doc).get(ONE)?.set('rank', 'first')
  collection(anna.doc).delete(ONE)
  send(anna)
  room.rules = CLOSED
  expect(send(bala).map(({ type: verdict }) => verdict)).toEqual(['admit', 'nothing-new', 'admit', 'admit'])
  expect(collection(room.doc).has(ONE)).toBe(false)
})

test('G7 removing a record is one touch, though it names everything in it', () => {
  const { anna, bala, room, send } = setTable(OPEN)
  collection(bala.doc).get(ONE)?.set('rank', 'a')
  textOf(bala.doc, ONE).insert(0, 'also ')
  send(bala)
  room.rules = { ...CLOSED, remove: 'own' }
  collection(anna.doc).delete(ONE)
  expect(send(anna)).toMatchObject([{ type: 'admit' }])
})

test('G7 deleting what is in a record without the record is not implied by anything', () => {
  const { room, bring } = setTable({ ...CLOSED, remove: 'own', text: 'own' })
  const { client, clock } = startOf(room.doc, TWO)
  const forged = forge({ sections: [], deletions: [{ client, ranges: [[clock, 3]] }] })
  expect(bring(ANNA, forged)).toMatchObject({ type: 'refuse', code: 4423 })
  const text = itemOf(room.doc, ONE, 'text')
  const box = forge({ sections: [], deletions: [{ client: text.client, ranges: [[text.clock, 1]] }] })
  expect(bring(ANNA, box), 'a text goes with its record only').toMatchObject({ type: 'refuse', code: 4403 })
})

test('G7 writing a record anew is removing the one that is there, whether it wins or not', () => {
  const { bala, bring, send } = setTable({ ...OPEN, remove: 'none' })
  writeItem(bala.doc, TWO, 'anew')
  expect(send(bala)).toMatchObject([{ type: 'refuse', reason: 'remove items: locked' }])
  const own = { client: 5, clock: 0 }
  const losing = [
    type(1, { parent: 'items', key: TWO }),
    values(['idea'], { parent: own, key: 'kind' }),
    values([STEP], { parent: own, key: 'step' }),
    type(2, { parent: own, key: 'text' }),
  ]
  const forged = forge({ sections: [{ client: 5, clock: 0, structs: losing }] })
  expect(bring(BALA, forged)).toMatchObject({ type: 'refuse', reason: 'remove items: locked' })
  expect(bring(MALLORY, forged)).toMatchObject({ type: 'refuse', code: 4403 })
})

test('G11 a deletion of what is not there yet is a gap', () => {
  const { bring, room } = setTable(OPEN)
  const beyond = nextClock(room.doc, 11)
  for (const [client, clock] of [
    [11, beyond],
    [11, beyond - 1],
    [33, 0],
  ] as const) {
    expect(bring(ANNA, forge({ sections: [], deletions: [{ client, ranges: [[clock, 2]] }] }))).toEqual({ type: 'gap' })
  }
})

test('G6 writing over a value is a write, whether it wins or loses', () => {
  const { room, bring, craft } = setTable(SHOWN)
  const origin = itemOf(room.doc, ONE, 'at')
  const parent = itemOf(room.doc, ONE)
  expect(bring(MALLORY, craft(values([[5, 5]], { origin })))).toMatchObject({ type: 'refuse', code: 4423 })
  expect(bring(MALLORY, craft(values([[5, 5]], { parent, key: 'at' }))), 'it would lose').toMatchObject({ code: 4423 })
})

test('G6 what is deleted already and loses is no write; what wins clears the value', () => {
  const { room, bring, craft, bala, send } = setTable(OPEN)
  const before = itemOf(room.doc, ONE, 'at')
  collection(bala.doc).get(ONE)?.set('at', [7, 7])
  send(bala)
  room.rules = CLOSED
  expect(bring(MALLORY, craft(deleted(1, { origin: itemOf(room.doc, ONE, 'at') })))).toMatchObject({ code: 4423 })
  // The lower client id stands to the left of Bala's value.
  const losing = forge({ sections: [{ client: 5, clock: 0, structs: [deleted(1, { origin: before })] }] })
  expect(bring(MALLORY, losing)).toMatchObject({ type: 'admit' })
  expect(collection(room.doc).get(ONE)?.get('at')).toEqual([7, 7])
})

test('G5 the id of a removed record is its owner’s for ever', () => {
  const { anna, bala, send, room } = setTable(OPEN)
  collection(anna.doc).delete(ONE)
  send(anna)
  writeItem(bala.doc, ONE, 'mine now')
  expect(send(bala)).toMatchObject([{ type: 'refuse', code: 4403 }])
  writeItem(anna.doc, ONE, 'again')
  expect(send(anna)).toMatchObject([{ type: 'admit', owners: [] }])
  expect(textOf(room.doc, ONE).toJSON()).toBe('again')
})

test('G2 an update that comes before the step 2 it builds on is a gap, and no offence', () => {
  const { anna, room, bring } = setTable(OPEN)
  collection(anna.doc).get(ONE)?.set('at', [2, 2])
  collection(anna.doc).get(ONE)?.set('at', [3, 3])
  const [first, second] = anna.unsent
  expect(bring(ANNA, second as Uint8Array)).toEqual({ type: 'gap' })
  const step2 = Y.encodeStateAsUpdate(anna.doc, Y.encodeStateVector(room.doc))
  expect(bring(ANNA, step2, 'step2')).toMatchObject({ type: 'admit' })
  expect(bring(ANNA, first as Uint8Array)).toEqual({ type: 'nothing-new' })
  expect(bring(ANNA, second as Uint8Array)).toEqual({ type: 'nothing-new' })
})

test('G11 a merge with a hole over known ground is fine, and a gap beyond it', () => {
  const { anna, bring } = setTable(OPEN)
  const fields = collection(anna.doc).get(ONE)
  for (let count = 1; count < 4; count++) fields?.set('at', [count, count])
  const [first, second, third] = anna.unsent as [Uint8Array, Uint8Array, Uint8Array]
  const holed = Y.mergeUpdates([first, third])
  expect(bring(ANNA, holed)).toEqual({ type: 'gap' })
  expect(bring(ANNA, first)).toMatchObject({ type: 'admit' })
  expect(bring(ANNA, second)).toMatchObject({ type: 'admit' })
  expect(bring(ANNA, holed)).toMatchObject({ type: 'admit' })
  expect(bring(MALLORY, forge({ sections: [{ client: OWN, clock: 0, structs: [skipped(3), collected(1)] }] }))).toEqual(
    { type: 'gap' },
  )
})

test('G8 formats, embeds, binaries, JSON, subdocuments, arrays, XML and attributes have no place', () => {
  const { bring, craft, room } = setTable(OPEN)
  const text = startOf(room.doc, ONE)
  const parent = itemOf(room.doc, ONE)
  for (const kind of [2, 3, 5, 6, 9] as const) {
    expect(bring(MALLORY, craft(foreign(kind, { origin: text })))).toMatchObject({ code: 4400 })
    expect(bring(MALLORY, craft(foreign(kind, { parent, key: 'rank' })))).toMatchObject({ code: 4400 })
  }
  for (const reference of [0, 3, 4, 5, 6]) {
    expect(bring(MALLORY, craft(type(reference, { parent: 'items', key: NEW })))).toMatchObject({ code: 4400 })
  }
  const attribute = values([true], { parent: itemOf(room.doc, ONE, 'text'), key: 'bold' })
  expect(bring(MALLORY, craft(attribute))).toMatchObject({ code: 4400 })
  expect(bring(MALLORY, craft(values([1], { parent })))).toMatchObject({ code: 4400 })
  expect(bring(MALLORY, craft(values([1], { parent: 'items' })))).toMatchObject({ code: 4400 })
  expect(bring(MALLORY, craft(characters('x', { parent: 'text' })))).toMatchObject({ code: 4400 })
})

test('G2 two client ids of one seat in one update are both taken in, each naming the other', () => {
  const { room, bring, anna } = setTable(OPEN)
  textOf(anna.doc, ONE).insert(4, 'first ')
  const tab = new Y.Doc()
  tab.clientID = 12
  Y.applyUpdate(tab, Y.encodeStateAsUpdate(anna.doc))
  textOf(tab, ONE).insert(10, 'second')
  Y.applyUpdate(anna.doc, Y.encodeStateAsUpdate(tab))
  textOf(anna.doc, ONE).insert(10, 'and ')
  const step2 = Y.encodeStateAsUpdate(anna.doc, Y.encodeStateVector(room.doc))
  expect(bring(ANNA, step2, 'step2')).toMatchObject({ type: 'admit', claims: [{ client: 12, owner: ANNA }] })
  expect(textOf(room.doc, ONE).toJSON()).toBe('a😀bfirst and second')
})

test('G4 nobody writes under somebody else’s client id, a former or present one of the server, or one without owner', () => {
  const { room, bring } = setTable(OPEN)
  room.clientOwners.set(8, 'server')
  room.doc.clientID = 77
  const under = (client: number) =>
    forge({ sections: [{ client, clock: nextClock(room.doc, client), structs: [collected(1)] }] })
  for (const client of [11, 7, 8, 77]) {
    expect(bring(MALLORY, under(client))).toMatchObject({ type: 'refuse', code: 4409 })
    expect(room.clientOwners.get(client)).not.toBe(MALLORY)
  }
  room.clientOwners.delete(22)
  expect(bring(MALLORY, under(22))).toMatchObject({ code: 4409 })
  expect(bring(MALLORY, under(23))).toMatchObject({ type: 'admit', claims: [{ client: 23, owner: MALLORY }] })
})

test('G3 an honest person under names hidden moves and groups, and writes nothing else', () => {
  const { anna, send } = setTable(HIDDEN)
  collection(anna.doc).get(TWO)?.set('at', [4, 4])
  textOf(anna.doc, ONE).insert(0, 'x')
  writeItem(anna.doc, NEW, 'mine', { step: STEP })
  expect(send(anna).map((verdict) => verdict.type)).toEqual(['admit', 'refuse', 'gap'])
})

test('G8 a text holds characters in its list only: none under a key, and nothing else among them', () => {
  const { bring, room, craft } = setTable(OPEN)
  const text = itemOf(room.doc, ONE, 'text')
  const forged = [
    characters('x', { parent: text, key: 'bold' }),
    values([1], { parent: text }),
    type(1, { parent: text }),
  ]
  for (const struct of forged) expect(bring(MALLORY, craft(struct))).toMatchObject({ type: 'refuse', code: 4400 })
  const beside = values([1], { origin: startOf(room.doc, ONE) })
  expect(bring(MALLORY, craft(beside))).toMatchObject({ type: 'refuse', code: 4400 })
})

test('G13 a key is written as often as one message may, and no more', () => {
  const writesOf = (count: number) => {
    const { bring, room, craft } = setTable(OPEN)
    const first = nextClock(room.doc, OWN)
    const parent = itemOf(room.doc, ONE)
    return bring(
      MALLORY,
      craft(
        values(['a'], { parent, key: 'rank' }),
        ...Array.from({ length: count - 1 }, (_, nth) =>
          values(['a'], { origin: { client: OWN, clock: first + nth } }),
        ),
      ),
    )
  }
  expect(writesOf(200)).toMatchObject({ type: 'admit' })
  expect(writesOf(201)).toMatchObject({ type: 'refuse', code: 4400, reason: 'a key is written too often' })
})

test('G13 a message deletes in so many new ranges, and no more', () => {
  const deleteEverySecond = (count: number) => {
    const { bring, room } = setTable(OPEN)
    write(room, () => writeItem(room.doc, NEW, 'x'.repeat(2 * GATE_LIMITS.deletionRanges + 10)))
    const { client, clock } = startOf(room.doc, NEW)
    const ranges = Array.from({ length: count }, (_, nth) => [clock + 2 * nth, 1] as const)
    return bring(MALLORY, forge({ sections: [], deletions: [{ client, ranges }] }), 'step2')
  }
  expect(deleteEverySecond(GATE_LIMITS.deletionRanges)).toMatchObject({ type: 'admit' })
  expect(deleteEverySecond(GATE_LIMITS.deletionRanges + 1)).toMatchObject({ code: 4400, reason: 'too many deletions' })
})

test('G8 what stands in no collection of the shape is deleted by nobody', () => {
  const { bring, room } = setTable(OPEN)
  const clock = nextClock(room.doc, room.doc.clientID)
  write(room, () => room.doc.get('people', Y.Map).set('k', 1))
  const forged = forge({ sections: [], deletions: [{ client: room.doc.clientID, ranges: [[clock, 1]] }] })
  expect(bring(MALLORY, forged)).toMatchObject({ code: 4400, reason: 'a deletion has no possible place' })
})

test('G13 what would take too long to merge is refused', () => {
  const { bring, room } = setTable(OPEN)
  write(room, () => writeItem(room.doc, NEW, 'z'))
  const last = startOf(room.doc, NEW)
  // Each letter before the last one: so many items that never become one.
  for (let nth = 0; nth < 4_200; nth++) write(room, () => textOf(room.doc, NEW).insert(0, 'y'))
  write(room, () => textOf(room.doc, NEW).delete(0, 4_200))
  const sections = Array.from({ length: 50 }, (_, nth) => ({
    client: 1_000 + nth,
    clock: 0,
    structs: [characters('x', { rightOrigin: last })],
  }))
  expect(bring(MALLORY, forge({ sections: sections.slice(0, 1) }), 'step2')).toMatchObject({ type: 'admit' })
  expect(bring(MALLORY, forge({ sections: sections.slice(1) }), 'step2')).toMatchObject({
    code: 4400,
    reason: 'merging costs too much',
  })
})

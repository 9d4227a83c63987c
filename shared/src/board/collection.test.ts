import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { asId } from '../kernel/index.ts'
import { openBoard, openDraft, openTable } from './open.ts'
import type { Cluster, Item } from './records.ts'

const idOf = (number: number): string => String(number).padStart(16, 'i')

const itemOf = (number: number, over: Partial<Item> = {}): Item => ({
  id: asId(idOf(number)),
  kind: 'idea',
  step: asId('step000000000001'),
  text: `Idea ${number}`,
  lang: 'en',
  rank: 'V',
  state: 'published',
  ...over,
})

const raw = (doc: Y.Doc, id: string): Y.Map<unknown> => doc.getMap('items').get(id) as Y.Map<unknown>

/** Everything one document knows, given to the other and back. */
const sync = (one: Y.Doc, other: Y.Doc): void => {
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one, Y.encodeStateVector(other)))
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other, Y.encodeStateVector(one)))
}

describe('reading', () => {
  test('K1 what was added is read back, through another replica too', () => {
    const [one, other] = [new Y.Doc(), new Y.Doc()]
    const item = itemOf(1, { at: [10, 20], colour: 'mint', cluster: asId('cluster000000001') })
    const cluster: Cluster = { id: asId('cluster000000001'), step: item.step, title: 'At the door', icon: 'door' }
    openBoard(one).items.add(item)
    openBoard(one).clusters.add(cluster)
    sync(one, other)
    expect(openBoard(other).items.get(item.id)).toEqual(item)
    expect(openBoard(other).clusters.all()).toEqual(new Map([[cluster.id, cluster]]))
    expect(openTable(new Y.Doc()).items.all().size).toBe(0)
  })

  test.each<[string, (doc: Y.Doc, record: Y.Map<unknown>) => void]>([
    ['a kind that does not exist', (_doc, record) => record.set('kind', 'spell')],
    ['no kind', (_doc, record) => record.delete('kind')],
    ['a number for a text', (_doc, record) => record.set('text', 7)],
    ['a plain string for a text', (_doc, record) => record.set('text', 'plain')],
    ['markup for a text', (_doc, record) => record.set('text', new Y.XmlText('<b>'))],
    ['a list for a text', (_doc, record) => record.set('text', Y.Array.from(['a']))],
    ['NaN in a place', (_doc, record) => record.set('at', [Number.NaN, 1])],
    ['a fraction in a place', (_doc, record) => record.set('at', [0.5, 1])],
    ['a place beyond the wall', (_doc, record) => record.set('at', [3_201, 0])],
    ['a place of three', (_doc, record) => record.set('at', [1, 2, 3])],
    ['an object for a rank', (_doc, record) => record.set('rank', { toString: 'V' })],
    ['a lone surrogate in a rank', (_doc, record) => record.set('rank', '\uD83D')],
    ['null for a state', (_doc, record) => record.set('state', null)],
    ['a plain text for a second line', (_doc, record) => record.set('second', 'Idée')],
    ['a second line without a language', (_doc, record) => record.set('second', { text: 'Idée' })],
    ['more in a second line', (_doc, record) => record.set('second', { lang: 'fr', text: 'Idée', by: 'me' })],
    ['an endless second line', (_doc, record) => record.set('second', { lang: 'fr', text: 'x'.repeat(2_001) })],
    ['an author that is no id', (_doc, record) => record.set('author', '__proto__')],
    ['a list instead of a record', (doc) => doc.getMap('items').set(idOf(2), Y.Array.from([1]))],
    ['a plain object instead of a record', (doc) => doc.getMap('items').set(idOf(2), { ...itemOf(2) })],
  ])('K1 a record with %s is absent, and no other is disturbed', (_what, spoil) => {
    const doc = new Y.Doc()
    const { items } = openBoard(doc)
    items.add(itemOf(1))
    items.add(itemOf(2))
    expect(items.all().size).toBe(2)
    doc.transact(() => spoil(doc, raw(doc, idOf(2))))
    expect([...items.all().keys()]).toEqual([idOf(1)])
    expect(items.get(asId(idOf(2)))).toBeUndefined()
    expect(Object.hasOwn(Object.prototype, 'kind')).toBe(false)
  })

  test('K1 a link with half a character in its text is absent', () => {
    const doc = new Y.Doc()
    const { links } = openBoard(doc)
    const ends = { from: asId<'item'>(idOf(2)), to: asId<'item'>(idOf(3)) }
    links.add({ id: asId(idOf(1)), type: 'builds-on', ...ends, text: 'because 😀' })
    links.add({ id: asId(idOf(4)), type: 'builds-on', ...ends, text: 'because \uD83D' })
    expect([...links.all().keys()]).toEqual([idOf(1)])
  })

  test.each(['__proto__', 'constructor', '', 'short', 'x'.repeat(17), 'fifteen letters!'])(
    'K1 a record under the key %j, which is no id, is absent',
    (key) => {
      const doc = new Y.Doc()
      const { items } = openBoard(doc)
      items.add(itemOf(1))
      const copy = new Y.Map<unknown>()
      for (const [field, value] of raw(doc, idOf(1)).entries())
        copy.set(field, value instanceof Y.Text ? value.clone() : value)
      doc.getMap('items').set(key, copy)
      expect(items.get(asId(key))).toBeUndefined()
      expect([...items.all().keys()]).toEqual([idOf(1)])
    },
  )

  test('K1 a record under the name of an inherited method is a record like any other', () => {
    const { items } = openBoard(new Y.Doc())
    expect(items.get(asId('__defineGetter__'))).toBeUndefined()
    items.add({ ...itemOf(1), id: asId('__defineGetter__') })
    expect(items.get(asId('__defineGetter__'))?.text).toBe('Idea 1')
  })

  test('K2 a missing optional field reads as its default, or stays away', () => {
    const doc = new Y.Doc()
    const record = new Y.Map<unknown>()
    record.set('kind', 'idea')
    record.set('step', 'step000000000001')
    record.set('text', new Y.Text('Bare'))
    doc.getMap('items').set(idOf(1), record)
    const bare = { id: idOf(1), kind: 'idea', step: 'step000000000001', text: 'Bare', lang: 'und' }
    expect(openBoard(doc).items.get(asId(idOf(1)))).toStrictEqual({ ...bare, rank: '', state: 'published' })
    expect(openDraft(doc).items.get(asId(idOf(1)))).toStrictEqual({ ...bare, state: 'composing' })
  })

  test('K2 a field that the shape does not name is not read', () => {
    const doc = new Y.Doc()
    const { items } = openBoard(doc)
    items.add(itemOf(1))
    raw(doc, idOf(1)).set('likes', 7)
    expect(items.get(asId(idOf(1)))).toStrictEqual(itemOf(1))
  })

  test('K9 half a character in a second line reads as the mark for one', () => {
    const { items } = openBoard(new Y.Doc())
    items.add(itemOf(1, { second: { lang: 'fr', text: 'Idée \uD83D' } }))
    expect(items.get(asId(idOf(1)))?.second).toEqual({ lang: 'fr', text: 'Idée \uFFFD' })
  })

  test('K9 a text over its limit reads up to the limit, and never up to half a character', () => {
    const doc = new Y.Doc()
    const { items } = openBoard(doc)
    items.add(itemOf(1, { text: `${'a'.repeat(1_999)}😀 and more` }))
    expect(items.get(asId(idOf(1)))?.text).toBe('a'.repeat(1_999))
  })
})

describe('references', () => {
  test('K3 the snapshot and each record are the same until something changes, then only what changed differs', () => {
    const { items } = openBoard(new Y.Doc())
    for (const number of [1, 2, 3]) items.add(itemOf(number))
    const before = items.all()
    expect(items.all()).toBe(before)
    items.patch(asId(idOf(2)), { rank: 'W' })
    const after = items.all()
    expect(after).not.toBe(before)
    expect(after.get(asId(idOf(1)))).toBe(before.get(asId(idOf(1))))
    expect(after.get(asId(idOf(2)))).not.toBe(before.get(asId(idOf(2))))
    expect(after.get(asId(idOf(2)))).toBe(items.get(asId(idOf(2))))
    expect(before.get(asId(idOf(2)))?.rank).toBe('V')
  })

  test('K3 a change that leaves a record saying the same changes no reference and calls nobody', () => {
    const doc = new Y.Doc()
    const { items } = openBoard(doc)
    items.add(itemOf(1, { at: [1, 2], second: { lang: 'fr', text: 'Idée' } }))
    const calls = vi.fn()
    items.subscribe(calls)
    const before = items.all()
    doc.transact(() => raw(doc, idOf(1)).set('at', [1, 2]))
    raw(doc, idOf(1)).set('second', { text: 'Idée', lang: 'fr' })
    raw(doc, idOf(1)).set('unknown', true)
    expect(items.all()).toBe(before)
    expect(items.get(asId(idOf(1)))).toBe(before.get(asId(idOf(1))))
    expect(calls).not.toHaveBeenCalled()
  })

  test('K3 asking for a record before it exists does not hide it later', () => {
    const doc = new Y.Doc()
    const { items } = openBoard(doc)
    doc.transact(() => {
      expect(items.get(asId(idOf(1)))).toBeUndefined()
      items.add(itemOf(1))
      expect(items.get(asId(idOf(1)))).toEqual(itemOf(1))
    })
    expect(items.all().size).toBe(1)
  })

  test('K3 a document opened twice gives the same view', () => {
    const doc = new Y.Doc()
    expect(openBoard(doc)).toBe(openBoard(doc))
    expect(openBoard(doc)).not.toBe(openBoard(new Y.Doc()))
  })

  test('K4 among 5,000 records a change reads the touched one again and no other', () => {
    const doc = new Y.Doc()
    const { items } = openBoard(doc)
    doc.transact(() => {
      for (let number = 0; number < 5_000; number++) items.add(itemOf(number))
    })
    const calls = vi.fn()
    items.subscribe(calls)
    expect(items.all().size).toBe(5_000)
    const reads = vi.spyOn(Y.Map.prototype, 'get')
    items.rewrite(asId(idOf(77)), 'text', 'Idea 77, corrected')
    expect(items.all().get(asId(idOf(77)))?.text).toBe('Idea 77, corrected')
    expect(reads.mock.calls.length).toBeLessThan(40)
    reads.mockRestore()
    expect(calls).toHaveBeenCalledTimes(1)
  })

  test('K4 subscribers hear of changes from elsewhere, once per update, until they stop', () => {
    const [one, other] = [new Y.Doc(), new Y.Doc()]
    const calls = vi.fn()
    const stop = openBoard(one).items.subscribe(calls)
    const second = vi.fn()
    openBoard(one).items.subscribe(second)
    other.transact(() => {
      openBoard(other).items.add(itemOf(1))
      openBoard(other).items.add(itemOf(2))
    })
    sync(one, other)
    expect(calls).toHaveBeenCalledTimes(1)
    stop()
    openBoard(one).items.remove(asId(idOf(1)))
    expect(calls).toHaveBeenCalledTimes(1)
    expect(second).toHaveBeenCalledTimes(2)
    expect([...openBoard(one).items.all().keys()]).toEqual([idOf(2)])
  })

  test('K4 links and clusters do not call those who read items', () => {
    const board = openBoard(new Y.Doc())
    const calls = vi.fn()
    board.items.subscribe(calls)
    board.clusters.add({ id: asId('cluster000000001'), step: asId('step000000000001'), title: '' })
    expect(calls).not.toHaveBeenCalled()
  })
})

describe('writing', () => {
  test('K5 two people who write different fields of one record both win', () => {
    const [one, other] = [new Y.Doc(), new Y.Doc()]
    openBoard(one).items.add(itemOf(1))
    sync(one, other)
    openBoard(one).items.patch(asId(idOf(1)), { at: [5, 5] })
    openBoard(other).items.patch(asId(idOf(1)), { cluster: asId('cluster000000001') })
    sync(one, other)
    for (const doc of [one, other]) {
      expect(openBoard(doc).items.get(asId(idOf(1)))).toMatchObject({ at: [5, 5], cluster: 'cluster000000001' })
    }
  })

  test('K7 two people who rewrite one text in different places both keep what they inserted', () => {
    const [one, other] = [new Y.Doc(), new Y.Doc()]
    openBoard(one).items.add(itemOf(1, { text: 'Open the door' }))
    sync(one, other)
    openBoard(one).items.rewrite(asId(idOf(1)), 'text', 'Open the front door')
    openBoard(other).items.rewrite(asId(idOf(1)), 'text', 'Open the door earlier')
    sync(one, other)
    expect(openBoard(one).items.get(asId(idOf(1)))?.text).toBe('Open the front door earlier')
    expect(openBoard(other).items.get(asId(idOf(1)))?.text).toBe('Open the front door earlier')
  })

  test('K8 writing an id that exists changes nothing', () => {
    const { items } = openBoard(new Y.Doc())
    items.add(itemOf(1))
    items.add(itemOf(1, { text: 'Mine now' }))
    expect(items.get(asId(idOf(1)))?.text).toBe('Idea 1')
  })

  test('K8 what a field says already is not written again, and writing nowhere writes nothing', () => {
    const doc = new Y.Doc()
    const { items } = openBoard(doc)
    const second = { lang: 'fr', text: 'Idée' }
    items.add(itemOf(1, { at: [1, 2], second }))
    const updates = vi.fn()
    doc.on('update', updates)
    items.patch(asId(idOf(1)), { at: [1, 2], rank: 'V', kind: 'idea', colour: undefined, second: { ...second } })
    items.rewrite(asId(idOf(1)), 'text', 'Idea 1')
    items.patch(asId(idOf(9)), { rank: 'W' })
    items.rewrite(asId(idOf(9)), 'text', 'nowhere')
    items.rewrite(asId(idOf(1)), 'title', 'no such field')
    items.remove(asId(idOf(9)))
    expect(updates).not.toHaveBeenCalled()
    items.patch(asId(idOf(1)), { at: undefined })
    expect(items.get(asId(idOf(1)))).not.toHaveProperty('at')
    expect(updates).toHaveBeenCalledTimes(1)
  })

  test('K8 a fixed field never changes and a text is no plain field', () => {
    const { items } = openBoard(new Y.Doc())
    items.add(itemOf(1))
    expect(() => items.patch(asId(idOf(1)), { kind: 'question' })).toThrow('never changes')
    expect(() => items.patch(asId(idOf(1)), { author: asId('seat000000000001') })).toThrow('never changes')
    expect(() => items.patch(asId(idOf(1)), { text: 'no' })).toThrow('not a plain field')
    expect(items.get(asId(idOf(1)))).toStrictEqual(itemOf(1))
  })

  test('K8 a second line is written, changed and taken away as one value, in drafts too', () => {
    const [one, other] = [new Y.Doc(), new Y.Doc()]
    const ids = [asId<'item'>(idOf(1)), asId<'item'>(idOf(2))] as const
    openBoard(one).items.add(itemOf(1))
    openBoard(one).items.patch(ids[0], { second: { lang: 'fr', text: 'Idée' } })
    const { late: _late, ...draft } = { ...itemOf(2), late: true, state: 'ready' as const }
    openDraft(other).items.add({ ...draft, second: { lang: 'fa', text: 'ایده' } })
    expect(openBoard(one).items.get(ids[0])?.second).toEqual({ lang: 'fr', text: 'Idée' })
    expect(openDraft(other).items.get(ids[1])?.second).toEqual({ lang: 'fa', text: 'ایده' })
    openBoard(one).items.patch(ids[0], { second: undefined })
    expect(openBoard(one).items.get(ids[0])).toStrictEqual(itemOf(1))
  })

  test('K8 a record is one transaction, hence one update', () => {
    const doc = new Y.Doc()
    const updates = vi.fn()
    doc.on('update', updates)
    openDraft(doc).items.add({
      id: asId(idOf(1)),
      kind: 'idea',
      step: asId('step000000000001'),
      text: 'Mine',
      lang: 'en',
      state: 'composing',
    })
    expect(updates).toHaveBeenCalledTimes(1)
  })
})

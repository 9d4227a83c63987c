// @vitest-environment jsdom
import { openBoard, openDraft } from '@roundel/shared/board'
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { aView, anId } from '../testing/a-view.ts'
import { anIdea } from '../testing/an-idea.ts'
import { playRoom } from '../testing/played-room.tsx'
import { arrange, listClusters } from './grouping.ts'
import { findOwn, listDuplicates, listPublished } from './items.ts'
import { NotesList } from './notes-list.tsx'

// Documents that are well formed and say what no client of ours writes: a server may be older than its clients, and a
// file restored from somewhere. Nobody's screen may break on it.

const HOSTILE: readonly unknown[] = [
  undefined,
  null,
  true,
  0,
  -1,
  Number.NaN,
  1e308,
  -1e308,
  Number.POSITIVE_INFINITY,
  '',
  ' ',
  '\u202E gnihton',
  '\u200B\u200D\u2066',
  '😀'.repeat(10_000),
  '\uD800',
  'a\uDC00b',
  '__proto__',
  'x'.repeat(100_000),
  [],
  [[[]]],
  [Number.NaN, 1e308],
  [1],
  ['1', '2'],
  {},
  { at: [1, 2] },
  { toString: 1 },
  new Uint8Array(9),
  new Date(0).toISOString(),
  'constructor',
  '<img src=x onerror=alert(1)>',
]
const FIELDS = [
  'kind',
  'step',
  'text',
  'lang',
  'rank',
  'at',
  'colour',
  'state',
  'author',
  'cluster',
  'second',
  'late',
  'mergedInto',
]

/** A document with one good note, and one that is hostile in its own way. */
const spoil = (index: number): Y.Doc => {
  const doc = new Y.Doc()
  openBoard(doc).items.add(anIdea(1, { text: 'The good one' }))
  const value = HOSTILE[index % HOSTILE.length]
  const field = FIELDS[index % FIELDS.length] as string
  const fields = new Y.Map<unknown>()
  const items = doc.get('items', Y.Map) as Y.Map<unknown>
  doc.transact(() => {
    if (index % 7 === 0) return void items.set(`bad-${index}`, typeof value === 'object' ? 'no record' : value)
    if (index % 11 === 0) return void items.set(`bad-${index}`.padEnd(16, '0'), new Y.Array())
    items.set(`bad-${index}`.padEnd(16, '0'), fields)
    if (index % 5 !== 0) fields.set('kind', 'idea')
    if (index % 3 !== 0) fields.set('step', anId<'step'>('step-1'))
    fields.set('text', new Y.Text(typeof value === 'string' ? value : 'text'))
    fields.set('state', 'published')
    if (index % 13 === 0) fields.set(field, new Y.Map([['deep', new Y.Map()]]))
    else if (value !== undefined) fields.set(field, value)
    doc.get(index % 2 ? 'clusters' : 'links', Y.Map).set(`bad-${index}`.padEnd(16, '0'), new Y.Map([[field, value]]))
  })
  return doc
}

test.each(Array.from({ length: 200 }, (_, index) => index))(
  'C58 hostile document %i is read without a fault, and the good note is there',
  (index) => {
    const doc = spoil(index)
    const board = openBoard(doc)
    const items = board.items.all()
    const published = listPublished(items)
    expect(published.map(({ text }) => text)).toContain('The good one')
    const clusters = listClusters(board.clusters.all(), published, new Set(board.clusters.all().keys()))
    expect(() => arrange(published, clusters)).not.toThrow()
    expect(() => listDuplicates(items, board.links.all())).not.toThrow()
    expect(() => findOwn(items, openDraft(doc).items.all(), anId<'seat'>('leila'))).not.toThrow()
    expect(() => JSON.stringify([...items.values()])).not.toThrow()
    board.items.add(anIdea(2, { text: 'Another' }))
    expect(listPublished(board.items.all()).map(({ text }) => text)).toContain('Another')
  },
)

test('C58 whatever of it can be read is drawn as text, beside the others', () => {
  const texts = HOSTILE.filter((value): value is string => typeof value === 'string' && value.trim() !== '')
  const notes = [
    anIdea(0, { text: 'The good one' }),
    ...texts.map((text, index) => anIdea(index + 1, { text: text.slice(0, 20_000) })),
  ]
  playRoom(aView()).render(<NotesList label="Notes" items={notes} own={new Set()} />)
  expect(screen.getByText('The good one')).toBeDefined()
  expect(screen.getAllByRole('article')).toHaveLength(notes.length)
  expect(document.querySelector('img')).toBeNull()
})

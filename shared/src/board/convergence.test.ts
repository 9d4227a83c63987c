import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { asId } from '../kernel/index.ts'
import { type Board, openBoard } from './open.ts'

const IDS = ['item000000000001', 'item000000000002', 'item000000000003'] as const
const CLUSTER = asId<'cluster'>('cluster000000001')

const record = fc.constantFrom(...IDS).map((id) => asId<'item'>(id))
const words = fc.array(fc.constantFrom('door', ' ', '😀', 'نور', 'x'), { maxLength: 5 }).map((parts) => parts.join(''))

type Step =
  | { readonly type: 'write'; readonly peer: number; readonly change: (board: Board) => void }
  | { readonly type: 'send'; readonly from: number; readonly to: number }

const change: fc.Arbitrary<(board: Board) => void> = fc.oneof(
  fc.tuple(record, words).map(
    ([id, text]) =>
      ({ items }: Board) =>
        items.add({ id, kind: 'idea', step: asId('step000000000001'), text, lang: 'en', rank: '', state: 'published' }),
  ),
  fc.tuple(record, words).map(
    ([id, text]) =>
      ({ items }: Board) =>
        items.rewrite(id, 'text', text),
  ),
  fc.tuple(record, fc.nat(3_200), fc.nat(2_000)).map(
    ([id, x, y]) =>
      ({ items }: Board) =>
        items.patch(id, { at: [x, y] }),
  ),
  fc.tuple(record, fc.boolean()).map(
    ([id, isIn]) =>
      ({ items }: Board) =>
        items.patch(id, { cluster: isIn ? CLUSTER : undefined }),
  ),
  record.map(
    (id) =>
      ({ items }: Board) =>
        items.remove(id),
  ),
  words.map((title) => ({ clusters }: Board) => {
    clusters.add({ id: CLUSTER, step: asId('step000000000001'), title })
    clusters.rewrite(CLUSTER, 'title', title)
  }),
)

const peer = fc.nat(2)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ type: fc.constant('write' as const), peer, change }),
  fc.record({ type: fc.constant('send' as const), from: peer, to: peer }),
)

const send = (from: Y.Doc, to: Y.Doc): void => Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))

const read = (doc: Y.Doc) => {
  const { items, clusters, links } = openBoard(doc)
  const sorted = [items.all(), clusters.all(), links.all()].map((records) =>
    [...records].toSorted(([one], [other]) => (one < other ? -1 : 1)),
  )
  return sorted
}

test('K6 three people who write at random and meet now and then end with the same records, and what they hold in memory is what the document says', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => {
      const docs = [0, 1, 2].map((client) => {
        const doc = new Y.Doc()
        doc.clientID = client + 1
        openBoard(doc).items.subscribe(() => {})
        return doc
      })
      const at = (index: number): Y.Doc => docs[index] as Y.Doc
      for (const next of steps) {
        if (next.type === 'write') next.change(openBoard(at(next.peer)))
        else send(at(next.from), at(next.to))
      }
      for (const from of docs) for (const to of docs) send(from, to)
      for (const from of docs) for (const to of docs) send(from, to)
      const fresh = new Y.Doc()
      send(at(0), fresh)
      const expected = read(fresh)
      for (const doc of docs) expect(read(doc)).toEqual(expected)
    }),
  )
})

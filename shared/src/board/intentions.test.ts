import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { type ClusterId, type ItemId, LIMITS, asId } from '../kernel/index.ts'
import {
  type Intention,
  applyPatches,
  dissolveCluster,
  mergeClusters,
  moveCluster,
  moveToCluster,
  moveToPlace,
  pairUp,
  renameCluster,
} from './intentions.ts'
import { type Board, openBoard } from './open.ts'
import { groupItems } from './order.ts'
import { equalValues } from './read-record.ts'
import type { Item } from './records.ts'

const step = asId<'step'>('step000000000001')
const item = (name: string) => asId<'item'>(name.padEnd(16, '0'))
const cluster = (name: string) => asId<'cluster'>(name.padEnd(16, '0'))
const ITEMS = ['a', 'b', 'c', 'd', 'e'].map(item)
const CLUSTERS = ['one', 'two'].map(cluster)

/** Five loose items and two clusters with names; `more` says what is different about items, by name. */
const begin = (more: Readonly<Record<string, Partial<Item>>> = {}): { doc: Y.Doc; board: Board } => {
  const doc = new Y.Doc()
  const board = openBoard(doc)
  for (const [index, id] of ITEMS.entries()) {
    const item: Item = { id, kind: 'idea', step, text: id, lang: 'en', rank: `V${index}`, state: 'published' }
    board.items.add({ ...item, at: [index * 200, 100], ...more[id.charAt(0)] })
  }
  for (const [index, id] of CLUSTERS.entries()) board.clusters.add({ id, step, title: `C${index}`, at: [index, 900] })
  return { doc, board }
}

const put = (board: Board, intention: Intention): Intention => {
  applyPatches(board, intention.do)
  return intention
}

/** The wall as people see it: each cluster by its name with its items in order, and what is loose. */
const wall = ({ items, clusters }: Board): string => {
  const published = [...items.all().values()].filter(({ state }) => state === 'published')
  const { members, loose } = groupItems(published, clusters.all().values())
  const names = (list: readonly Item[]): string => list.map(({ id }) => id.charAt(0)).join('')
  const groups = [...members].map(([id, list]) => `${clusters.get(id)?.title ?? '?'}:${names(list)}`)
  return [...groups.toSorted(), names(loose)].join(' ')
}

const fieldsOf = ({ items, clusters }: Board) =>
  new Map<string, unknown>([
    ...[...items.all().values()].flatMap(({ id, at, rank, cluster: home }) =>
      Object.entries({ at, rank, home }).map(([field, value]) => [`${id} ${field}`, value] as const),
    ),
    ...[...clusters.all().values()].flatMap(({ id, at, title }) =>
      Object.entries({ at, title }).map(([field, value]) => [`${id} ${field}`, value] as const),
    ),
  ])

const [a, b, c, d] = ITEMS as [ItemId, ItemId, ItemId, ItemId]
const [one, two] = CLUSTERS as [ClusterId, ClusterId]

describe('K20 what people do on the wall', () => {
  test('K20 a note dropped on another makes a cluster where the lower one stood, the lower one first', () => {
    const { board } = begin()
    put(board, pairUp(board, a, c, cluster('new'), 'Door'))
    expect(wall(board)).toBe('C0: C1: Door:ca bde')
    expect(board.clusters.get(cluster('new'))).toMatchObject({ at: [400, 100], step, title: 'Door' })
  })

  test('K20 dropped on a note that is in a cluster it comes right behind that one; on itself nothing happens', () => {
    const { board } = begin()
    for (const id of [a, b, c]) put(board, moveToCluster(board, id, one))
    put(board, pairUp(board, d, b, cluster('new')))
    expect(wall(board)).toBe('C0:abdc C1: e')
    put(board, pairUp(board, a, c, cluster('new')))
    expect(wall(board)).toBe('C0:bdca C1: e')
    expect(pairUp(board, a, a, cluster('new'))).toEqual({ do: [], undo: [] })
    expect(board.clusters.all().size).toBe(2)
  })

  test('K20 a note is dragged out to a place on the wall, or back to where it stood', () => {
    const { board } = begin()
    put(board, moveToCluster(board, a, one))
    put(board, moveToCluster(board, b, one))
    put(board, moveToPlace(board, a, [5.4, -3]))
    put(board, moveToPlace(board, b))
    expect(wall(board)).toBe('C0: C1: abcde')
    expect([board.items.get(a)?.at, board.items.get(b)?.at]).toEqual([
      [5, 0],
      [200, 100],
    ])
  })

  test('K20 clusters are moved, renamed, merged and dissolved; what is empty and nameless is not shown', () => {
    const { board } = begin()
    for (const id of [a, b]) put(board, moveToCluster(board, id, one))
    for (const id of [c, d]) put(board, moveToCluster(board, id, two))
    put(board, moveCluster(board, one, [10, 20]))
    put(board, renameCluster(board, one, 'Door'))
    expect(board.clusters.get(one)).toMatchObject({ at: [10, 20], title: 'Door' })
    const merge = put(board, mergeClusters(board, one, two))
    expect(wall(board)).toBe('C1:cdab e')
    applyPatches(board, merge.undo)
    expect(wall(board)).toBe('C1:cd Door:ab e')
    put(board, renameCluster(board, two, ''))
    put(board, mergeClusters(board, one, two))
    expect(wall(board)).toBe('Door:cdab e')
    put(board, dissolveCluster(board, two))
    expect(wall(board)).toBe('cdaeb')
    expect(mergeClusters(board, one, one).do).toEqual([])
  })

  test('K20 a title ends at its limit', () => {
    const { board } = begin()
    put(board, renameCluster(board, one, `${'x'.repeat(LIMITS.titleCharacters - 1)}😀`))
    expect(board.clusters.get(one)?.title).toBe('x'.repeat(LIMITS.titleCharacters - 1))
  })

  test('K20 what does not exist is neither moved nor made', () => {
    const { board } = begin()
    const [gone, nowhere] = [item('gone'), cluster('gone')]
    for (const intention of [
      moveToCluster(board, gone, one),
      moveToCluster(board, a, nowhere),
      moveToPlace(board, gone, [1, 1]),
      pairUp(board, a, gone, cluster('new')),
      pairUp(board, gone, a, cluster('new')),
      moveCluster(board, nowhere, [1, 1]),
      renameCluster(board, nowhere, 'x'),
      mergeClusters(board, one, nowhere),
      dissolveCluster(board, nowhere),
    ]) {
      expect(intention).toEqual({ do: [], undo: [] })
    }
  })

  test('K20 whatever is done is one change, and doing what is done already is none', () => {
    const { doc, board } = begin()
    for (const id of [a, b]) put(board, moveToCluster(board, id, one))
    const updates = vi.fn()
    doc.on('update', updates)
    put(board, mergeClusters(board, one, two))
    put(board, pairUp(board, c, d, cluster('new'), 'Door'))
    expect(updates).toHaveBeenCalledTimes(2)
    put(board, moveToCluster(board, b, two, 1))
    put(board, renameCluster(board, two, 'C1'))
    put(board, moveCluster(board, two, [1, 900]))
    expect(updates).toHaveBeenCalledTimes(2)
  })

  test('K20 a note dropped at a place in a cluster stands there, whatever ranks people wrote', () => {
    const rank = fc.oneof(fc.constantFrom('', '0', 'V', 'V0', 'z'.repeat(200)), fc.stringMatching(/^[0-9A-Za-z]{0,3}$/))
    fc.assert(
      fc.property(fc.tuple(rank, rank, rank, rank, rank), fc.integer({ min: -1, max: 6 }), (ranks, index) => {
        const { board } = begin(
          Object.fromEntries('abcde'.split('').map((name, at) => [name, { rank: ranks[at] ?? '', cluster: one }])),
        )
        put(board, moveToPlace(board, c, [1, 1]))
        const before = wall(board).slice(3, 7)
        put(board, moveToCluster(board, c, one, index))
        const at = Math.min(4, Math.max(0, index))
        expect(wall(board)).toBe(`C0:${before.slice(0, at)}c${before.slice(at)} C1: `)
      }),
    )
  })

  test('K20 what is hidden or withdrawn takes no part', () => {
    const { board } = begin({ b: { state: 'hidden' } })
    for (const id of [a, b, c]) put(board, moveToCluster(board, id, one))
    put(board, moveToCluster(board, d, one, 2))
    expect(wall(board)).toBe('C0:acd C1: e')
  })
})

type Act = (board: Board, ids: () => string) => Intention

// Few, so that two people often mean the same.
const anItem = fc.constantFrom(a, b, c)
const aCluster = fc.nat(4)
const pick = (board: Board, number: number): ClusterId => {
  const ids = [...board.clusters.all().keys()].toSorted()
  return ids[number % ids.length] as ClusterId
}
const place = fc.tuple(fc.nat(3_200), fc.nat(2_000))
const title = fc.constantFrom('', 'Door', 'Queue', 'Tea')

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(anItem, aCluster, fc.nat(5)).map(
    ([id, to, index]): Act =>
      (board) =>
        moveToCluster(board, id, pick(board, to), index),
  ),
  fc.tuple(anItem, place).map(
    ([id, at]): Act =>
      (board) =>
        moveToPlace(board, id, at),
  ),
  fc.tuple(anItem, anItem, title).map(
    ([id, onto, name]): Act =>
      (board, ids) =>
        pairUp(board, id, onto, cluster(ids()), name),
  ),
  fc.tuple(aCluster, place).map(
    ([id, at]): Act =>
      (board) =>
        moveCluster(board, pick(board, id), at),
  ),
  fc.tuple(aCluster, title).map(
    ([id, name]): Act =>
      (board) =>
        renameCluster(board, pick(board, id), name),
  ),
  fc.tuple(aCluster, aCluster).map(
    ([from, into]): Act =>
      (board) =>
        mergeClusters(board, pick(board, from), pick(board, into)),
  ),
  aCluster.map(
    (id): Act =>
      (board) =>
        dissolveCluster(board, pick(board, id)),
  ),
)

/** New ids of clusters, none given twice. */
const newIds = (): (() => string) => {
  let count = 0
  return () => `new${count++}`
}

describe('K22 undo', () => {
  test('K22 one person who takes everything back stands where they began, and who does it all again where they were', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        const { board } = begin()
        const before = wall(board)
        const ids = newIds()
        const done = acts.map((next) => put(board, next(board, ids)))
        const after = [wall(board), fieldsOf(board)]
        for (const { undo } of done.toReversed()) applyPatches(board, undo)
        expect(wall(board)).toBe(before)
        for (const intention of done) applyPatches(board, intention.do)
        expect([wall(board), fieldsOf(board)]).toEqual(after)
      }),
    )
  })

  interface Deed {
    readonly undo: Intention['undo']
    readonly before: ReadonlyMap<string, unknown>
    readonly after: ReadonlyMap<string, unknown>
  }

  const send = (from: Y.Doc, to: Y.Doc): void => Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))

  /**
   * Every field is as it was before the deed, but where it says by now something else than the deed wrote. Answers how
   * many fields the deed wrote and somebody else since.
   */
  const expectTakenBack = ({ before, after }: Deed, now: ReadonlyMap<string, unknown>, board: Board): number => {
    let leftAlone = 0
    for (const [field, value] of fieldsOf(board)) {
      const isMade = after.has(field) && !before.has(field)
      const former = isMade ? (field.endsWith('title') ? '' : after.get(field)) : before.get(field)
      const isUntouched = after.has(field) && equalValues(after.get(field), now.get(field))
      expect([field, value]).toEqual([field, isUntouched ? former : now.get(field)])
      if (!isUntouched && !equalValues(before.get(field), after.get(field))) leftAlone++
    }
    return leftAlone
  }

  test('K22 of two people at work each takes back what they wrote, and leaves alone what the other wrote since', () => {
    const turn = fc.record({
      who: fc.nat(1),
      what: fc.oneof(act, act, fc.constantFrom('undo', 'undo', 'send', 'send')),
    })
    let leftAlone = 0
    fc.assert(
      fc.property(fc.array(turn, { minLength: 10, maxLength: 60, size: 'max' }), (turns) => {
        const first = begin().doc
        first.clientID = 1
        const second = new Y.Doc()
        second.clientID = 2
        send(first, second)
        const docs = [first, second] as const
        const deeds: readonly [Deed[], Deed[]] = [[], []]
        const ids = newIds()
        const takeBack = (who: number): void => {
          const board = openBoard(docs[who] as Y.Doc)
          const deed = deeds[who]?.pop()
          if (!deed) return
          const now = fieldsOf(board)
          applyPatches(board, deed.undo)
          leftAlone += expectTakenBack(deed, now, board)
        }
        for (const { who, what } of turns) {
          const board = openBoard(docs[who] as Y.Doc)
          if (what === 'send') send(docs[who] as Y.Doc, docs[1 - who] as Y.Doc)
          else if (what === 'undo') takeBack(who)
          else {
            const before = fieldsOf(board)
            const { undo } = put(board, what(board, ids))
            deeds[who]?.push({ undo, before, after: fieldsOf(board) })
          }
        }
        send(first, second)
        for (const who of [1, 0]) while ((deeds[who]?.length ?? 0) > 0) takeBack(who)
        send(first, second)
        send(second, first)
        expect(wall(openBoard(first))).toBe(wall(openBoard(second)))
        // Nobody's work ever takes a note off the wall.
        for (const id of ITEMS) expect(wall(openBoard(first))).toContain(id.charAt(0))
      }),
      { numRuns: 100 },
    )
    // The law was really put to the test.
    expect(leftAlone).toBeGreaterThan(100)
  }, 60_000)

  test('K22 a name that somebody changed meanwhile stays, and the rest goes back', () => {
    const { board } = begin()
    const pair = put(board, pairUp(board, a, b, cluster('new'), 'Door'))
    board.clusters.rewrite(cluster('new'), 'title', 'Front door')
    applyPatches(board, pair.undo)
    expect(wall(board)).toBe('C0: C1: Front door: abcde')
  })
})

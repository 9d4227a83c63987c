import { type Draft, openDraft } from '@roundel/shared/board'
import { type ItemId, asId } from '@roundel/shared/kernel'
import { CLOSE } from '@roundel/shared/protocol'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { LinkEvents } from './document-link.ts'
import { type RecordText, openReplica } from './replica.ts'

const id = (text: string): ItemId => asId<'item'>(text.padEnd(16, '-'))
const item = (name: string, text: string) =>
  ({
    id: id(name),
    kind: 'idea',
    step: asId<'step'>('step'.padEnd(16, '-')),
    text,
    lang: 'en',
    state: 'ready',
  }) as const

/** A replica beside a server that is played by hand, with a cache unless told otherwise. */
const openBeside = ({ hasCache = true, holdsAll = (): boolean => true, before = [] as readonly RecordText[] } = {}) => {
  const links: { doc: Y.Doc; events: LinkEvents; isOpen: boolean }[] = []
  const kept: RecordText[] = [...before]
  const counts: number[] = []
  const cleared = vi.fn<() => void>()
  const replica = openReplica<Draft>({
    open: openDraft,
    recordsOf: ({ items }) => items.all(),
    textOf: ({ items }, record) => {
      const found = items.get(record as ItemId)
      return found && [found.text, found.second?.text].filter(Boolean).join('\n')
    },
    connect: (doc, events) => {
      const link = { doc, events, isOpen: true }
      links.push(link)
      return {
        origin: link,
        close: () => {
          link.isOpen = false
        },
      }
    },
    cache: () => (hasCache ? { clear: cleared, holdsAll } : undefined),
    kept: before,
    keep: (texts) => kept.splice(0, kept.length, ...texts),
    unkeep: (texts) => kept.splice(0, kept.length, ...kept.filter(({ id }) => !texts.some((text) => text.id === id))),
    onChanged: (texts) => counts.push(texts),
    onConfirmed: () => undefined,
    onConnected: () => undefined,
    onLost: () => undefined,
  })
  const last = () => {
    const link = links.at(-1)
    if (!link) throw new Error('not connected')
    return link
  }
  return { replica, links, kept, counts, cleared, last }
}

describe('a replica that is given up', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })

  test.each([CLOSE.notAllowed, CLOSE.replicaOutOfDate, CLOSE.locked])(
    'C9 close code %i keeps the unsent texts, drops replica and cache, and begins afresh',
    (code) => {
      const { replica, kept, cleared, links, last } = openBeside()
      replica.content().items.add(item('a', 'delivered'))
      last().events.onDurable(true)
      replica.content().items.add(item('b', 'not delivered'))
      const before = replica.content()
      const first = last()
      first.events.onLost(code)
      expect(kept).toEqual([{ id: id('b'), text: 'not delivered' }])
      expect(cleared).toHaveBeenCalledTimes(1)
      expect(first.isOpen).toBe(false)
      expect(replica.content()).not.toBe(before)
      expect(replica.content().items.all().size).toBe(0)
      vi.advanceTimersByTime(0)
      expect(links).toHaveLength(2)
    },
  )

  test('C9 a text that turns out to have arrived is taken off the list again', () => {
    const { replica, kept, last } = openBeside()
    replica.content().items.add(item('a', 'arrived'))
    replica.content().items.add(item('b', 'lost'))
    last().events.onLost(CLOSE.replicaOutOfDate)
    expect(kept).toHaveLength(2)
    vi.advanceTimersByTime(0)
    const server = new Y.Doc()
    openDraft(server).items.add(item('a', 'arrived'))
    Y.applyUpdate(last().doc, Y.encodeStateAsUpdate(server), last())
    last().events.onSynced()
    expect(kept).toEqual([{ id: id('b'), text: 'lost' }])
  })

  test('C9 what came over the link is nobody’s unsent text', () => {
    const { kept, last } = openBeside()
    const server = new Y.Doc()
    openDraft(server).items.add(item('a', 'from elsewhere'))
    Y.applyUpdate(last().doc, Y.encodeStateAsUpdate(server), last())
    last().events.onLost(CLOSE.locked)
    expect(kept).toEqual([])
  })

  test('C9 what came out of the cache may never have been sent, and is kept', () => {
    const { kept, last } = openBeside()
    const cached = new Y.Doc()
    openDraft(cached).items.add(item('a', 'written before the reload'))
    Y.applyUpdate(last().doc, Y.encodeStateAsUpdate(cached), 'cache')
    last().events.onLost(CLOSE.locked)
    expect(kept).toEqual([{ id: id('a'), text: 'written before the reload' }])
  })

  test('C9 other close codes give nothing up', () => {
    const { replica, kept, links, last } = openBeside()
    replica.content().items.add(item('a', 'still here'))
    for (const code of [CLOSE.restart, CLOSE.storage, CLOSE.slowDown, undefined]) last().events.onLost(code)
    vi.advanceTimersByTime(60_000)
    expect(replica.content().items.get(id('a'))?.text).toBe('still here')
    expect(kept).toEqual([])
    expect(links).toHaveLength(1)
  })

  test('C9 resets that follow each other come ever slower', () => {
    const { links, last } = openBeside()
    last().events.onLost(CLOSE.replicaOutOfDate)
    vi.advanceTimersByTime(0)
    last().events.onLost(CLOSE.replicaOutOfDate)
    vi.advanceTimersByTime(999)
    expect(links).toHaveLength(2)
    vi.advanceTimersByTime(1)
    expect(links).toHaveLength(3)
  })
})

test('C57 a text that waits is counted once, however often it is changed; what is removed or only moved is not', () => {
  const { replica, counts, last } = openBeside()
  const { items } = replica.content()
  items.add(item('a', 'one'))
  items.add(item('b', 'tw'))
  items.rewrite(id('b'), 'text', 'two')
  expect(counts.at(-1)).toBe(2)
  last().events.onDurable(true)
  items.patch(id('a'), { colour: 'rose' })
  expect(counts.at(-1)).toBe(0)
  items.remove(id('b'))
  expect(counts.at(-1)).toBe(0)
  items.add(item('c', ' '))
  expect(counts.at(-1)).toBe(0)
  items.patch(id('a'), { second: { lang: 'fa', text: 'یک' } })
  expect(counts.at(-1)).toBe(1)
})

test('C57 a replica that is given up keeps what an item says in a second language too', () => {
  const { replica, kept, last } = openBeside()
  replica.content().items.add(item('a', 'one'))
  last().events.onDurable(true)
  replica.content().items.patch(id('a'), { second: { lang: 'fa', text: 'یک' } })
  last().events.onLost(CLOSE.replicaOutOfDate)
  expect(kept).toEqual([{ id: id('a'), text: 'one\nیک' }])
})

describe('a page that is left', () => {
  test('C94 what is unsent and stands in no cache is kept, and leaves the list when it does arrive', () => {
    const { replica, kept, last } = openBeside({ hasCache: false })
    replica.content().items.add(item('a', 'on its way'))
    replica.leave()
    expect(kept).toEqual([{ id: id('a'), text: 'on its way' }])
    last().events.onDurable(true)
    expect(kept).toEqual([])
    replica.leave()
    expect(kept).toEqual([])
  })

  test('C94 a replica that is closed keeps what is unsent, and one with a cache needs not', () => {
    for (const hasCache of [false, true]) {
      const { replica, kept } = openBeside({ hasCache })
      replica.content().items.add(item('a', 'unsent'))
      replica.close()
      replica.close()
      expect(kept).toEqual(hasCache ? [] : [{ id: id('a'), text: 'unsent' }])
    }
  })

  test('C94 a cache that does not hold the texts yet, or never will, is none: they are kept', () => {
    let holds = false
    const { replica, kept, last } = openBeside({ holdsAll: () => holds })
    replica.content().items.add(item('a', 'written at once'))
    replica.leave()
    expect(kept).toEqual([{ id: id('a'), text: 'written at once' }])
    last().events.onDurable(true)
    replica.content().items.add(item('b', 'written later'))
    holds = true
    replica.close()
    expect(kept).toEqual([])
  })

  test('C94 what was kept by an earlier page and had arrived all the same leaves the list at the next sync', () => {
    const before = [
      { id: id('a'), text: 'arrived' },
      { id: id('b'), text: 'lost' },
    ]
    const { kept, last } = openBeside({ hasCache: false, before })
    const server = new Y.Doc()
    openDraft(server).items.add(item('a', 'arrived'))
    Y.applyUpdate(last().doc, Y.encodeStateAsUpdate(server), last())
    expect(kept).toHaveLength(2)
    last().events.onSynced()
    expect(kept).toEqual([{ id: id('b'), text: 'lost' }])
  })
})

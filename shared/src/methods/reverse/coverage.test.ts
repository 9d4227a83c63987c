import { expect, test } from 'vitest'
import type { Item, Link, LinkType } from '../../board/index.ts'
import { type ItemId, asId } from '../../kernel/index.ts'
import { coverageOf, originsOf } from './coverage.ts'

const id = (name: string): ItemId => asId(name.padEnd(16, '0'))

const item = (name: string, kind: Item['kind'], state: Item['state'] = 'published'): Item => ({
  id: id(name),
  kind,
  step: asId('step000000000001'),
  text: name,
  lang: 'en',
  rank: '',
  state,
})
const link = (type: LinkType, from: string, to: string): Link => ({
  id: asId(`${type}-${from}-${to}`.padEnd(16, '0')),
  type,
  from: id(from),
  to: id(to),
})
const board = (...items: readonly Item[]): ReadonlyMap<ItemId, Item> => new Map(items.map((each) => [each.id, each]))

test('M77 one idea may turn round several, several one; what none turns round is open, but for what was set aside', () => {
  const items = board(
    ...['bad1', 'bad2', 'bad3', 'bad4'].map((name) => item(name, 'negative-idea')),
    item('good1', 'idea'),
    item('good2', 'idea'),
  )
  const links = [link('inverts', 'good1', 'bad1'), link('inverts', 'good1', 'bad2'), link('inverts', 'good2', 'bad1')]
  const coverage = coverageOf(items, links, new Set([id('bad4')]))
  expect(coverage).toMatchObject({ turned: 2, total: 4, open: [id('bad3')] })
  expect(coverage.turnings[0]).toEqual({ item: id('bad1'), inversions: [id('good1'), id('good2')] })
  expect(originsOf(links, id('good1'))).toEqual([id('bad1'), id('bad2')])
})

test('M77 what was withdrawn, hidden or parked turns nothing round; what was merged does, on both sides', () => {
  for (const state of ['withdrawn', 'hidden', 'parked'] as const) {
    const gone = board(item('bad', 'negative-idea'), item('good', 'idea', state))
    expect(coverageOf(gone, [link('inverts', 'good', 'bad')])).toMatchObject({ turned: 0, open: [id('bad')] })
    const away = board(item('bad', 'negative-idea', state), item('good', 'idea'))
    expect(coverageOf(away, [link('inverts', 'good', 'bad')])).toMatchObject({ total: 0, open: [] })
  }
  const merged = board(
    item('bad', 'negative-idea'),
    item('same', 'negative-idea', 'merged'),
    item('good', 'idea', 'merged'),
  )
  const links = [link('duplicate-of', 'same', 'bad'), link('inverts', 'good', 'same')]
  expect(coverageOf(merged, links)).toMatchObject({ turned: 1, total: 1, open: [] })
})

test('M77 links that come from anywhere count only from an idea to a negative idea', () => {
  const items = board(
    item('bad', 'negative-idea'),
    item('worse', 'negative-idea'),
    item('note', 'note'),
    item('good', 'idea'),
  )
  const links = [
    link('inverts', 'worse', 'bad'),
    link('inverts', 'note', 'bad'),
    link('inverts', 'bad', 'good'),
    link('inverts', 'nobody', 'bad'),
    link('builds-on', 'good', 'bad'),
  ]
  expect(coverageOf(items, links)).toMatchObject({ turned: 0, open: [id('bad'), id('worse')] })
})

import { expect, test } from 'vitest'
import type { ItemKind, Link, LinkType } from '../../board/index.ts'
import { type ItemId, asId } from '../../kernel/index.ts'
import { countFigures } from './figures.ts'
import { listInspirations, provenanceOf } from './provenance.ts'

const id = (name: string): ItemId => asId(name.padEnd(16, '0'))
const item = (name: string, kind: ItemKind, state: 'published' | 'withdrawn' = 'published') => ({
  id: id(name),
  kind,
  state,
})
const link = (type: LinkType, from: string, to: string, more: Partial<Link> = {}): Link => ({
  id: asId(`${type}${from}${to}`.padEnd(16, '0').slice(0, 16)),
  type,
  from: id(from),
  to: id(to),
  ...more,
})

const ITEMS = [
  item('lamp', 'stimulus'),
  item('river', 'stimulus'),
  item('cat', 'stimulus'),
  item('light', 'association'),
  item('flow', 'association'),
  item('direct', 'idea'),
  item('by-way', 'idea'),
  item('both', 'idea'),
  item('free', 'idea'),
]
const LINKS = [
  link('inspired-by', 'light', 'lamp'),
  link('inspired-by', 'flow', 'river'),
  link('inspired-by', 'direct', 'lamp'),
  link('inspired-by', 'by-way', 'flow'),
  link('inspired-by', 'both', 'light'),
  link('inspired-by', 'both', 'lamp'),
  link('inspired-by', 'both', 'river'),
  link('builds-on', 'free', 'direct'),
  link('associates', 'lamp', 'flow', { relation: 'contrast', text: 'One stands' }),
  link('associates', 'lamp', 'light', { relation: 'similarity', text: 'Both shine' }),
]
const origin = (name: string, links: readonly Link[] = LINKS) =>
  provenanceOf(id(name), listInspirations(links), (at) => ITEMS.find((each) => each.id === at))

test('M26 an idea goes back to stimuli, directly or by way of associations, each once', () => {
  expect(origin('direct')).toEqual({ stimuli: [id('lamp')], associations: [], free: false })
  expect(origin('by-way')).toEqual({ stimuli: [id('river')], associations: [id('flow')], free: false })
  expect(origin('both')).toEqual({ stimuli: [id('lamp'), id('river')], associations: [id('light')], free: false })
})

test('M26 an idea that nothing drawn led to is free', () => {
  expect(origin('free')).toEqual({ stimuli: [], associations: [], free: true })
})

test('M26 associations that name each other lead nowhere, and end', () => {
  const links = [
    link('inspired-by', 'light', 'flow'),
    link('inspired-by', 'flow', 'light'),
    link('inspired-by', 'both', 'light'),
  ]
  expect(origin('both', links)).toEqual({ stimuli: [], associations: [id('light'), id('flow')], free: false })
})

test('M27 those who lead see what each stimulus led to, which are connected with nothing, and the mix of relations', () => {
  expect(countFigures(ITEMS, LINKS)).toEqual({
    stimuli: [
      { stimulus: id('lamp'), associations: 1, connections: 2, ideas: 2 },
      { stimulus: id('river'), associations: 1, connections: 1, ideas: 2 },
      { stimulus: id('cat'), associations: 0, connections: 0, ideas: 0 },
    ],
    free: 1,
    relations: { similarity: 1, contrast: 1, association: 0, other: 0 },
  })
})

test('M27 what is not published counts nowhere, and a connection without a relation counts as another one', () => {
  const items = ITEMS.map((each) =>
    each.id === id('direct') || each.id === id('flow') ? { ...each, state: 'withdrawn' as const } : each,
  )
  const figures = countFigures(items, [...LINKS, link('associates', 'river', 'cat')])
  expect(figures.stimuli.map(({ associations, connections, ideas }) => [associations, connections, ideas])).toEqual([
    [1, 1, 1],
    [0, 1, 1],
    [0, 1, 0],
  ])
  expect(figures.free).toBe(2)
  expect(figures.relations).toEqual({ similarity: 1, contrast: 0, association: 0, other: 1 })
})

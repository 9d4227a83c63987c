import { expect, test } from 'vitest'
import { asId } from '../kernel/index.ts'
import { groupDuplicates } from './duplicates.ts'
import type { Item, Link } from './records.ts'

const id = <Kind extends string>(name: string) => asId<Kind>(name.padEnd(16, '0'))

const item = (name: string, state: Item['state']): Item => ({
  id: id(name),
  kind: 'idea',
  step: id('step'),
  text: name,
  lang: 'en',
  rank: name,
  state,
})

const link = (from: string, to: string, type: Link['type'] = 'duplicate-of'): Link => ({
  id: id(`${from}-${to}`),
  type,
  from: id(from),
  to: id(to),
})

const group = (items: readonly Item[], links: readonly Link[]) =>
  Object.fromEntries(
    [...groupDuplicates(new Map(items.map((each) => [each.id, each])), links)].map(([standing, list]) => [
      items.find((each) => each.id === standing)?.text,
      list.map(({ text }) => text),
    ]),
  )

test('C44 a merged item is found under the one that stands for it, also where that was merged in its turn', () => {
  const items = [item('a', 'published'), item('b', 'merged'), item('c', 'merged'), item('d', 'merged')]
  expect(group(items, [link('d', 'b'), link('b', 'a'), link('c', 'a')])).toEqual({ a: ['b', 'c', 'd'] })
})

test('C44 links that lead nowhere, round in circles or mean something else put nothing under anything', () => {
  const items = [item('a', 'published'), item('b', 'merged'), item('c', 'merged'), item('d', 'published')]
  expect(group(items, [link('b', 'c'), link('c', 'b')])).toEqual({})
  expect(group(items, [link('b', 'nothing')])).toEqual({})
  expect(group(items, [link('b', 'a', 'builds-on'), link('d', 'a')])).toEqual({})
})

import { type Item, applyPatches, listMade, openBoard } from '@roundel/shared/board'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { anId } from '../testing/a-view.ts'
import { arrange, intendCluster, intendListMove, listClusters } from './grouping.ts'
import type { MoveTarget } from './move-select.tsx'

const step = anId<'step'>('step-1')
const item = (name: string): Item => ({
  id: anId<'item'>(name),
  kind: 'idea',
  step,
  text: name,
  lang: 'en',
  rank: '',
  state: 'published',
})

const begin = () => {
  const board = openBoard(new Y.Doc())
  for (const name of ['a', 'b', 'c']) board.items.add(item(name))
  const items = () => [...board.items.all().values()]
  const find = (name: string) => board.items.get(anId<'item'>(name)) as Item
  const move = (moved: Item, target: MoveTarget) => {
    const { intention, cluster } = intendListMove(board, step, moved, target)
    applyPatches(board, intention.do)
    return cluster
  }
  return { board, items, find, move }
}

test('C22 an item that is moved stands at the end of its group', () => {
  const { board, items, find, move } = begin()
  const cluster = move(find('b'), { to: 'new' })
  if (!cluster) throw new Error('no group')
  move(find('a'), { to: 'cluster', cluster })
  move(find('c'), { to: 'cluster', cluster })
  const clusters = listClusters(board.clusters.all(), items(), new Set())
  expect(
    arrange(items(), clusters)
      .members.get(cluster)
      ?.map(({ text }) => text),
  ).toEqual(['b', 'a', 'c'])
  move(find('a'), { to: 'loose' })
  expect(arrange(items(), clusters).loose.map(({ text }) => text)).toEqual(['a'])
})

test('C22 moving an item to where it is writes nothing', () => {
  const { find, move } = begin()
  const cluster = move(find('a'), { to: 'new' })
  if (!cluster) throw new Error('no group')
  const before = find('a')
  move(find('a'), { to: 'cluster', cluster })
  expect(find('a')).toBe(before)
})

test('C22 groups stand in the order of the wall; one without name and items is seen only where it was made', () => {
  const { board, items } = begin()
  const made = [1, 2, 3].flatMap(() => {
    const intention = intendCluster(board, step)
    applyPatches(board, intention.do)
    return listMade(intention)
  })
  expect(listClusters(board.clusters.all(), items(), new Set(made)).map(({ id }) => id)).toEqual(made)
  expect(listClusters(board.clusters.all(), items(), new Set())).toEqual([])
  board.clusters.rewrite(made[1] as (typeof made)[number], 'title', 'At the door')
  expect(listClusters(board.clusters.all(), items(), new Set()).map(({ title }) => title)).toEqual(['At the door'])
})

test('C22 a group that holds what other steps brought alone is not shown where none of that is', () => {
  const { board, items, find, move } = begin()
  const cluster = move(find('a'), { to: 'new' })
  board.clusters.rewrite(cluster as NonNullable<typeof cluster>, 'title', 'At the door')
  const shownBeside = (names: readonly string[]) =>
    listClusters(board.clusters.all(), names.map(find), new Set(), items()).map(({ title }) => title)
  expect(shownBeside(['a', 'b'])).toEqual(['At the door'])
  expect(shownBeside(['b', 'c'])).toEqual([])
})

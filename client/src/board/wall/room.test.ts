import { expect, test } from 'vitest'
import { anId } from '../../testing/a-view.ts'
import { nudgeHead } from './arrows.ts'
import { isOverlapping } from './geometry.ts'
import { layOut } from './layout.ts'
import { EMPTY_CLUSTER, findClusterRoom, findLooseRoom, findViewRoom } from './room.ts'

const item = anId<'item'>
const door = anId<'cluster'>('door')
const layout = layOut(
  [{ id: door, at: [0, 0], items: [{ id: item('a'), height: 100 }] }],
  [
    { id: item('b'), at: [300, 0], height: 100 },
    { id: item('c'), at: [3000, 1900], height: 100 },
  ],
)
const taken = [...[...layout.clusters.values()].map(({ box }) => box), ...[...layout.notes.values()].slice(1)]

test('C25 room for what is taken out or made covers nothing and lies on the wall', () => {
  const found = [
    { at: findClusterRoom(layout, item('a')), ...EMPTY_CLUSTER },
    { at: findClusterRoom(layout, item('c')), ...EMPTY_CLUSTER },
    { at: findViewRoom(layout, { x: 310, y: 0 }), ...EMPTY_CLUSTER },
    { at: findLooseRoom(layout, item('a')), width: 184, height: 100 },
  ]
  for (const { at, width, height } of found) {
    const box = { x: at[0], y: at[1], width, height }
    expect(taken.filter((other) => isOverlapping(box, other))).toEqual([])
    expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= 3_200).toBe(true)
  }
})

test('C27 arrows move a cluster by its head as it looks, with Shift further; other keys do nothing', () => {
  const press = (key: string, shiftKey = false) => nudgeHead(layout, door, { key, shiftKey })
  expect(press('ArrowRight')).toEqual({ x: 40, y: 0 })
  expect(press('ArrowUp')).toEqual({ x: 0, y: -40 })
  expect(press('ArrowDown', true)).toEqual({ x: 0, y: 200 })
  expect(press('x')).toBeUndefined()
})

import { expect, test } from 'vitest'
import { anId } from '../../testing/a-view.ts'
import { carryOn, pickUp, targetOf } from './carry.ts'
import { centreOf, findNeighbour, scrollSpeed, toWall } from './geometry.ts'
import { layOut } from './layout.ts'
import { findTarget, markerHeight } from './target.ts'

const item = anId<'item'>
const [left, right] = [anId<'cluster'>('left'), anId<'cluster'>('right')]
const note = (name: string) => ({ id: item(name), height: 100 })
const layout = layOut(
  [
    { id: right, at: [800, 0], items: [note('r1')] },
    { id: left, at: [0, 0], items: [note('l1'), note('l2'), note('l3')] },
  ],
  [
    { ...note('loose'), at: [400, 0] },
    { ...note('other'), at: [400, 600] },
  ],
)
const middle = (name: string) => centreOf(layout.notes.get(item(name)) ?? expect.fail('not laid out'))
const drop = (name: string, on: { x: number; y: number }, mayPair = true) =>
  findTarget(layout, item(name), on, { x: on.x - 20, y: on.y - 20 }, mayPair)

test('C26 a note dropped on a loose one makes a pair, for those who may make groups', () => {
  expect(drop('other', middle('loose'))).toEqual({ to: 'pair', onto: item('loose') })
  expect(drop('other', middle('loose'), false)).toMatchObject({ to: 'place' })
  expect(drop('loose', middle('loose'))).toMatchObject({ to: 'place' })
})

test('C26 a note dropped on a cluster stands where the pointer is among the others', () => {
  const at = middle('l2')
  expect(drop('loose', { ...at, y: at.y - 1 })).toEqual({ to: 'cluster', cluster: left, index: 1 })
  expect(drop('loose', { ...at, y: at.y + 1 })).toEqual({ to: 'cluster', cluster: left, index: 2 })
  // Of its own cluster it is not counted itself.
  expect(drop('l1', { ...at, y: at.y + 1 })).toEqual({ to: 'cluster', cluster: left, index: 1 })
})

test('C26 a note dropped beside everything lies where its corner is, on the wall', () => {
  expect(drop('l1', { x: 1000, y: 900 })).toEqual({ to: 'place', at: [980, 880] })
  expect(drop('l1', { x: 5, y: 5_000 })).toEqual({ to: 'place', at: [0, 2000] })
})

test('C26 the line stands between the notes it would go between', () => {
  const [above, below] = [middle('l1').y, middle('l2').y]
  const line = markerHeight(layout, left, 1, item('loose'))
  expect(line).toBeGreaterThan(above)
  expect(line).toBeLessThan(below)
  expect(markerHeight(layout, left, 3, item('loose'))).toBeGreaterThan(middle('l3').y)
})

test('C27 arrows go along a cluster and across to what is beside, as it looks', () => {
  const go = (from: string, way: 'left' | 'right' | 'up' | 'down') => findNeighbour(layout.notes, item(from), way)
  expect(go('l1', 'down')).toBe(item('l2'))
  expect(go('l2', 'down')).toBe(item('l3'))
  expect(go('l2', 'up')).toBe(item('l1'))
  expect(go('l1', 'right')).toBe(item('loose'))
  expect(go('loose', 'right')).toBe(item('r1'))
  expect(go('r1', 'right')).toBeUndefined()
  expect(go('loose', 'left')).toBe(item('l1'))
})

test('C27 a carried note goes through the positions of a cluster, from cluster to cluster, loose and into a new one', () => {
  let carry = pickUp(layout, item('l2'), [500, 300], true)
  expect(targetOf(carry)).toEqual({ to: 'cluster', cluster: left, index: 1 })
  carry = carryOn(carry, 'down')
  expect(targetOf(carry)).toEqual({ to: 'cluster', cluster: left, index: 2 })
  expect(carryOn(carry, 'down')).toBe(carry)
  carry = carryOn(carry, 'right')
  expect(targetOf(carry)).toEqual({ to: 'cluster', cluster: right, index: 1 })
  carry = carryOn(carry, 'right')
  expect(targetOf(carry)).toEqual({ to: 'place', at: [500, 300] })
  carry = carryOn(carry, 'right')
  expect(targetOf(carry)).toEqual({ to: 'new', at: [500, 300] })
  expect(carryOn(carry, 'right')).toBe(carry)
  const placed = pickUp(layout, item('l2'), [500, 300], false)
  expect(placed.columns.flat().some(({ to }) => to === 'new')).toBe(false)
})

test('C26 the wall scrolls faster the nearer the pointer is to its edge, and not in the middle', () => {
  expect(scrollSpeed(500, 0, 1000)).toBe(0)
  expect(scrollSpeed(990, 0, 1000)).toBeGreaterThan(scrollSpeed(950, 0, 1000))
  expect(scrollSpeed(-40, 0, 1000)).toBeLessThan(0)
  expect(scrollSpeed(5000, 0, 1000)).toBe(scrollSpeed(1000, 0, 1000))
})

test('C26 a point of the screen is found on the wall at every size', () => {
  expect(toWall({ x: 130, y: 70 }, { x: 30, y: 20 }, 0.5)).toEqual({ x: 200, y: 100 })
})

import { type Place, placeAt } from '@roundel/shared/board'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anId } from '../../testing/a-view.ts'
import { isOverlapping } from './geometry.ts'
import { type LaidCluster, type LaidItem, NOTE, findRoom, layOut } from './layout.ts'

/** So much of the wall is seen at once on a narrow laptop, in its units. */
const NARROW = 1_100

const place = fc.tuple(fc.integer({ min: 0, max: 3200 }), fc.integer({ min: 0, max: 2000 })) as fc.Arbitrary<Place>
const height = fc.integer({ min: 84, max: 220 })

const aWall = fc
  .record({
    clusters: fc.array(fc.record({ at: place, heights: fc.array(height, { maxLength: 4 }) }), { maxLength: 5 }),
    loose: fc.array(fc.record({ at: fc.option(place, { nil: undefined }), height }), { maxLength: 16 }),
  })
  .map(({ clusters, loose }) => ({
    clusters: clusters.map(({ at, heights }, index): LaidCluster => ({
      id: anId<'cluster'>(`c${index}`),
      at,
      items: heights.map((high, nth) => ({ id: anId<'item'>(`c${index}-${nth}`), height: high })),
    })),
    loose: loose.map((item, index): LaidItem => ({ id: anId<'item'>(`l${index}`), ...item })),
  }))

test('C25 nothing on the wall covers anything, wherever people put things', () => {
  fc.assert(
    fc.property(aWall, ({ clusters, loose }) => {
      const layout = layOut(clusters, loose)
      const boxes = [
        ...[...layout.clusters.values()].map(({ box }) => box),
        ...loose.map(({ id }) => layout.notes.get(id) ?? expect.fail('not laid out')),
      ]
      for (const [index, one] of boxes.entries()) {
        for (const other of boxes.slice(index + 1)) expect(isOverlapping(one, other)).toBe(false)
      }
    }),
    { numRuns: 60 },
  )
})

test('C25 the notes of a cluster stand in its order, inside it, one below the other', () => {
  fc.assert(
    fc.property(aWall, ({ clusters, loose }) => {
      const layout = layOut(clusters, loose)
      for (const { id, items } of clusters) {
        const frame = layout.clusters.get(id)
        let from = frame?.box.y ?? 0
        for (const item of items) {
          const box = layout.notes.get(item.id) ?? expect.fail('not laid out')
          expect(box.y).toBeGreaterThanOrEqual(from)
          from = box.y + box.height
        }
        expect(from).toBeLessThanOrEqual((frame?.box.y ?? 0) + (frame?.box.height ?? 0))
      }
    }),
    { numRuns: 60 },
  )
})

test('C25 what has room stands where it was put, also when another comes that has none', () => {
  const one = { id: anId<'item'>('one'), at: [400, 400], height: 100 } as const
  const other = { id: anId<'item'>('other'), at: [410, 390], height: 100 } as const
  expect(layOut([], [one, other]).notes.get(one.id)).toMatchObject({ x: 400, y: 400 })
  const cluster = { id: anId<'cluster'>('c'), at: [400, 400], items: [] } as const
  const layout = layOut([cluster], [one])
  expect(layout.clusters.get(cluster.id)?.box).toMatchObject({ x: 400, y: 400 })
  expect(layout.notes.get(one.id)).not.toMatchObject({ x: 400, y: 400 })
})

test('C25 a fresh wall is laid out as the server gave the places', () => {
  const items = Array.from({ length: 60 }, (_, index) => ({
    id: anId<'item'>(`n${index}`),
    at: placeAt(index),
    height: NOTE.height,
  }))
  const { notes } = layOut([], items)
  for (const { id, at } of items) expect([notes.get(id)?.x, notes.get(id)?.y]).toEqual(at)
})

test('C25 what a new group pushes aside goes no further than a screen is wide, and takes the places that were left', () => {
  for (const height of [84, NOTE.height, 124]) {
    const items = Array.from({ length: 68 }, (_, index) => ({
      id: anId<'item'>(`n${index}`),
      at: placeAt(index),
      height,
    }))
    for (const nth of [0, 1, 9, 20, 40]) {
      const grouped = items.slice(nth, nth + 2)
      const loose = items.filter((item) => !grouped.includes(item))
      const layout = layOut([{ id: anId<'cluster'>('c'), at: placeAt(nth + 1), items: grouped }], loose)
      for (const { id, at } of loose) {
        const { x, y } = layout.notes.get(id) ?? expect.fail('not laid out')
        expect(Math.hypot(x - at[0], y - at[1]), `${id} of ${height} after ${nth}`).toBeLessThanOrEqual(NARROW)
      }
    }
  }
})

test('C25 room is found beside what is there', () => {
  const one = { id: anId<'item'>('one'), at: [0, 0], height: 100 } as const
  const [x, y] = findRoom(layOut([], [one]), { x: 0, y: 0, width: 184, height: 100 })
  expect(isOverlapping({ x, y, width: 184, height: 100 }, { x: 0, y: 0, width: 184, height: 100 })).toBe(false)
  expect(Math.hypot(x, y)).toBeLessThan(260)
})

test('C47 on a wall of thousands nothing covers anything either, and what has room stands where it was put', () => {
  const items = Array.from({ length: 1_500 }, (_, index) => ({
    id: anId<'item'>(`n${index}`),
    at: placeAt(index),
    height: NOTE.height + (index % 3) * 20,
  }))
  const { notes, bottom, right } = layOut([{ id: anId<'cluster'>('c'), at: [0, 0], items: [] }], items)
  const boxes = [...notes.values()].toSorted((one, other) => one.y - other.y)
  // Whatever two cover each other, they stand near each other in this order.
  const covered = boxes.filter((one, index) =>
    boxes.slice(index + 1, index + 34).some((other) => isOverlapping(one, other)),
  )
  expect(covered).toEqual([])
  const [, stays] = items.filter(({ at: [x, y] }) => x > 600 && y > 600)
  expect([notes.get(stays?.id as never)?.x, notes.get(stays?.id as never)?.y]).toEqual(stays?.at)
  expect(right).toBeLessThanOrEqual(3_200)
  expect(bottom).toBe(Math.max(...boxes.map(({ y, height }) => y + height)))
})

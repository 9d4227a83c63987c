import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededRandom } from '../../kernel/index.ts'
import { itemNamed } from '../simulated-cast.ts'
import { anyLevels } from './any-duels.ts'
import { moveBy, moveToPosition, placeBeside, placeNext, takeOut } from './moves.ts'

const [A, B, C, D] = ['A', 'B', 'C', 'D'].map(itemNamed) as [
  ReturnType<typeof itemNamed>,
  ReturnType<typeof itemNamed>,
  ReturnType<typeof itemNamed>,
  ReturnType<typeof itemNamed>,
]
const LEVELS = [[A], [B, C], [D]]

test('Q28 to a position, from anywhere, and never beyond the ends', () => {
  expect(moveToPosition(LEVELS, D, 1)).toEqual([[D], [A], [B, C]])
  expect(moveToPosition(LEVELS, B, 3)).toEqual([[A], [C], [B], [D]])
  expect(moveToPosition(LEVELS, A, 99)).toEqual([[B, C], [D], [A]])
  expect(moveToPosition([[A]], B, 0)).toEqual([[B], [A]])
})

test('Q28 next, beside another, out again', () => {
  expect(placeNext(LEVELS, B)).toBe(LEVELS)
  expect(placeNext([[A]], B)).toEqual([[A], [B]])
  expect(placeBeside(LEVELS, A, D)).toEqual([
    [B, C],
    [D, A],
  ])
  expect(placeBeside([[A]], B, C)).toEqual([[A]])
  expect(takeOut(LEVELS, B)).toEqual([[A], [C], [D]])
})

test('Q28 one step up or down passes one level, and leaves a level of equals first', () => {
  expect(moveBy(LEVELS, D, 'up')).toEqual([[A], [D], [B, C]])
  expect(moveBy(LEVELS, B, 'up')).toEqual([[A], [B], [C], [D]])
  expect(moveBy(LEVELS, B, 'down')).toEqual([[A], [C], [B], [D]])
  expect(moveBy(LEVELS, A, 'down')).toEqual([[B, C], [A], [D]])
  expect(moveBy(LEVELS, A, 'up')).toBe(LEVELS)
  expect(moveBy(LEVELS, D, 'down')).toBe(LEVELS)
  expect(moveBy([[A, B]], A, 'up')).toEqual([[A], [B]])
  expect(moveBy([[A, B]], A, 'down')).toEqual([[B], [A]])
})

test('Q28 no move loses or doubles an item, and no level is empty', () => {
  fc.assert(
    fc.property(fc.nat(2 ** 31), fc.integer({ min: 1, max: 7 }), fc.nat(9), (seed, count, position) => {
      const random = seededRandom(seed)
      const levels = anyLevels(count, 1, random)[0]!
      const items = levels.flat().toSorted()
      const [item, other] = [items[0]!, items[Math.floor(random() * items.length)]!]
      for (const moved of [
        moveToPosition(levels, item, position),
        moveBy(levels, item, 'up'),
        moveBy(levels, item, 'down'),
        placeBeside(levels, item, other),
        placeNext(levels, item),
        placeNext(takeOut(levels, item), item),
      ]) {
        expect(moved.flat().toSorted()).toEqual(items)
        expect(moved.every((level) => level.length > 0)).toBe(true)
      }
    }),
  )
})

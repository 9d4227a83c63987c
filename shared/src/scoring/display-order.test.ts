import { expect, test } from 'vitest'
import { type SeatId, asId } from '../kernel/index.ts'
import { displayOrder } from './display-order.ts'
import { itemNamed } from './simulated-cast.ts'

const ITEMS = ['a', 'b', 'c'].map(itemNamed)
const seat = (number: number): SeatId => asId(`seat-${number}`.padEnd(16, '_'))

test('Q29 each voter has an order of their own, the same every time and however the items come', () => {
  const mine = displayOrder(ITEMS, 7, seat(1))
  expect(displayOrder(ITEMS.toReversed(), 7, seat(1))).toEqual(mine)
  expect(mine.toSorted()).toEqual(ITEMS)
})

test('Q29 over many voters every order comes alike', () => {
  const counts = new Map<string, number>()
  for (let number = 0; number < 1_200; number++) {
    const order = displayOrder(ITEMS, 7, seat(number)).join()
    counts.set(order, (counts.get(order) ?? 0) + 1)
  }
  expect(counts.size).toBe(6)
  // 200 expected each; five standard deviations are 65.
  for (const count of counts.values()) expect(Math.abs(count - 200)).toBeLessThan(65)
})

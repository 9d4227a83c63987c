import { expect, test } from 'vitest'
import { turnDelay } from './turn-delay.ts'

test('C43 notes turn over in their order, 22 ms apart, and the last has turned 900 ms after the first began', () => {
  expect([0, 1, 2, 15].map((index) => turnDelay(index, 16))).toEqual([0, 22, 44, 330])
  for (const count of [1, 2, 16, 23, 143, 5_000]) {
    const delays = Array.from({ length: count }, (_, index) => turnDelay(index, count))
    expect(delays).toEqual(delays.toSorted((one, other) => one - other))
    expect((delays.at(-1) ?? 0) + 420).toBeLessThanOrEqual(900)
  }
  expect(new Set(Array.from({ length: 143 }, (_, index) => turnDelay(index, 143))).size).toBe(143)
})

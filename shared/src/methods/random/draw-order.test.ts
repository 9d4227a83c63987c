import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawNext, drawOrder, orderFrom } from './draw-order.ts'

const NONE: ReadonlySet<number> = new Set()

test.each([
  ['shared', 5, [47, 0, 41, 35, 10]],
  ['person:p7', 3, [27, 56, 4]],
])('M19 draw-v1 draws of 60 cards with the seed 2026-Q1-demo for %s the published ones', (scope, count, expected) => {
  expect(drawNext(drawOrder(60, '2026-Q1-demo', scope), count, NONE)).toEqual(expected)
})

test('M19 whatever the size, the seed and the scope, each card comes exactly once, and the same again', () => {
  fc.assert(
    fc.property(fc.nat(80), fc.string(), fc.string(), (size, seed, scope) => {
      const order = [...drawOrder(size, seed, scope)]
      expect(order.toSorted((one, other) => one - other)).toEqual(Array.from({ length: size }, (_, entry) => entry))
      expect([...drawOrder(size, seed, scope)]).toEqual(order)
    }),
    { numRuns: 50 },
  )
})

test('M19 a value that would make some cards likelier than others is passed over', () => {
  // 2^64 is one more than a multiple of 3: its last value would give the first of three cards more than its share.
  const values = [2n ** 64n - 1n, 2n ** 64n - 2n, 1n, 0n]
  const counts: number[] = []
  const order = [
    ...orderFrom(3, (count) => {
      counts.push(count)
      return values[count] ?? 0n
    }),
  ]
  expect(order).toEqual([2, 0, 1])
  expect(counts).toEqual([0, 1, 2, 3])
})

test('M19 over many seeds each card comes first about as often', () => {
  const first = Array.from({ length: 5 }, () => 0)
  for (let run = 0; run < 2_000; run++) {
    const [card = 0] = drawOrder(5, `seed-${run}`, 'shared')
    first[card] = (first[card] ?? 0) + 1
  }
  // 400 expected each; five standard deviations are 90.
  for (const count of first) expect(Math.abs(count - 400)).toBeLessThan(90)
})

test('M19 the next cards are those of the order that are not in use, as far as there are any', () => {
  expect(drawNext([4, 2, 0, 1, 3], 2, new Set([4, 0]))).toEqual([2, 1])
  expect(drawNext([1, 0], 3, NONE)).toEqual([1, 0])
  expect(drawNext([1, 0], 0, NONE)).toEqual([])
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitMinutes } from './fit.ts'

const sum = (minutes: readonly number[]): number => minutes.reduce((total, part) => total + part, 0)

const stretches = fc.array(
  fc
    .record({ minutes: fc.integer({ min: 0, max: 240 }), least: fc.integer({ min: 0, max: 5 }) })
    .map(({ minutes, least }) => ({ minutes, least: Math.min(minutes, least) })),
  { maxLength: 12 },
)

test('M15 minutes that are to fit are whole, none longer than before or below its least, and so many as asked where that can be', () => {
  fc.assert(
    fc.property(stretches, fc.integer({ min: 0, max: 600 }), (parts, total) => {
      const fitted = fitMinutes(parts, total)
      for (const [index, { minutes, least }] of parts.entries()) {
        expect(Number.isInteger(fitted[index])).toBe(true)
        expect(fitted[index]).toBeGreaterThanOrEqual(least)
        expect(fitted[index]).toBeLessThanOrEqual(minutes)
      }
      const before = sum(parts.map(({ minutes }) => minutes))
      const least = sum(parts.map((part) => part.least))
      expect(sum(fitted)).toBe(Math.min(before, Math.max(least, total)))
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['half the time is half of each', [10, 20, 30], 30, [5, 10, 15]],
  ['what fits stays', [10, 20], 30, [10, 20]],
  ['nothing falls below a minute', [30, 2, 1], 11, [9, 1, 1]],
  ['the largest remainder gets the minute that is over', [5, 4, 3], 10, [4, 3, 3]],
  ['no time at all leaves a minute each', [9, 9], 0, [1, 1]],
])('M15 %s', (_what, minutes, total, expected) =>
  expect(
    fitMinutes(
      minutes.map((each) => ({ minutes: each, least: 1 })),
      total,
    ),
  ).toEqual(expected),
)

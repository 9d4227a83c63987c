import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as v from 'valibot'
import { DAY_MS } from '../kernel/index.ts'
import { Day, dayOf, monthAfter } from './day.ts'

test('A14 the day of a moment is the one that calendars count, for every moment', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_900_000 }), fc.integer({ min: 0, max: DAY_MS - 1 }), (days, rest) => {
      const at = days * DAY_MS + rest
      expect(dayOf(at)).toBe(new Date(at).toISOString().slice(0, 10))
    }),
  )
})

test('A14 a month after a day there is a day, the same one wherever the month has it', () => {
  expect(monthAfter('2026-11-22')).toBe('2026-12-22')
  expect(monthAfter('2026-12-31')).toBe('2027-01-31')
  expect(monthAfter('2027-01-31')).toBe('2027-02-28')
  expect(monthAfter('2028-01-30')).toBe('2028-02-29')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), (days) => {
      const day = dayOf(days * DAY_MS)
      const next = monthAfter(day)
      expect(v.is(Day, next)).toBe(true)
      expect(next > day).toBe(true)
    }),
  )
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isId } from './id.ts'
import { omit } from './omit.ts'
import { shuffled } from './random.ts'
import { REFUSALS } from './refusal.ts'
import { cleanLine, cleanText } from './text.ts'

test('K14 an id is a text of 16 characters of its alphabet, and nothing else is one', () => {
  expect(isId('V1StGXR8_Z5jdHi6')).toBe(true)
  for (const other of [
    'V1StGXR8_Z5jdHi',
    'V1StGXR8_Z5jdHi6B',
    'V1StGXR8_Z5jdHi!',
    'V1StGXR8_Z5jdHi\n',
    '',
    7,
    null,
    undefined,
    ['V1StGXR8_Z5jdHi6'],
  ]) {
    expect(isId(other)).toBe(false)
  }
})

test('K15 a cleaned text is well formed and holds no control or direction marks; cleaning again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const clean of [cleanLine, cleanText]) {
        const cleaned = clean(text)
        expect(cleaned.isWellFormed()).toBe(true)
        // oxlint-disable-next-line no-control-regex
        expect(cleaned).not.toMatch(/[\u0000-\u0008\u202A-\u202E\u2066-\u2069]/)
        expect(clean(cleaned)).toBe(cleaned)
      }
    }),
  )
})

test('K15 Persian joiners, emoji and newlines of a text stay', () => {
  expect(cleanLine('  می\u200Cشود \n 👩\u200D🔬  ')).toBe('می\u200Cشود 👩\u200D🔬')
  expect(cleanText(' one\r\n\r\ntwo\t3\r\r\n4 ')).toBe('one\n\ntwo\t3\n\n4')
})

test('K16 a shuffle keeps every item and gives each order the same chance', () => {
  const counts = new Map<string, number>()
  let seed = 1
  // A linear congruential generator (Park and Miller 1988): chance that can be replayed.
  const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
  for (let run = 0; run < 6_000; run++) {
    const order = shuffled(['a', 'b', 'c'], random).join('')
    counts.set(order, (counts.get(order) ?? 0) + 1)
  }
  expect(counts.size).toBe(6)
  // 1,000 expected each; five standard deviations are 144.
  for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(144)
})

test('K17 taking fields from a value leaves the value as it was', () => {
  const whole = Object.freeze({ one: 1, two: 2, three: 3 })
  expect(omit(whole, 'one', 'three')).toStrictEqual({ two: 2 })
  expect(whole).toStrictEqual({ one: 1, two: 2, three: 3 })
})

test('K18 every refusal has a status of its own kind', () => {
  for (const status of Object.values(REFUSALS)) expect(status >= 400 && status < 600).toBe(true)
})

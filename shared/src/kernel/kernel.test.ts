import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isId } from './id.ts'
import { omit } from './omit.ts'
import { drawSeed, pickOne, seededNumber, seededRandom, shuffled } from './random.ts'
import { REFUSALS } from './refusal.ts'
import { cleanLine, cleanText, clipText } from './text.ts'

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

test('K15 a text is cut at its limit, and never through a character', () => {
  expect(clipText('door', 4)).toBe('door')
  expect(clipText('doors', 4)).toBe('door')
  expect(clipText('doo😀', 4)).toBe('doo')
})

test('K16 one of several is picked, each with the same chance, and nothing out of nothing', () => {
  const random = seededRandom(5)
  const counts = [0, 0, 0]
  for (let run = 0; run < 3_000; run++) counts[pickOne([0, 1, 2], random) ?? 0]! += 1
  // 1,000 expected each; five standard deviations are 129.
  for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(129)
  expect(pickOne([], random)).toBeUndefined()
})

test('K19 chance out of a seed is the same everywhere, and lies in [0, 1)', () => {
  // As computed by the published function, so that no device differs from another.
  const random = seededRandom(42)
  expect([random(), random(), random()]).toEqual([0.6011037519201636, 0.44829055899754167, 0.8524657934904099])
  fc.assert(
    fc.property(fc.nat(2 ** 32 - 1), fc.string(), (seed, text) => {
      const number = seededNumber(seed, text)
      expect(number).toBe(seededNumber(seed, text))
      expect(number >= 0 && number < 1).toBe(true)
      expect(Number.isInteger(drawSeed(() => number)) && drawSeed(() => number) < 2 ** 32).toBe(true)
    }),
  )
})

test('K19 texts sorted by their numbers come in every order alike, from one seed to the next', () => {
  const counts = new Map<string, number>()
  const texts = ['V1StGXR8_Z5jdHi6', 'V1StGXR8_Z5jdHi7', 'item000000000001', 'item000000000002']
  for (let seed = 0; seed < 2_400; seed++) {
    const order = texts.toSorted((one, other) => seededNumber(seed, one) - seededNumber(seed, other)).join()
    counts.set(order, (counts.get(order) ?? 0) + 1)
  }
  expect(counts.size).toBe(24)
  // Chi-squared with 23 degrees of freedom: above 49.7 once in a thousand such tests.
  const deviation = [...counts.values()].reduce((sum, count) => sum + (count - 100) ** 2 / 100, 0)
  expect(deviation).toBeLessThan(49.7)
})

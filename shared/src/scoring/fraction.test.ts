import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  compareFractions,
  divide,
  fraction,
  multiply,
  readDecimal,
  subtract,
  sumOf,
  toNumber,
  toRatio,
} from './fraction.ts'

const whole = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n })
const positive = fc.bigInt({ min: 1n, max: 10n ** 30n })

test('Q19 a fraction becomes the double nearest to it, halves to even', () => {
  expect(toNumber(fraction(1, 3))).toBe(1 / 3)
  expect(toNumber(fraction(0, 7))).toBe(0)
  expect(toNumber(fraction(2n ** 53n + 1n))).toBe(2 ** 53)
  expect(toNumber(fraction(2n ** 53n + 3n))).toBe(2 ** 53 + 4)
  // One half of a last place, and the smallest bit more.
  expect(toNumber(fraction((2n ** 53n + 1n) * 10n ** 40n + 1n, 10n ** 40n))).toBe(2 ** 53 + 2)
  fc.assert(
    fc.property(whole, positive, (top, bottom) => {
      const value = fraction(top, bottom)
      const near = toNumber(value)
      const error = (number: number) => {
        const { top: over, bottom: under } = subtract(readBinary(number), value)
        return fraction(over < 0n ? -over : over, under)
      }
      const step = Math.max(Math.abs(near) * 2 ** -52, Number.MIN_VALUE)
      for (const other of [near - step, near + step]) {
        if (other !== near) expect(compareFractions(error(near), error(other))).toBeLessThanOrEqual(0)
      }
    }),
  )
})

/** A double as the binary fraction that it is. */
const readBinary = (number: number) => {
  let [scaled, power] = [number, 0]
  while (!Number.isInteger(scaled)) [scaled, power] = [scaled * 2, power + 1]
  return fraction(BigInt(scaled), 2n ** BigInt(power))
}

test('Q19 sums, products and comparisons are exact', () => {
  expect(toNumber(sumOf(Array.from({ length: 10 }, () => readDecimal(0.1))))).toBe(1)
  expect(compareFractions(fraction(1, 3), fraction(333_333, 1_000_000))).toBe(1)
  fc.assert(
    fc.property(whole, positive, whole, positive, (a, b, c, d) => {
      const [one, other] = [fraction(a, b), fraction(c, d)]
      expect(compareFractions(sumOf([one, other]), sumOf([other, one]))).toBe(0)
      if (c !== 0n) expect(compareFractions(multiply(divide(one, other), other), one)).toBe(0)
    }),
  )
})

test('Q19 a decimal is read as it is written', () => {
  for (const [number, ratio] of [
    [0.4, [2, 5]],
    [1e-2, [1, 100]],
    [100, [100, 1]],
    [2.25, [9, 4]],
    [1e21, [1e21, 1]],
  ] as const) {
    expect(toRatio(readDecimal(number))).toEqual(ratio)
  }
})

/** An exact rational number. The denominator is positive; the two need not be in lowest terms. */
export interface Fraction {
  readonly top: bigint
  readonly bottom: bigint
}

/** `top / bottom` out of whole numbers, the second one not 0. */
export const fraction = (top: number | bigint, bottom: number | bigint = 1): Fraction => {
  const [over, under] = [BigInt(top), BigInt(bottom)]
  if (under === 0n) throw new RangeError('a fraction has no denominator')
  return under < 0n ? { top: -over, bottom: -under } : { top: over, bottom: under }
}

export const ZERO = fraction(0)

/** The number that a decimal reads as: 0.4 is two fifths, and not the binary number next to it. */
export const readDecimal = (decimal: number): Fraction => {
  const [digits = '', exponent = '0'] = decimal.toExponential().split('e')
  const [whole = '', part = ''] = digits.split('.')
  const power = Number(exponent) - part.length
  const top = BigInt(whole + part)
  return power >= 0 ? fraction(top * 10n ** BigInt(power)) : fraction(top, 10n ** BigInt(-power))
}

export const add = (one: Fraction, other: Fraction): Fraction =>
  one.bottom === other.bottom
    ? { top: one.top + other.top, bottom: one.bottom }
    : { top: one.top * other.bottom + other.top * one.bottom, bottom: one.bottom * other.bottom }

export const subtract = (one: Fraction, other: Fraction): Fraction =>
  add(one, { top: -other.top, bottom: other.bottom })

export const multiply = (one: Fraction, other: Fraction): Fraction => ({
  top: one.top * other.top,
  bottom: one.bottom * other.bottom,
})

/** The quotient; the divisor is not 0. */
export const divide = (one: Fraction, other: Fraction): Fraction => multiply(one, fraction(other.bottom, other.top))

export const sumOf = (fractions: readonly Fraction[]): Fraction => fractions.reduce(add, ZERO)

/** Below 0 when the first is smaller, 0 when they are equal, above 0 when it is larger: for sorting upwards. */
export const compareFractions = (one: Fraction, other: Fraction): number => {
  const difference = one.top * other.bottom - other.top * one.bottom
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The double nearest to a fraction, halves to even: correctly rounded, however long the two numbers are. */
export const toNumber = ({ top, bottom }: Fraction): number => {
  const size = top < 0n ? -top : top
  const isShort = size <= SAFE && bottom <= SAFE
  const magnitude = isShort ? Number(size) / Number(bottom) : divideLong(size, bottom)
  return top < 0n ? -magnitude : magnitude
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER)

/** How many digits of the quotient are kept, more than the 53 of a double, so that a sticky last one rounds it right. */
const KEPT = 64

const divideLong = (top: bigint, bottom: bigint): number => {
  const shift = KEPT + bottom.toString(2).length - top.toString(2).length
  const [over, under] = shift >= 0 ? [top << BigInt(shift), bottom] : [top, bottom << BigInt(-shift)]
  const quotient = over / under
  return Number(over % under === 0n ? quotient << 1n : (quotient << 1n) | 1n) * 2 ** (-shift - 1)
}

/** A fraction as plain data: two whole numbers in lowest terms, the second one positive. */
export type Ratio = readonly [top: number, bottom: number]

/** A fraction in lowest terms, for numbers that are known to be short. */
export const toRatio = ({ top, bottom }: Fraction): Ratio => {
  const divisor = findDivisor(top < 0n ? -top : top, bottom)
  return [Number(top / divisor), Number(bottom / divisor)]
}

export const fromRatio = ([top, bottom]: Ratio): Fraction => fraction(top, bottom)

/** The greatest common divisor (Euclid). */
const findDivisor = (one: bigint, other: bigint): bigint => {
  let [large, small] = [one, other]
  while (small > 0n) [large, small] = [small, large % small]
  return large
}

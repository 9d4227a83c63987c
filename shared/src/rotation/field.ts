/** Numbers 0 … size-1 that can be added and multiplied. In a field no product is 0 but of 0. */
export interface Arithmetic {
  readonly size: number
  readonly add: (one: number, other: number) => number
  readonly multiply: (one: number, other: number) => number
}

/** Fields whose size is a power of a prime: the prime, and an irreducible polynomial, lowest coefficient first. */
const EXTENSIONS: readonly { readonly size: number; readonly prime: number; readonly polynomial: readonly number[] }[] =
  [
    { size: 4, prime: 2, polynomial: [1, 1, 1] },
    { size: 8, prime: 2, polynomial: [1, 1, 0, 1] },
    { size: 9, prime: 3, polynomial: [1, 0, 1] },
    { size: 16, prime: 2, polynomial: [1, 1, 0, 0, 1] },
    { size: 25, prime: 5, polynomial: [2, 0, 1] },
    { size: 27, prime: 3, polynomial: [1, 2, 0, 1] },
    { size: 32, prime: 2, polynomial: [1, 0, 1, 0, 0, 1] },
  ]

const isPrime = (number: number): boolean => {
  if (number < 2) return false
  for (let divisor = 2; divisor * divisor <= number; divisor++) if (number % divisor === 0) return false
  return true
}

const digitsOf = (value: number, base: number, length: number): number[] => {
  const digits: number[] = []
  for (let rest = value; digits.length < length; rest = Math.floor(rest / base)) digits.push(rest % base)
  return digits
}

const valueOf = (digits: readonly number[], base: number): number =>
  digits.reduceRight((value, digit) => value * base + digit, 0)

const extensionOf = (prime: number, polynomial: readonly number[], size: number): Arithmetic => {
  const degree = polynomial.length - 1
  const read = (value: number): number[] => digitsOf(value, prime, degree)
  const add = (one: number, other: number): number => {
    const second = read(other)
    const sum = read(one).map((digit, place) => (digit + (second[place] as number)) % prime)
    return valueOf(sum, prime)
  }
  const multiply = (one: number, other: number): number => {
    const product = Array.from({ length: 2 * degree - 1 }, () => 0)
    for (const [place, digit] of read(one).entries()) {
      for (const [shift, factor] of read(other).entries()) {
        product[place + shift] = ((product[place + shift] as number) + digit * factor) % prime
      }
    }
    // The polynomial is 0 in the field and its highest coefficient is 1: high powers are folded into lower ones.
    for (let high = product.length - 1; high >= degree; high--) {
      const factor = product[high] as number
      for (const [place, coefficient] of polynomial.entries()) {
        const at = high - degree + place
        product[at] = ((product[at] as number) + (prime - coefficient) * factor) % prime
      }
    }
    return valueOf(product.slice(0, degree), prime)
  }
  // Every sum and product once: digits are slow, and there are a thousand pairs at most.
  const pairs = Array.from({ length: size * size }, (_, pair) => [Math.floor(pair / size), pair % size] as const)
  const sums = Uint8Array.from(pairs, ([one, other]) => add(one, other))
  const products = Uint8Array.from(pairs, ([one, other]) => multiply(one, other))
  return {
    size,
    add: (one, other) => sums[one * size + other] as number,
    multiply: (one, other) => products[one * size + other] as number,
  }
}

/** Whether `arithmeticOf` so many is a field. */
export const isFieldSize = (size: number): boolean =>
  isPrime(size) || EXTENSIONS.some((extension) => extension.size === size)

/** The field of a size where it is prime or a power of a prime up to 32; otherwise counting round a clock of that size. */
export const arithmeticOf = (size: number): Arithmetic => {
  const extension = EXTENSIONS.find((candidate) => candidate.size === size)
  if (extension) return extensionOf(extension.prime, extension.polynomial, size)
  return {
    size,
    add: (one, other) => (one + other) % size,
    multiply: (one, other) => (one * other) % size,
  }
}

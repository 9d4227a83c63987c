import { hashText } from './hash-text.ts'

/** How many values 8 bytes can have. */
const VALUES = 2n ** 64n

/** The `count`-th value of a stream, 0 up to 2^64: the first 8 bytes, big-endian, of a SHA-256. */
const streamValue = (seed: string, scope: string, count: number): bigint =>
  hashText(`draw-v1\n${seed}\n${scope}\n${count}`)
    .subarray(0, 8)
    .reduce((value, byte) => value * 256n + BigInt(byte), 0n)

/**
 * The numbers from 0 up to `size`, each once, in the order that a stream of values gives: Fisher and Yates from the front.
 * Values that would make some numbers likelier than others are passed over. Worked out as far as it is asked for.
 */
export const orderFrom = function* (
  size: number,
  valueAt: (count: number) => bigint,
): Generator<number, undefined, undefined> {
  const entries = Array.from({ length: size }, (_, entry) => entry)
  let count = 0
  for (let place = 0; place < size; place++) {
    const range = BigInt(size - place)
    const fair = (VALUES / range) * range
    let value = valueAt(count++)
    while (value >= fair) value = valueAt(count++)
    const chosen = place + Number(value % range)
    ;[entries[place], entries[chosen]] = [entries[chosen] as number, entries[place] as number]
    yield entries[place] as number
  }
}

/**
 * The numbers from 0 up to `size` in the order in which a seed draws them for a scope (`draw-v1`).
 *
 * Anybody who knows the seed finds the same, so a draw can be checked and repeated. The scope is part of what is hashed:
 * draws of one seed for two scopes have nothing to do with each other.
 */
export const drawOrder = (size: number, seed: string, scope: string): Generator<number, undefined, undefined> =>
  orderFrom(size, (count) => streamValue(seed, scope, count))

/** The next `count` numbers of an order that are not in use; fewer where there are no more. */
export const drawNext = (order: Iterable<number>, count: number, used: ReadonlySet<number>): readonly number[] => {
  const drawn: number[] = []
  if (count <= 0) return drawn
  for (const number of order) {
    if (used.has(number)) continue
    drawn.push(number)
    if (drawn.length === count) break
  }
  return drawn
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const LAST = DIGITS.length - 1
const LONGEST = 200

const digitAt = (rank: string, index: number): number => Math.max(0, DIGITS.indexOf(rank.charAt(index) || '0'))

/**
 * A rank between two neighbours: a fraction in base 62 without its point, so that there is always room.
 *
 * `after` absent means at the end. Neighbours may come from anybody: where no rank lies between them (they are equal,
 * the wrong way round, or at their longest) it answers the first, and the ids decide the order.
 */
export const rankBetween = (before: string, after?: string): string => {
  if (after === undefined) return rankAfter(before)
  if (before >= after) return before
  let shared = ''
  for (let index = 0; index < LONGEST; index++) {
    const low = digitAt(before, index)
    const high = index < after.length ? digitAt(after, index) : 0
    if (low === high) {
      shared += DIGITS.charAt(low)
      continue
    }
    if (high - low > 1) return shared + DIGITS.charAt((low + high) >> 1)
    const grown = shared + DIGITS.charAt(low) + rankAfter(before.slice(index + 1))
    return grown.length <= LONGEST && grown > before ? grown : before
  }
  // Nothing lies between a rank and the same one with zeros behind it.
  return before
}

/** The next rank at the end: counts up the last digit that can be counted up, so that lists that only grow stay short. */
const rankAfter = (before: string): string => {
  for (let index = before.length - 1; index >= 0; index--) {
    const digit = digitAt(before, index)
    if (digit < LAST) return before.slice(0, index) + DIGITS.charAt(digit + 1)
  }
  return before.length < LONGEST ? `${before}V` : before
}

/** The rank of the item that comes `index`-th onto a board, from 0. Later indexes sort later. */
export const rankAt = (index: number): string => {
  let digits = ''
  for (let rest = index, place = 0; place < 4; place++, rest = Math.floor(rest / DIGITS.length)) {
    digits = DIGITS.charAt(rest % DIGITS.length) + digits
  }
  // The leading digit leaves room before the first.
  return `V${digits}`
}

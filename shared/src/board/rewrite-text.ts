import type * as Y from 'yjs'

/** One replacement in a text: `gone` characters from `at` on give way to `inserted`. In UTF-16 units, as Yjs counts. */
export interface Replacement {
  readonly at: number
  readonly gone: number
  readonly inserted: string
}

/**
 * The smallest single replacement that turns one text into another: what both begin and end with stays.
 *
 * Never cuts between the halves of a surrogate pair: Yjs would keep two broken characters.
 */
export const findReplacement = (before: string, after: string): Replacement => {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++
  if (isInsidePair(before, start) || isInsidePair(after, start)) start--
  let end = 0
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  ) {
    end++
  }
  if (isInsidePair(before, before.length - end) || isInsidePair(after, after.length - end)) end--
  return { at: start, gone: before.length - end - start, inserted: after.slice(start, after.length - end) }
}

const isInsidePair = (text: string, index: number): boolean =>
  isHigh(text.charCodeAt(index - 1)) && isLow(text.charCodeAt(index))
const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

/** Turns a shared text into `next` by the smallest edit. Does nothing when it says so already. */
export const rewriteText = (text: Y.Text, next: string): void => {
  const { at, gone, inserted } = findReplacement(text.toString(), next)
  if (gone > 0) text.delete(at, gone)
  if (inserted) text.insert(at, inserted)
}

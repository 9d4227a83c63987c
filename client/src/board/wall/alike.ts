import type { Item } from '@roundel/shared/board'

/** The words of a text, however they are written: letters and digits of any script, without case. */
const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu),
  )

/** How much two texts have in common: words of both among the words of either, 0 to 1 (Jaccard, 1901). */
const likeness = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  const shared = [...one].filter((word) => other.has(word)).length
  const all = one.size + other.size - shared
  return all === 0 ? 0 : shared / all
}

/**
 * Notes that another could be merged with: of its kind, those that share its words first, then those of its own group,
 * else as they come. `sought` leaves those whose text has all of its words, or beginnings of them.
 */
export const listAlike = (item: Item, items: readonly Item[], sought = ''): readonly Item[] => {
  const words = wordsOf(item.text)
  const wanted = [...wordsOf(sought)]
  return items
    .filter(({ id, kind }) => id !== item.id && kind === item.kind)
    .map((other) => ({ other, words: wordsOf(other.text) }))
    .filter(({ words: its }) => wanted.every((want) => [...its].some((word) => word.startsWith(want))))
    .map(({ other, words: its }) => ({
      other,
      near: likeness(words, its) + (item.cluster !== undefined && item.cluster === other.cluster ? 0.001 : 0),
    }))
    .toSorted((one, two) => two.near - one.near)
    .map(({ other }) => other)
}

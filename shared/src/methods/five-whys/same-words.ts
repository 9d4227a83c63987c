import { type ItemId, cleanLine } from '../../kernel/index.ts'
import { pathOf } from './branch.ts'
import type { WhyTree } from './tree.ts'

/** Arabic letters that keyboards write for Persian ones. */
const LETTERS: Readonly<Record<string, string>> = { ي: 'ی', ك: 'ک' }

/** The words of a text: without case, punctuation, Persian joiners and vowel marks, which people leave out as they please. */
const wordsOf = (text: string): string =>
  cleanLine(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/\u{640}|[\u{64B}-\u{652}]|\u{200C}|\u{200D}/gu, '')
      .replaceAll(/[يك]/g, (letter) => LETTERS[letter] ?? letter)
      .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' '),
  )

/**
 * How far up the same words stand already, counted from what a new cause explains: 1 for that itself; undefined where
 * they do not. A cause that says the same as something which it explains is reasoning in a circle.
 */
export const findSameWords = (
  tree: WhyTree,
  parent: ItemId | undefined,
  text: string,
  textOf: (item: ItemId) => string | undefined,
): number | undefined => {
  const words = wordsOf(text)
  if (words === '') return undefined
  const above = parent === undefined ? [] : pathOf(tree, parent).map(({ item }) => textOf(item) ?? '')
  const at = [...above, tree.problem.statement.what ?? ''].findIndex((other) => wordsOf(other) === words)
  return at < 0 ? undefined : at + 1
}

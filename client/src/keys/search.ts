/** Letters that one keyboard has and another has not, for what is the same letter to a reader. */
const SAME: Readonly<Record<string, string>> = { ي: 'ی', ى: 'ی', ك: 'ک', ة: 'ه' }

/** A text as it is compared: without case, accents, half-spaces and signs. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[يىكة]/g, (letter) => SAME[letter] ?? letter)
    .replaceAll(/[^\p{L}\p{N}\s]/gu, '')

/**
 * Those whose name holds every word that was typed, in any order; those that begin with what was typed come first,
 * otherwise the order stays.
 */
export const search = <T extends { readonly name: string }>(all: readonly T[], typed: string): readonly T[] => {
  const wanted = fold(typed).trim()
  const words = wanted.split(/\s+/)
  return all
    .map((each) => ({ each, name: fold(each.name) }))
    .filter(({ name }) => words.every((word) => name.includes(word)))
    .toSorted((one, other) => Number(other.name.startsWith(wanted)) - Number(one.name.startsWith(wanted)))
    .map(({ each }) => each)
}

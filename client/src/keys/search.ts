import { fold } from './fold.ts'

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

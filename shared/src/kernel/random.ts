/** A source of chance: a number in [0, 1), as `Math.random` gives. Passed in, so that rules can be replayed. */
export type Random = () => number

/** The items in uniformly random order (Fisher and Yates, as given by Durstenfeld 1964). */
export const shuffled = <Item>(items: readonly Item[], random: Random): Item[] => {
  const result = [...items]
  for (let last = result.length - 1; last > 0; last--) {
    const chosen = Math.floor(random() * (last + 1))
    ;[result[last], result[chosen]] = [result[chosen] as Item, result[last] as Item]
  }
  return result
}

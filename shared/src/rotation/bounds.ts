/** The pairs among so many. */
export const countPairs = (count: number): number => (count < 2 ? 0 : (count * (count - 1)) / 2)

/** How many sit at each of the tables when sizes differ by one at most, the larger first. */
export const evenSizes = (people: number, tables: number): readonly number[] => {
  const least = Math.floor(people / tables)
  return Array.from({ length: tables }, (_, table) => least + (table < people % tables ? 1 : 0))
}

/** Σ C(part, 2) over the most even split of so many into so many parts. */
const pairsWhenSplit = (count: number, parts: number): number =>
  evenSizes(count, parts).reduce((sum, part) => sum + countPairs(part), 0)

/**
 * Repeats (Σ c(c-1)/2) that no seating without revisits avoids, because those of one table must spread over the others.
 *
 * Each of C(rounds, 2) pairs of rounds costs what the most even spread does. 0 where it says nothing: at more rounds
 * than tables there is no seating without a revisit.
 */
export const spreadBound = (travellers: number, tables: number, rounds: number): number => {
  if (rounds > tables || tables < 2) return 0
  const each = evenSizes(travellers, tables).reduce((sum, size) => sum + pairsWhenSplit(size, tables - 1), 0)
  return countPairs(rounds) * each
}

/** Repeats that no seating avoids, because there are more meetings than pairs: they fall on the pairs evenly at best. */
export const countingBound = (travellers: number, tables: number, rounds: number): number => {
  const pairs = countPairs(travellers)
  if (pairs === 0) return 0
  const meetings = rounds * evenSizes(travellers, tables).reduce((sum, size) => sum + countPairs(size), 0)
  const each = Math.floor(meetings / pairs)
  const more = meetings % pairs
  return (pairs - more) * countPairs(each) + more * countPairs(each + 1)
}

/** The larger of both bounds. */
export const repeatBound = (travellers: number, tables: number, rounds: number): number =>
  Math.max(spreadBound(travellers, tables, rounds), countingBound(travellers, tables, rounds))

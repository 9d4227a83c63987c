/**
 * Levels of a strict partial order over the indexes below `size`: again and again all that nothing left precedes.
 *
 * `precedes` is without a cycle; where it is not, what lies on one comes last, together.
 */
export const peelLevels = (
  size: number,
  precedes: (one: number, other: number) => boolean,
): readonly (readonly number[])[] => {
  const above = Array.from({ length: size }, () => 0)
  for (let one = 0; one < size; one++) {
    for (let other = 0; other < size; other++) if (precedes(one, other)) above[other] = (above[other] ?? 0) + 1
  }
  const levels: number[][] = []
  let left = Array.from({ length: size }, (_, index) => index)
  while (left.length > 0) {
    const free = left.filter((index) => above[index] === 0)
    const level = free.length > 0 ? free : left
    const taken = new Set(level)
    left = left.filter((index) => !taken.has(index))
    for (const index of level) {
      for (const other of left) if (precedes(index, other)) above[other] = (above[other] ?? 0) - 1
    }
    levels.push(level)
  }
  return levels
}

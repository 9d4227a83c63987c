import { type Fraction, ZERO, add, fraction, multiply, toNumber } from '../fraction.ts'

/** What an item got by counting places. */
export interface BordaCount {
  /** For each ballot the items below it, and half of those equal to it. */
  readonly points: number
  /** The mean share of the points that could be had, 0 to 100; null where no ballot compares it. */
  readonly share: number | null
  /** The same, exactly. */
  readonly exact: Fraction | null
}

/**
 * Points by places (Borda 1781) over the items that each ballot counts: equals share the points of their places, so
 * leaving items out of a ballot gains the others nothing. Shares make ballots over different items comparable.
 */
export const countBorda = (
  size: number,
  ballots: readonly (readonly (readonly number[])[])[],
): readonly BordaCount[] => {
  // Doubled points, and how many ballots, by item and by how many others the ballot compares it with.
  const doubled = Array.from({ length: size }, () => new Map<number, { points: number; ballots: number }>())
  for (const levels of ballots) {
    const others = levels.reduce((sum, level) => sum + level.length, -1)
    let below = others + 1
    for (const level of levels) {
      below -= level.length
      for (const item of level) {
        const found = doubled[item]?.get(others) ?? { points: 0, ballots: 0 }
        doubled[item]?.set(others, {
          points: found.points + 2 * below + level.length - 1,
          ballots: found.ballots + 1,
        })
      }
    }
  }
  return doubled.map((counts) => {
    let [points, compared, sum] = [0, 0, ZERO]
    for (const [others, found] of counts) {
      points += found.points
      if (others < 1) continue
      compared += found.ballots
      sum = add(sum, fraction(found.points, 2 * others))
    }
    const exact = compared === 0 ? null : multiply(sum, fraction(100, compared))
    return { points: points / 2, share: exact && toNumber(exact), exact }
  })
}

import { type Arithmetic, arithmeticOf, isFieldSize } from './field.ts'

/** A revisit weighs as much as so many repeats. */
export const REVISIT_WEIGHT = 40

/** Whether the closed form seats everybody without a repeat and without a revisit, for sure. */
export const isClosedFormPerfect = (travellers: number, tables: number, rounds: number): boolean => {
  const columns = Math.ceil(travellers / tables)
  return columns * (rounds - 1) < tables || (isFieldSize(tables) && columns < tables && rounds <= tables)
}

/**
 * Tables of travellers 0, 1, 2 … in each round, without search: by orthogonal arrays.
 *
 * Traveller (row, column) sits in round r at `row + m(column) · r`, in the field of that many tables where there is one.
 * Two columns a, b meet twice in rounds r, q only where (m(a) - m(b)) (r - q) = 0, and a column revisits only where
 * m(a) (r - q) = 0. Factors m are chosen greedily so that the fewest of these products vanish. Rounds beyond the number
 * of tables have no such seating; they are left out.
 */
export const seatInClosedForm = (travellers: number, tables: number, rounds: number): readonly number[][] => {
  const arithmetic = arithmeticOf(tables)
  const { add, multiply } = arithmetic
  const seated = Math.min(rounds, tables)
  const columns = Math.ceil(travellers / tables)
  // The shift of a factor in each round; two factors vanish together in rounds where their shifts differ alike.
  const shiftsOf = (factor: number): number[] => Array.from({ length: seated }, (_, round) => multiply(factor, round))
  const hosts = shiftsOf(0)
  const chosen: number[][] = []
  for (let column = 0; column < columns; column++) {
    let best: number[] = hosts
    let least = Infinity
    for (let nth = 1; nth <= tables && least > 0; nth++) {
      const shifts = shiftsOf(nth % tables)
      let cost = REVISIT_WEIGHT * countVanishing(shifts, hosts, arithmetic)
      for (const other of chosen) cost += countVanishing(shifts, other, arithmetic)
      if (cost < least) {
        best = shifts
        least = cost
      }
    }
    chosen.push(best)
  }
  return Array.from({ length: seated }, (_, round) =>
    Array.from({ length: travellers }, (__, traveller) =>
      add(traveller % tables, chosen[Math.floor(traveller / tables)]?.[round] ?? 0),
    ),
  )
}

/** Pairs of rounds in which one column lies beside the other in the same way: whoever met, meets again. */
const countVanishing = (one: readonly number[], other: readonly number[], { add }: Arithmetic): number => {
  let count = 0
  for (let round = 1; round < one.length; round++) {
    for (let earlier = 0; earlier < round; earlier++) {
      // one - other is the same in both rounds, written without subtraction.
      const crossed = add(one[round] as number, other[earlier] as number)
      if (crossed === add(one[earlier] as number, other[round] as number)) count++
    }
  }
  return count
}

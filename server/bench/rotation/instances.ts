import { isClosedFormPerfect, repeatBound } from '@roundel/shared/rotation'

/** A café: people with their hosts, tables, rounds. */
export interface Cafe {
  readonly people: number
  readonly tables: number
  readonly rounds: number
}

const cafe = (people: number, tables: number, rounds: number): Cafe => ({ people, tables, rounds })

/** From what is easy to what is hard; of the last ones nobody knows the best. */
export const CAFES: readonly Cafe[] = [
  cafe(12, 3, 3),
  cafe(12, 4, 3),
  cafe(16, 4, 3),
  cafe(20, 4, 3),
  cafe(25, 5, 3),
  cafe(25, 5, 5),
  cafe(24, 6, 4),
  cafe(30, 6, 3),
  cafe(36, 6, 3),
  cafe(40, 8, 3),
  cafe(40, 8, 5),
  cafe(60, 12, 4),
  cafe(60, 12, 6),
  cafe(101, 20, 6),
  cafe(197, 40, 6),
  cafe(200, 40, 6),
  cafe(200, 25, 6),
  cafe(200, 20, 6),
  cafe(30, 6, 4),
  cafe(36, 6, 4),
  cafe(30, 6, 6),
  cafe(150, 15, 6),
  cafe(120, 10, 5),
  cafe(180, 12, 5),
  cafe(200, 10, 6),
]

/** What is asked of a plan. */
export type Bar = 'perfect' | 'near the bound' | 'few repeats' | 'no revisits'

/** The bar for a café: see `meetsBar`. */
export const barOf = ({ people, tables, rounds }: Cafe): Bar => {
  const travellers = people - tables
  if (isClosedFormPerfect(travellers, tables, rounds)) return 'perfect'
  if (repeatBound(travellers, tables, rounds) > 0) return 'near the bound'
  return Math.ceil(travellers / tables) <= (tables - 1) / 1.5 ? 'few repeats' : 'no revisits'
}

/** Groups, people in each, and the most rounds in which nobody need meet anybody twice: Warwick Harvey's tables. */
export const GOLFERS: readonly { readonly groups: number; readonly size: number; readonly known: number }[] = [
  { groups: 2, size: 2, known: 3 },
  { groups: 3, size: 2, known: 5 },
  { groups: 3, size: 3, known: 4 },
  { groups: 4, size: 2, known: 7 },
  { groups: 4, size: 3, known: 4 },
  { groups: 4, size: 4, known: 5 },
  { groups: 5, size: 2, known: 9 },
  { groups: 5, size: 3, known: 7 },
  { groups: 5, size: 4, known: 5 },
  { groups: 5, size: 5, known: 6 },
  { groups: 6, size: 2, known: 11 },
  { groups: 6, size: 3, known: 8 },
  { groups: 6, size: 4, known: 7 },
  { groups: 6, size: 5, known: 6 },
  { groups: 6, size: 6, known: 3 },
  { groups: 7, size: 2, known: 13 },
  { groups: 7, size: 3, known: 10 },
  { groups: 7, size: 4, known: 9 },
  { groups: 7, size: 7, known: 8 },
  { groups: 8, size: 3, known: 11 },
  { groups: 8, size: 4, known: 10 },
  { groups: 8, size: 8, known: 9 },
  { groups: 9, size: 3, known: 13 },
  { groups: 9, size: 9, known: 10 },
  { groups: 10, size: 4, known: 13 },
]

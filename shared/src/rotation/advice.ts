import { evenSizes, repeatBound } from './bounds.ts'
import { isClosedFormPerfect } from './closed-form.ts'

/** People at a table, its host included, from which on a table is worth having. */
const LEAST_AT_TABLE = 3
/** Tables should not be larger than this. */
const BEST_AT_TABLE = 5
/** Fewer people than this talk at one table. */
const LEAST_FOR_TABLES = 6

/** What so many tables would make possible. */
export interface TableChoice {
  readonly tables: number
  /** People at the smallest and at the largest table, hosts included. */
  readonly sizes: { readonly least: number; readonly most: number }
  /** Repeats (Σ c(c-1)/2) that nobody can avoid. */
  readonly bound: number
  /** Whether a plan is known in which nobody meets anybody twice and nobody comes back to a table. */
  readonly isPerfect: boolean
  /** Whether everyone who travels can come to a new table in every round. */
  readonly hasTablesForAll: boolean
  /** Rounds before which no traveller can have met all others; null where they never can. */
  readonly roundsToMeetAll: number | null
}

/** How many tables a room may have. */
export interface TableAdvice {
  readonly proposed: number
  readonly choices: readonly TableChoice[]
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value))

/** The number of tables for so many people, hosts included: at most five at a table, and enough tables to spread over. */
export const proposeTables = (people: number): number => {
  if (people < LEAST_FOR_TABLES) return 1
  let root = 1
  while (root * root < people) root++
  return clamp(Math.max(Math.ceil(people / BEST_AT_TABLE), root), 1, Math.floor(people / LEAST_AT_TABLE))
}

/** What a number of tables makes possible for so many people, each table with a host of its own. */
export const weighTables = (people: number, tables: number, rounds: number): TableChoice => {
  const travellers = Math.max(0, people - tables)
  const sizes = evenSizes(travellers, tables)
  const [most = 0] = sizes
  const company = most - 1
  return {
    tables,
    sizes: { least: (sizes.at(-1) ?? 0) + 1, most: most + 1 },
    bound: repeatBound(travellers, tables, rounds),
    isPerfect: isClosedFormPerfect(travellers, tables, rounds),
    hasTablesForAll: rounds <= tables,
    roundsToMeetAll: travellers < 2 ? 0 : company < 1 ? null : Math.ceil((travellers - 1) / company),
  }
}

/** The proposal, and what each number of tables with three people or more would make possible. */
export const adviseTables = (people: number, rounds: number): TableAdvice => ({
  proposed: proposeTables(people),
  choices: Array.from({ length: Math.max(1, Math.floor(people / LEAST_AT_TABLE)) }, (_, nth) =>
    weighTables(people, nth + 1, rounds),
  ),
})

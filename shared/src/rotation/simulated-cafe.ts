import { type Random, type SeatId, type TableId, asId, shuffled } from '../kernel/index.ts'
import { evenSizes } from './bounds.ts'
import type { RotationJob, RotationTable, Seating, Traveller } from './rotation.ts'

/** A seat and a table by number, for laws and benchmarks. */
export const seatNamed = (number: number): SeatId => asId(`seat${String(number).padStart(12, '0')}`)
export const tableNamed = (number: number): TableId => asId(`table${String(number).padStart(11, '0')}`)

/** So many travellers, numbered on from the first. */
const travellersFrom = (first: number, count: number): readonly Traveller[] =>
  Array.from({ length: count }, (_, nth) => ({ id: seatNamed(first + nth) }))

/** Tables whose hosts have the first numbers. */
export const hostedTables = (count: number): readonly RotationTable[] =>
  Array.from({ length: count }, (_, nth) => ({ id: tableNamed(nth), host: seatNamed(nth) }))

/** The job of a café of so many people, hosts included, of whom nothing is known. */
export const cafeJob = (
  people: number,
  tables: number,
  rounds: number,
  more: Partial<RotationJob> = {},
): RotationJob => ({
  seed: 1,
  iterations: 2_000,
  tables: hostedTables(tables),
  travellers: travellersFrom(tables, people - tables),
  rounds,
  wishes: [],
  mixBy: [],
  past: [],
  before: [],
  previous: [],
  announced: 0,
  ...more,
})

/** What people do without a planner: anew by chance in each round, or from table to table in a body. */
export const seatWithoutPlan = (
  job: RotationJob,
  habit: 'random' | 'clockwise',
  random: Random,
): readonly Seating[] => {
  const sizes = evenSizes(job.travellers.length, job.tables.length)
  return Array.from({ length: job.rounds }, (_, round) => {
    const order = habit === 'random' ? shuffled(job.travellers, random) : job.travellers
    let first = 0
    const bodies = sizes.map((size) => order.slice(first, (first += size)).map(({ id }) => id))
    return job.tables.map(({ id }, nth) => ({
      table: id,
      travellers: bodies[(nth + round) % bodies.length] ?? [],
    }))
  })
}

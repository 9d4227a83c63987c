import type { SeatId, TableId } from '../kernel/index.ts'
import type { Mix, RotationJob, RotationTable, Seating, Traveller } from './rotation.ts'
import { type Demands, readDemands } from './wishes.ts'

/** Costs are whole numbers, so that no sum depends on its order: a repeat is 5, what is a fifth of it 1. */
export const REPEAT = 5
/** What a wish is worth that must hold: more than a change of seats can save in repeats. */
export const MUST = 1_000_000
/** Meetings elsewhere count a fifth of a repeat each, and no more than this many. */
const BEFORE_AT_MOST = 4

/** A job by numbers: travellers and tables in the order of their ids, however the job lists them. */
export interface Model extends Demands {
  readonly travellers: readonly Traveller[]
  readonly tables: readonly RotationTable[]
  readonly rounds: number
  /** Travellers that each table takes. */
  readonly rooms: readonly number[]
  /** What one more meeting of a pair costs before anything is planned, at `one * count + other`. */
  readonly known: Int32Array
  /** Pairs who met before elsewhere, but for company that is wished for. */
  readonly acquainted: readonly (readonly [number, number])[]
  /** Rounds of this session that two were at one table. */
  readonly metBefore: (one: number, other: number) => number
  /** Rounds that a traveller has been at a table, at `traveller * tables + table`. */
  readonly visits: Int32Array
  /** 1 for travellers whose returning to a table is no fault: who may sit at one only, or all where tables do not matter. */
  readonly pinned: Uint8Array
  readonly indexOf: ReadonlyMap<SeatId, number>
  readonly tableOf: ReadonlyMap<TableId, number>
}

/** Compares ids as texts, the same everywhere. */
const compareIds = (one: { readonly id: string }, other: { readonly id: string }): number =>
  one.id < other.id ? -1 : one.id > other.id ? 1 : 0

const isShared = (one: Traveller, other: Traveller, mix: Mix): boolean =>
  one[mix] !== undefined && one[mix] === other[mix]

/** The numbers of a job. */
export const modelOf = (job: RotationJob): Model => {
  const travellers = job.travellers.toSorted(compareIds)
  const tables = job.tables.toSorted(compareIds)
  const count = travellers.length
  const indexOf = new Map(travellers.map(({ id }, index) => [id, index]))
  const tableOf = new Map(tables.map(({ id }, index) => [id, index]))

  const known = new Int32Array(count * count)
  const addKnown = (one: number, other: number, cost: number): void => {
    known[one * count + other] = (known[one * count + other] as number) + cost
    known[other * count + one] = known[one * count + other] as number
  }
  for (let one = 0; one < count; one++) {
    for (let other = 0; other < one; other++) {
      for (const mix of job.mixBy) {
        if (isShared(travellers[one] as Traveller, travellers[other] as Traveller, mix)) addKnown(one, other, 1)
      }
    }
  }
  const acquainted = new Map<number, readonly [number, number]>()
  for (const { one, other, times } of job.before) {
    const [first, second] = [indexOf.get(one), indexOf.get(other)]
    if (first === undefined || second === undefined || first === second || times === 0) continue
    acquainted.set(Math.max(first, second) * count + Math.min(first, second), [first, second])
    addKnown(first, second, Math.min(times, BEFORE_AT_MOST))
  }

  const met = new Uint16Array(count * count)
  const visits = new Int32Array(count * tables.length)
  for (const { table, seats } of job.past.flatMap((round) => [...listSeated(round)])) {
    const there = seats.flatMap((seat) => indexOf.get(seat) ?? [])
    const at = tableOf.get(table)
    for (const [nth, one] of there.entries()) {
      if (at !== undefined) visits[one * tables.length + at] = (visits[one * tables.length + at] as number) + 1
      for (const other of there.slice(0, nth)) {
        addKnown(one, other, REPEAT)
        const pair = Math.max(one, other) * count + Math.min(one, other)
        met[pair] = (met[pair] as number) + 1
      }
    }
  }

  const demands = readDemands(travellers, tables, job.wishes, indexOf)
  for (const [one, other] of demands.apart) addKnown(one, other, MUST)
  for (const members of demands.groups) {
    for (const one of members) for (const other of members) known[one * count + other] = 0
  }
  const pinned = Uint8Array.from(travellers, (_, index) => {
    const own = demands.barred.subarray(index * tables.length, (index + 1) * tables.length)
    return job.mayReturn || own.reduce((sum, is) => sum + is, 0) >= tables.length - 1 ? 1 : 0
  })
  const rooms = tables.map(({ capacity, host }) => (capacity ?? count + 1) - (host === undefined ? 0 : 1))
  return {
    ...demands,
    travellers,
    tables,
    rounds: job.rounds,
    rooms,
    known,
    acquainted: [...acquainted.values()].filter(
      ([one, other]) => demands.groupOf[one] === -1 || demands.groupOf[one] !== demands.groupOf[other],
    ),
    metBefore: (one, other) => met[Math.max(one, other) * count + Math.min(one, other)] as number,
    visits,
    pinned,
    indexOf,
    tableOf,
  }
}

/** Everybody at each table of a round, the host included. */
const listSeated = (round: Seating): readonly { readonly table: TableId; readonly seats: readonly SeatId[] }[] =>
  round.map(({ table, host, travellers }) => ({
    table,
    seats: host === undefined ? travellers : [host, ...travellers],
  }))

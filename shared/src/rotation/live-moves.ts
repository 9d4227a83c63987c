import { type SeatId, type TableId, omit } from '../kernel/index.ts'
import type { RotationTable, Seating } from './rotation.ts'

/** A table that somebody could go to now. */
export interface Suggestion {
  readonly table: TableId
  readonly isNew: boolean
  /** People there, the host included, whom this person has not sat with. */
  readonly unmet: number
  /** People there now, the host included. */
  readonly people: number
}

const seatedAt = ({ host, travellers }: Seating[number]): readonly SeatId[] =>
  host === undefined ? travellers : [host, ...travellers]

/** Everybody whom a person shared a table with, and every table they sat at. */
const remember = (seat: SeatId, past: readonly Seating[]) => {
  const visited = past.flat().filter((seating) => seatedAt(seating).includes(seat))
  return {
    tables: new Set(visited.map(({ table }) => table)),
    people: new Set(visited.flatMap(seatedAt)),
  }
}

/**
 * Tables with a free place for a person who moves freely, the most promising first: not visited yet, most people not
 * met, fewest people, the order of the tables. The table where they sit is not among them.
 */
export const suggestTables = (
  seat: SeatId,
  now: Seating,
  past: readonly Seating[],
  tables: readonly RotationTable[],
): readonly Suggestion[] => {
  const known = remember(seat, past)
  return tables
    .flatMap(({ id, host, capacity = Infinity }): Suggestion[] => {
      const there = now.find(({ table }) => table === id)
      const people = there ? seatedAt(there) : host === undefined ? [] : [host]
      if (people.includes(seat) || people.length >= capacity) return []
      const unmet = people.filter((other) => !known.people.has(other)).length
      return [{ table: id, isNew: !known.tables.has(id), unmet, people: people.length }]
    })
    .toSorted(
      (one, other) => Number(other.isNew) - Number(one.isNew) || other.unmet - one.unmet || one.people - other.people,
    )
}

/**
 * Where somebody who comes during a round sits down: the smallest table, then the fewest met before.
 *
 * Tables without a free place are left out while there is another one. Undefined only where there is no other table.
 */
export const seatLatecomer = (
  seat: SeatId,
  now: Seating,
  past: readonly Seating[],
  tables: readonly RotationTable[],
): TableId | undefined => {
  const free = suggestTables(seat, now, past, tables)
  const all = tables.map((table) => omit(table, 'capacity'))
  const open = free.length > 0 ? free : suggestTables(seat, now, past, all)
  const [first] = open.toSorted(
    (one, other) => one.people - other.people || one.people - one.unmet - (other.people - other.unmet),
  )
  return first?.table
}

/** Who stays when a host is lost: the traveller there who has the fewest tables still to see, then the smallest id. */
export const findNextHost = (
  table: TableId,
  now: Seating,
  past: readonly Seating[],
  tables: readonly RotationTable[],
): SeatId | undefined => {
  const there = now.find((seating) => seating.table === table)?.travellers ?? []
  const unseen = (seat: SeatId): number => {
    const seen = remember(seat, [...past, now]).tables
    return tables.filter(({ id }) => !seen.has(id)).length
  }
  const [next] = there
    .map((seat) => ({ seat, unseen: unseen(seat) }))
    .toSorted((one, other) => one.unseen - other.unseen || (one.seat < other.seat ? -1 : 1))
  return next?.seat
}

import type { SeatId, TableId } from '../../kernel/index.ts'
import { type RotationTable, proposeTables } from '../../rotation/index.ts'
import { listPresent } from './guests.ts'
import type { CafeState, CafeTable } from './state.ts'

/** Fewer people than this share a table only where there are not enough of them. */
const LEAST_AT_TABLE = 2

export const findTable = ({ tables }: Pick<CafeState, 'tables'>, id: TableId): CafeTable | undefined =>
  tables.find((table) => table.id === id)

/** The tables at which people are seated: those that are open, and no more than two people each can be found for. */
export const listUsed = (state: Pick<CafeState, 'tables' | 'guests'>): readonly CafeTable[] => {
  const most = Math.max(1, Math.floor(listPresent(state).length / LEAST_AT_TABLE))
  return state.tables.filter(({ closed }) => !closed).slice(0, most)
}

/** A table as the planner knows it. */
export const toRotationTable = ({ id, host, place, capacity }: CafeTable): RotationTable => ({
  id,
  ...(host !== undefined && { host }),
  ...(place !== undefined && { place }),
  ...(capacity !== undefined && { capacity }),
})

/** The state with one table changed. */
export const changeTable = (state: CafeState, id: TableId, change: (table: CafeTable) => CafeTable): CafeState => ({
  ...state,
  tables: state.tables.map((table) => (table.id === id ? change(table) : table)),
})

/** The state in which a seat hosts a table and no other; nobody does where no seat is given. */
export const withHost = (state: CafeState, id: TableId, seat: SeatId | undefined): CafeState => ({
  ...state,
  tables: state.tables.map(({ host, ...table }): CafeTable => {
    if (table.id === id) return seat === undefined ? table : { ...table, host: seat }
    return host === undefined || host === seat ? table : { ...table, host }
  }),
})

/** Tables named by their numbers, as many as are proposed for those who are there, or as there are things to talk about. */
export const makeTables = (
  { guests }: Pick<CafeState, 'guests'>,
  subjects: number,
  newId: () => string,
): readonly CafeTable[] => {
  const people = listPresent({ guests }).length
  const most = Math.max(1, Math.floor(people / 3))
  const count = subjects > 1 ? Math.min(subjects, Math.max(most, 1)) : proposeTables(people)
  return Array.from({ length: count }, (_, nth) => ({ id: newId() as TableId, name: String(nth + 1) }))
}

/** Hosts for the tables that are used and have nobody there: those who are ready to host first, then whoever came first. */
export const assignHosts = (state: CafeState): CafeState => {
  const present = listPresent(state)
  const seats = new Set(present.map(({ seat }) => seat))
  const used = listUsed(state)
  const isHosting = new Set(used.flatMap(({ host }) => (host !== undefined && seats.has(host) ? [host] : [])))
  const free = present
    .filter(({ seat }) => !isHosting.has(seat))
    .toSorted((one, other) => Number(other.mayHost ?? false) - Number(one.mayHost ?? false))
  let next = state
  for (const table of used) {
    if (table.host !== undefined && seats.has(table.host)) continue
    const fits = free.findIndex(
      ({ place }) => table.place === undefined || place === undefined || place === table.place,
    )
    const [chosen] = free.splice(Math.max(0, fits), 1)
    next = withHost(next, table.id, chosen?.seat)
  }
  return next
}

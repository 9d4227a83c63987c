import { omit } from '../../kernel/index.ts'
import { findNextHost } from '../../rotation/index.ts'
import { isPresent } from './guests.ts'
import { findRound, listOpen, pastOf } from './seats.ts'
import type { CafeState } from './state.ts'
import { assignHosts, changeTable, listUsed, toRotationTable, withHost } from './tables.ts'

/** Of hosts who take turns: at each table whoever was named stays, else whoever has the fewest tables left to see. */
const passOnHosts = (state: CafeState, number: number): CafeState => {
  const before = findRound(state, number - 1)
  if (state.hosts !== 'relay' || !before) return state
  const past = pastOf(state, number)
  const tables = listUsed(state).map(toRotationTable)
  let next = state
  for (const { id, nextHost } of tables.flatMap(({ id }) => state.tables.filter((table) => table.id === id))) {
    const there = listOpen(before).flatMap(({ table, seat, role }) =>
      table === id && role === 'traveller' && isPresent(state, seat) ? [seat] : [],
    )
    const named = nextHost !== undefined && there.includes(nextHost) ? nextHost : undefined
    const host = named ?? findNextHost(id, [{ table: id, travellers: there }], past.slice(0, -1), tables)
    if (host !== undefined) next = withHost(next, id, host)
    next = changeTable(next, id, (table) => omit(table, 'nextHost'))
  }
  return next
}

/** The state in which every used table has its host for a round, as far as there are people. */
export const staffRound = (state: CafeState, number: number): CafeState => assignHosts(passOnHosts(state, number))

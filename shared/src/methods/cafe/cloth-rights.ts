import type { ClothRights } from '../workings.ts'
import { CLOTH_KINDS } from './fields.ts'
import { isRound, roundIn } from './phases.ts'
import { findOpen, findRound, visitedBy } from './seats.ts'
import type { CafeState } from './state.ts'
import { findTable } from './tables.ts'

/**
 * Who reads and writes on cloths. Those who lead read all; others where they sit, from gathering on where they have sat, and
 * where names are shown everything once it was harvested. Where names are hidden a cloth is signed for those of its table
 * alone: what others read of it then stands on the board, without a name.
 *
 * Those who sit there write, in a round; nobody who leads does.
 */
export const CAFE_CLOTHS: ClothRights<CafeState> = {
  kinds: CLOTH_KINDS,
  has: (state, table) => findTable(state, table) !== undefined,
  mayRead: (state, table, { seat, leads, phase, names }) => {
    if (leads) return true
    const number = roundIn(phase)
    if (phase === 'setup' || phase === 'welcome') return false
    if (number !== undefined) return findOpen(findRound(state, number), seat)?.table === table
    if (names === 'shown' && state.published) return true
    return visitedBy(state, seat).has(table)
  },
  writerAt: (state, table, seat, phase) => {
    const round = isRound(phase) ? roundIn(phase) : undefined
    const place = findOpen(findRound(state, round), seat)
    return round !== undefined && place?.table === table ? { role: place.role, round } : undefined
  },
  companyOf: (state, { seat, leads }, phase) => {
    const number = roundIn(phase)
    if (number === undefined) return undefined
    if (leads) return 'leading'
    return findOpen(findRound(state, number), seat)?.table ?? 'nowhere'
  },
}

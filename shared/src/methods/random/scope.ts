import type { SeatId, TableId } from '../../kernel/index.ts'
import type { DrawScope } from './settings.ts'

/** The scope of one draw, as it stands in the hash. */
export type ScopeKey = 'shared' | `table:${string}` | `person:${string}`

/** The scope of what a person draws alone. */
export const scopeOfSeat = (seat: SeatId): ScopeKey => `person:${seat}`

/** Whose draw a person works with. Who sits at no table works with what is drawn for all. */
export const scopeOf = (scope: DrawScope, seat: SeatId, table?: TableId): ScopeKey => {
  if (scope === 'person') return scopeOfSeat(seat)
  return scope === 'table' && table !== undefined ? `table:${table}` : 'shared'
}

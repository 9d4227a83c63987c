import { type Refusal, type Result, type SeatId, type TableId, fail, ok, refusal } from '../../../kernel/index.ts'
import { type ActingMoment, type WorkChange, type WorkWrite, defineWork } from '../../workings.ts'
import { MOVE_PHASES, ROUND_PHASES, roundIn } from '../phases.ts'
import { findOpen, findRound } from '../seats.ts'
import type { CafeSettings } from '../settings.ts'
import type { CafeSeat, CafeState, CafeTable } from '../state.ts'
import { findTable } from '../tables.ts'

export type CafeMoment = ActingMoment<CafeSettings>
export type CafeResult = Result<WorkChange<CafeState>, Refusal>

/** Closes over the fields of one command of the café. */
export const define = defineWork<CafeState, CafeSettings>()

export const leads = (person: { readonly leads: boolean }): boolean => person.leads

/** Phases in which people have a place. */
export const SEATED_PHASES = ['welcome', ...ROUND_PHASES, ...MOVE_PHASES]

export const changed = (state: CafeState, writes: readonly WorkWrite[] = []): CafeResult => ok({ state, writes })

/** Not while something else is so: says what. */
export const shut = (gate: string): Result<never, Refusal> => fail(refusal('closed', { gate }))
export const unknown = (): Result<never, Refusal> => fail(refusal('unknown'))

/** A table at which people can be seated, or why not. */
export const findOpenTable = (state: CafeState, id: TableId): Result<CafeTable, Refusal> => {
  const table = findTable(state, id)
  if (!table) return unknown()
  return table.closed ? shut('table') : ok(table)
}

/** Somebody's place in the round in force, and its number. */
export const findPlace = (
  state: CafeState,
  { phase }: Pick<CafeMoment, 'phase'>,
  seat: SeatId,
): { readonly number: number; readonly place: CafeSeat } | undefined => {
  const number = roundIn(phase)
  const place = findOpen(findRound(state, number), seat)
  return number === undefined || !place ? undefined : { number, place }
}

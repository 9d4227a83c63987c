import type * as v from 'valibot'
import { type Refusal, type Result, type SeatId, type TableId, fail, ok, refusal } from '../../../kernel/index.ts'
import { type ActingMoment, type WorkChange, type WorkDefinition, type WorkWrite, defineWork } from '../../workings.ts'
import { MOVE_PHASES, ROUND_PHASES, isRound, roundIn } from '../phases.ts'
import { findOpen, findRound } from '../seats.ts'
import type { CafeSettings } from '../settings.ts'
import type { CafeSeat, CafeState, CafeTable } from '../state.ts'
import { findTable } from '../tables.ts'

export type CafeMoment = ActingMoment<CafeSettings>
export type CafeResult = Result<WorkChange<CafeState>, Refusal>

/** Closes over the fields of one command of the café. */
export const define = defineWork<CafeState, CafeSettings>()

export const leads = (person: { readonly leads: boolean }): boolean => person.leads

/**
 * The same for a command about places: what was sent in a round that is over by the time it comes changes nothing of that
 * round, although rights are honoured a little longer.
 */
export const defineSeating = <const Type extends string, const Entries extends v.ObjectEntries>(
  definition: WorkDefinition<CafeState, CafeSettings, Type, Entries>,
): WorkDefinition<CafeState, CafeSettings, Type, Entries> => ({
  ...definition,
  decide: (state, command, moment) => {
    const isOver = isRound(moment.phase) && findRound(state, roundIn(moment.phase))?.endedAt !== undefined
    return isOver ? fail(refusal('wrong-phase')) : definition.decide(state, command, moment)
  },
})

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

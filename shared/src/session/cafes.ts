import type { StepId, TableId } from '../kernel/index.ts'
import {
  type CafeFigures,
  type CafeState,
  type PlanWanted,
  cafe,
  findDuePlan,
  isFresh,
  measureCafe,
  seatingOf,
  toCafePlan,
} from '../methods/cafe/index.ts'
import type { RotationPlan, Seating } from '../rotation/index.ts'
import { findStop } from './plan.ts'
import type { Session } from './session.ts'
import { withWork, workOf } from './work.ts'

/** The café of a step; undefined where the step is none, or has never been live. */
const findCafe = (session: Session, id: StepId): CafeState | undefined => {
  const step = session.agenda.find((other) => other.id === id)
  // Workings of a step of this method are a café: only that method makes them.
  return step?.kind === cafe.id ? (workOf(session, id) as CafeState | undefined) : undefined
}

/** A seating that is to be worked out, and the step that waits for it. */
export interface StepPlanWanted extends PlanWanted {
  readonly step: StepId
}

/** The seating that the live café waits for; undefined where what it has holds. */
export const findSeatingWanted = (session: Session): StepPlanWanted | undefined => {
  const stop = findStop(session)
  const state = stop && findCafe(session, stop.step.id)
  if (!stop || !state) return undefined
  const settings = cafe.settings(stop.step.settings) as Parameters<typeof findDuePlan>[1]
  const wanted = findDuePlan(state, settings, stop.phase.key)
  return wanted && { ...wanted, step: stop.step.id }
}

/** The session whose café knows a seating; as it is where nobody waits for that one any more. */
export const withSeating = (session: Session, wanted: StepPlanWanted, plan: RotationPlan): Session => {
  const now = findSeatingWanted(session)
  const state = findCafe(session, wanted.step)
  if (!state || now?.step !== wanted.step || now.key !== wanted.key || isFresh(state, wanted)) return session
  return withWork(session, wanted.step, { ...state, plan: toCafePlan(wanted, plan) })
}

/** The tables of the live café: those whose cloths people write on. */
export const listLiveTables = (session: Session): readonly TableId[] => {
  const stop = findStop(session)
  const state = stop && findCafe(session, stop.step.id)
  return state?.tables.map(({ id }) => id) ?? []
}

/** The tables whose cloths are signed for those of the table alone, and stand on the board since without names. */
export const listSpentCloths = (session: Session): readonly TableId[] =>
  session.agenda.flatMap(({ id, names }) => {
    const state = names === 'hidden' ? findCafe(session, id) : undefined
    return state?.published ? state.tables.map((table) => table.id) : []
  })

/** A café as it was: its tables, and who sat where in each round that was begun. */
export interface CafeRecord {
  readonly step: StepId
  readonly tables: CafeState['tables']
  readonly rounds: readonly Seating[]
  /** What lies on the cloths is open to all: it was harvested. */
  readonly isHarvested: boolean
  /** What the rounds came to; undefined before the first. */
  readonly figures: CafeFigures | undefined
}

/** Every café that was ever live, in the order of the agenda. */
export const listCafes = (session: Session): readonly CafeRecord[] =>
  session.agenda.flatMap(({ id }) => {
    const state = findCafe(session, id)
    if (!state) return []
    const rounds = state.rounds.filter(({ startedAt }) => startedAt !== undefined).map(seatingOf)
    const isHarvested = state.published !== undefined
    return [{ step: id, tables: state.tables, rounds, isHarvested, figures: measureCafe(state) }]
  })

import { type ItemId, type Refusal, type SeatId, type StepId, omit } from '../kernel/index.ts'
import { type Workings, methodOf } from '../methods/index.ts'
import { findStop } from './plan.ts'
import type { Session, Step } from './session.ts'

/** What the method of a step keeps of it besides items; undefined for a method that keeps nothing. */
export const workingsOf = ({ kind }: Pick<Step, 'kind'>): Workings<unknown> | undefined => methodOf(kind).workings

/** The state of a step's workings; undefined before the step was first live, and where nothing is kept. */
export const workOf = ({ workings }: Session, step: StepId): unknown =>
  workings && Object.hasOwn(workings, step) ? workings[step] : undefined

/** The session with another state of one step's workings. */
export const withWork = (session: Session, step: StepId, state: unknown): Session =>
  workOf(session, step) === state ? session : { ...session, workings: { ...session.workings, [step]: state } }

/** The session without what is kept of steps that do not stand on an agenda. */
export const dropWork = (session: Session, agenda: readonly Step[]): Session => {
  const { workings = {} } = session
  const gone = (Object.keys(workings) as StepId[]).filter((id) => agenda.every((step) => step.id !== id))
  return gone.length === 0 ? session : { ...session, workings: omit(workings, ...gone) }
}

/** Every item that only the commands of some method change, by the steps that keep them. */
const kept = new WeakMap<NonNullable<Session['workings']>, ReadonlySet<ItemId>>()

/** Whether only the commands of its method change an item, or take it away: others count on what it says. */
export const isKept = ({ workings, agenda }: Session, item: ItemId): boolean => {
  if (!workings) return false
  const known =
    kept.get(workings) ??
    new Set(
      agenda.flatMap((step) => {
        const state = Object.hasOwn(workings, step.id) ? workings[step.id] : undefined
        return state === undefined ? [] : (workingsOf(step)?.keeps?.(state) ?? [])
      }),
    )
  kept.set(workings, known)
  return known.has(item)
}

/** Why nobody goes on from the present phase to the next one; undefined where its method has nothing against it. */
export const objectToLeaving = (session: Session): Refusal | undefined => {
  const stop = findStop(session)
  const state = stop && workOf(session, stop.step.id)
  if (!stop || state === undefined) return undefined
  return workingsOf(stop.step)?.objectToLeaving?.(state, stop.phase.key)
}

/** The session whose workings know a seat by another id: of the one that it is part of now, or of nobody. */
export const replaceInWork = (session: Session, seat: SeatId, into: SeatId): Session =>
  session.agenda.reduce((next, step) => {
    const state = workOf(next, step.id)
    const replace = workingsOf(step)?.replaceSeat
    return state === undefined || !replace ? next : withWork(next, step.id, replace(state, seat, into))
  }, session)

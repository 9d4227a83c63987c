import { LIMITS, type SeatId, type StepId, omit } from '../kernel/index.ts'
import { type Policies, methodOf } from '../methods/index.ts'
import { findStop } from './plan.ts'
import { leads } from './rights.ts'
import type { Grace, Names, Seat, Session } from './session.ts'

/** The rights of one moment: of a phase, in a step, with the board locked or not. */
export interface Regime {
  readonly step: StepId
  /** Absent where it was stored before phases were kept. */
  readonly phase?: string
  readonly names: Names
  readonly policies: Policies
  readonly locked: boolean
  /** Who has the right of `some` besides those who lead. */
  readonly named?: readonly SeatId[]
  /** The steps whose items may be placed; of every step when absent. */
  readonly within?: readonly StepId[]
}

/** The rights in force now; undefined in the lobby and after the end. */
export const findRegime = (session: Session): Regime | undefined => {
  const { position, locked } = session
  const stop = findStop(session)
  if (!stop) return undefined
  const named = position.state === 'live' ? position.named : undefined
  const input = methodOf(stop.step.kind).input(stop.step.settings)
  const within = input === 'all' || input.length === 0 ? undefined : [stop.step.id, ...input]
  return {
    step: stop.step.id,
    phase: stop.phase.key,
    names: stop.step.names,
    policies: stop.phase.policies,
    locked,
    ...(named && { named }),
    ...(within && { within }),
  }
}

/** Whether a seat has the right of `some`: those who lead always, others when they are named. */
export const isOfSome = ({ named }: Regime, seat: Seat): boolean => leads(seat) || named?.includes(seat.id) === true

/** Whether an item may be placed at all: where a step works on the items of certain steps, no others. */
export const isWithin = ({ within }: Regime, step: StepId | undefined): boolean =>
  !within || (step !== undefined && within.includes(step))

/**
 * The rights that are honoured at `now`: those in force, and those that a move or a lock replaced no longer than the
 * grace ago, since what was sent under them may still be under way. The present ones come first.
 */
export const listRegimes = (session: Session, now: number): readonly Regime[] => {
  const present = findRegime(session)
  const honoured: Regime[] = present ? [present] : []
  for (let grace = session.grace; grace && now < grace.until; grace = grace.former) honoured.push(grace)
  return honoured
}

/** How many changes within one grace are honoured: enough for a person who presses, locks and corrects. */
const DEEPEST = 4

/** The grace that a change of rights at `now` leaves for those in force until now. */
export const leaveGrace = (session: Session, now: number): Grace | undefined => {
  const present = findRegime(session)
  const honoured = session.grace && pruneGrace(session.grace, now, DEEPEST - 1)
  if (!present) return honoured
  return { ...present, until: now + LIMITS.graceMs, ...(honoured && { former: honoured }) }
}

const pruneGrace = (grace: Grace, now: number, depth: number): Grace | undefined => {
  if (now >= grace.until || depth === 0) return undefined
  const former = grace.former && pruneGrace(grace.former, now, depth - 1)
  return { ...omit(grace, 'former'), ...(former && { former }) }
}

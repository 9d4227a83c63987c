import { type Refusal, type Result, type SeatId, type StepId, fail, ok, refusal } from '../kernel/index.ts'
import {
  type Action,
  type ActionId,
  type DecideWork,
  type OpenAction,
  listOpenActions,
  reviewAction,
} from '../methods/decide/index.ts'
import type { WhyTree } from '../methods/five-whys/index.ts'
import { findSeat } from './rights.ts'
import type { Session } from './session.ts'
import { withWork, workOf } from './work.ts'

/** A step that decided, with what it came to. */
interface DecidedStep {
  readonly step: StepId
  readonly work: DecideWork
}

/** What each step of a session that decides has come to, in the order of the agenda. */
export const listDecided = (session: Session): readonly DecidedStep[] =>
  session.agenda.flatMap(({ id, kind }) => {
    const work = kind === 'decide' ? workOf(session, id) : undefined
    return work === undefined ? [] : [{ step: id, work: work as DecideWork }]
  })

/** The trees of a session's runs of Five Whys, in the order of the agenda. */
export const listTrees = (session: Session): readonly WhyTree[] =>
  session.agenda.flatMap(({ id, kind }) => {
    const work = kind === 'five-whys' ? workOf(session, id) : undefined
    return work === undefined ? [] : [work as WhyTree]
  })

/** The step in which an action was agreed; undefined for what is none. */
export const findAction = (session: Session, id: ActionId): (DecidedStep & { readonly action: Action }) | undefined => {
  for (const decided of listDecided(session)) {
    const action = decided.work.actions.find((candidate) => candidate.id === id)
    if (action) return { ...decided, action }
  }
  return undefined
}

/** What a person is called who has a seat, or had one and was not forgotten. */
const nameIn =
  (session: Session) =>
  (seat: SeatId): string | undefined =>
    findSeat(session, seat)?.name

/** The actions that are open after some sessions, given in the order in which they took place. */
export const openActionsOf = (sessions: readonly Session[]): readonly OpenAction[] =>
  listOpenActions(
    sessions.flatMap((session) =>
      listDecided(session).map(({ work }) => ({
        session: session.id,
        title: session.title,
        nameOf: nameIn(session),
        work,
      })),
    ),
  )

/** What is said of an action once it was tried. */
export interface Report {
  readonly state: Exclude<Action['state'], 'carried'>
  readonly outcome: NonNullable<Action['reviewed']>['outcome']
  readonly what: string
}

/** The session with what is said of one of its actions. Refuses with `unknown`. */
export const reportOn = (session: Session, id: ActionId, report: Report, now: number): Result<Session, Refusal> => {
  const found = findAction(session, id)
  if (!found) return fail(refusal('unknown'))
  const { state, outcome, what } = report
  const actions = found.work.actions.map((action) =>
    action.id === id ? reviewAction(action, state, { outcome, what, at: now }) : action,
  )
  return ok(withWork(session, found.step, { ...found.work, actions }))
}

import { fail, ok, refusal } from '../../kernel/index.ts'
import { keepsClock } from '../keeping.ts'
import { advance as goOn, moveBack, moveTo, moveToEnd, objectionToAdvance } from '../move.ts'
import { findNext, findNextStep, findPrevious } from '../plan.ts'
import { leads } from '../rights.ts'
import type { Seat, Session } from '../session.ts'
import { BEFORE_END, LIVE, WHENEVER, decided, defineCommand } from './command.ts'

const nowhere = refusal('wrong-phase', { press: 'end' })

/** Leaves the lobby for the first phase of the first step. */
export const start = defineCommand({
  type: 'start',
  fields: {},
  during: ['lobby'],
  may: (_session, seat) => leads(seat),
  objection: (session) => (findNext(session) ? undefined : nowhere),
  decide: (session, _command, seat, circumstances) => {
    const first = findNext(session)
    return first ? ok(decided(moveTo(session, first, 'done', circumstances, seat.id))) : fail(nowhere)
  },
})

/** Whether a keeper of the clock may go on: anywhere but to where results are shown. */
const mayGoOn = (session: Session, seat: Seat): boolean =>
  keepsClock(session, seat) && findNext(session)?.phase.begins !== 'results'

/** Goes to the next phase, or to the next step. Where that releases something it must be armed, and then means "now". */
export const advance = defineCommand({
  type: 'advance',
  fields: {},
  during: LIVE,
  may: (session, seat) => leads(seat) || mayGoOn(session, seat),
  objection: objectionToAdvance,
  decide: (session, _command, seat, circumstances) => {
    const objection = objectionToAdvance(session)
    const decision = objection ? undefined : goOn(session, circumstances, seat.id)
    return decision ? ok(decision) : fail(objection ?? nowhere)
  },
})

/** Goes to the phase before, also across steps. Deletes nothing and hides nothing. */
export const back = defineCommand({
  type: 'back',
  fields: {},
  during: LIVE,
  may: (_session, seat) => leads(seat),
  objection: (session) => (findPrevious(session) ? undefined : refusal('wrong-phase')),
  decide: (session, _command, seat, circumstances) => {
    const before = findPrevious(session)
    return before
      ? ok(decided(moveTo(session, before, 'planned', circumstances, seat.id)))
      : fail(refusal('wrong-phase'))
  },
})

const findBehindLive = (session: Session) =>
  findNextStep(
    session,
    session.agenda.findIndex(({ state }) => state === 'live'),
  )

/** Leaves the live step for the next one, whatever phases are left. */
export const skip = defineCommand({
  type: 'skip',
  fields: {},
  during: LIVE,
  may: (_session, seat) => leads(seat),
  objection: (session) => (findBehindLive(session) ? undefined : nowhere),
  decide: (session, _command, seat, circumstances) => {
    const next = findBehindLive(session)
    return next ? ok(decided(moveTo(session, next, 'skipped', circumstances, seat.id))) : fail(nowhere)
  },
})

/** Ends the session. */
export const end = defineCommand({
  type: 'end',
  fields: {},
  during: BEFORE_END,
  may: (_session, seat) => leads(seat),
  decide: (session, _command, seat, { now }) => ok(decided(moveToEnd(session, now, seat.id))),
})

/**
 * Takes back the last press that only moved, for 10 seconds. A release cannot be taken back. Whoever keeps the clock takes
 * back their own presses.
 */
export const undo = defineCommand({
  type: 'undo',
  fields: {},
  during: WHENEVER,
  may: (session, seat) => leads(seat) || (keepsClock(session, seat) && session.undoable?.by === seat.id),
  objection: (session) => (session.undoable ? undefined : refusal('wrong-phase')),
  decide: (session, _command, _seat, { now }) => {
    const before = moveBack(session, now)
    return before ? ok(decided(before)) : fail(refusal('wrong-phase'))
  },
})

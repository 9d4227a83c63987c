import * as v from 'valibot'
import { type Refusal, fail, ok, refusal } from '../../kernel/index.ts'
import { keepsClock, mayKeepClock, offerClock } from '../keeping.ts'
import type { Seat, Session } from '../session.ts'
import { LIVE, decided, defineCommand } from './command.ts'

const objectToTaking = (session: Session, seat: Seat): Refusal | undefined => {
  if (!session.keeping) return refusal('wrong-phase')
  return session.keeping.keeper === undefined || keepsClock(session, seat) ? undefined : refusal('closed')
}

/**
 * Takes the clock while nobody who leads is here, or with `taken: false` lays it down for somebody else. Whoever keeps it
 * moves the session on, sets the clock and says a line to all, until somebody who leads is back; their role stays.
 */
export const takeClock = defineCommand({
  type: 'take-clock',
  fields: { taken: v.optional(v.boolean(), true) },
  during: LIVE,
  may: (_session, seat) => mayKeepClock(seat),
  objection: objectToTaking,
  decide: (session, { taken }, seat) => {
    const objection = objectToTaking(session, seat)
    if (objection) return fail(objection)
    if (taken) return ok(decided(keepsClock(session, seat) ? session : { ...session, keeping: { keeper: seat.id } }))
    return ok(decided(keepsClock(session, seat) ? offerClock(session) : session))
  },
})

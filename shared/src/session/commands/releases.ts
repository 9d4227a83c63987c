import * as v from 'valibot'
import { fail, ok, refusal } from '../../kernel/index.ts'
import { type Release, RELEASES } from '../../methods/index.ts'
import { keepsClock, runsClock } from '../keeping.ts'
import { armMs, disarm, hold } from '../move.ts'
import { findNext } from '../plan.ts'
import { leads } from '../rights.ts'
import type { Session } from '../session.ts'
import { objectToLeaving } from '../work.ts'
import { LIVE, decided, defineCommand } from './command.ts'

const findRelease = (session: Session): Release | undefined => findNext(session)?.phase.begins

/**
 * Announces the release that the next phase begins with: in 5 seconds it happens, unless somebody cancels. Results are
 * shown by those who lead alone.
 */
export const arm = defineCommand({
  type: 'arm',
  fields: { press: v.optional(v.picklist(RELEASES)) },
  during: LIVE,
  may: (session, seat) => leads(seat) || (keepsClock(session, seat) && findRelease(session) !== 'results'),
  objection: (session) => objectToLeaving(session) ?? (findRelease(session) ? undefined : refusal('wrong-phase')),
  decide: (session, { press: wanted }, seat, { now }) => {
    const { position } = session
    const gate = objectToLeaving(session)
    if (gate) return fail(gate)
    const press = findRelease(session)
    if (position.state !== 'live' || !press || (wanted && wanted !== press)) return fail(refusal('wrong-phase'))
    // Two who press at once mean the same press; the second does not delay it.
    if (position.armed) return ok(decided(session))
    return ok(decided({ ...session, position: { ...position, armed: { press, at: now + armMs(press), by: seat.id } } }))
  },
})

/** Takes an announced release back before it happens. */
export const cancel = defineCommand({
  type: 'cancel',
  fields: {},
  during: LIVE,
  may: runsClock,
  objection: ({ position }) => (position.state === 'live' && position.armed ? undefined : refusal('wrong-phase')),
  decide: (session, _command, _seat, { now }) => {
    const position = disarm(session.position)
    if (position === session.position) return fail(refusal('wrong-phase'))
    return ok(decided({ ...session, position: hold(position, session.agenda, now) }))
  },
})

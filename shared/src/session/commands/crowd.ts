import * as v from 'valibot'
import { LIMITS, anId, fail, ok, omit, refusal } from '../../kernel/index.ts'
import { leaveGrace } from '../regime.ts'
import { findSeat, isParticipating, leads } from '../rights.ts'
import { LIVE, decided, defineCommand } from './command.ts'
import { wrongPhase } from './objection.ts'

/**
 * Names the people who make the groups in a large room, in the place of those who were named so far. For participants who
 * are at the session: those who lead have the right anyway.
 */
export const nameSome = defineCommand({
  type: 'name-some',
  fields: { seats: v.pipe(v.array(anId<'seat'>()), v.minLength(1), v.maxLength(LIMITS.namedAtMost), v.readonly()) },
  during: LIVE,
  may: (_session, seat) => leads(seat),
  objection: ({ position }) => (position.state === 'live' && position.named ? undefined : wrongPhase),
  decide: (session, { seats }, _seat, { now }) => {
    const { position } = session
    if (position.state !== 'live' || !position.named) return fail(wrongPhase)
    if (seats.some((id) => !findSeat(session, id))) return fail(refusal('unknown'))
    if (!seats.every((id) => isParticipating(findSeat(session, id))))
      return fail(refusal('bad-input', { path: 'seats' }))
    const grace = leaveGrace(session, now)
    const named = [...new Set(seats)]
    return ok(decided({ ...omit(session, 'grace'), position: { ...position, named }, ...(grace && { grace }) }))
  },
})

import * as v from 'valibot'
import { LIMITS, type Refusal, type Result, type SeatId, anId, fail, ok, omit, refusal } from '../../kernel/index.ts'
import { hasRoom } from '../capacity.ts'
import { newCode } from '../code.ts'
import { SECRET_BYTES } from '../create.ts'
import { admitAll, letIn } from '../line.ts'
import { uniqueName } from '../name.ts'
import { dropMarks, findSeat, leads } from '../rights.ts'
import { makeSecret } from '../secret.ts'
import { INVITES, type Seat, type Session } from '../session.ts'
import { withSeat } from '../with-seat.ts'
import { BEFORE_END, WHENEVER, decided, defineCommand } from './command.ts'
import { mayManage } from './people.ts'

/** A seat in one of some states, or why not. */
const findIn = (session: Session, id: SeatId, ...states: readonly Seat['state'][]): Result<Seat, Refusal> => {
  const seat = findSeat(session, id)
  if (!seat) return fail(refusal('unknown'))
  return states.includes(seat.state) ? ok(seat) : fail(refusal('wrong-phase', { state: seat.state }))
}

/** Lets in somebody who waits at the door. */
export const admit = defineCommand({
  type: 'admit',
  fields: { seat: anId<'seat'>() },
  during: BEFORE_END,
  may: (_session, seat) => leads(seat),
  decide: (session, { seat: id }) => {
    const found = findIn(session, id, 'waiting')
    if (!found.ok) return found
    if (!hasRoom(session, found.value.role)) return fail(refusal('full'))
    return ok(decided(letIn(session, found.value)))
  },
})

/**
 * Lets in all of some who wait at the door, in the order in which they came, as far as there are places. For whom there is
 * none they wait in line, and go in by themselves. Who went away meanwhile is passed over.
 */
export const admitMany = defineCommand({
  type: 'admit-all',
  fields: { seats: v.pipe(v.array(anId<'seat'>()), v.minLength(1), v.maxLength(LIMITS.waiting), v.readonly()) },
  during: BEFORE_END,
  may: (_session, seat) => leads(seat),
  decide: (session, { seats }) => ok(decided(admitAll(session, seats))),
})

/** Turns away somebody who waits at the door, or who asked to come back. */
export const refuse = defineCommand({
  type: 'refuse',
  fields: { seat: anId<'seat'>() },
  during: WHENEVER,
  may: (_session, seat) => leads(seat),
  decide: (session, { seat: id }) => {
    const found = findIn(session, id, 'waiting', 'removed')
    if (!found.ok) return found
    const seat = found.value
    if (seat.state === 'waiting') return ok(decided(withSeat(session, { ...omit(seat, 'admitted'), state: 'refused' })))
    if (seat.askedBack !== 'open') return fail(refusal('wrong-phase', { state: seat.state }))
    return ok(decided(withSeat(session, { ...seat, askedBack: 'declined' })))
  },
})

/** Takes a seat away. What its person shared stays; the seat can be restored. Nobody removes the facilitator, nor themselves. */
export const remove = defineCommand({
  type: 'remove',
  fields: { seat: anId<'seat'>() },
  during: WHENEVER,
  may: (session, seat, command) => mayManage(session, seat, command) && command?.seat !== seat.id,
  decide: (session, { seat: id }) => {
    const found = findIn(session, id, 'seated', 'waiting', 'parked')
    if (!found.ok) return found
    return ok(decided(withSeat(dropMarks(session, id), { ...omit(found.value, 'admitted'), state: 'removed' })))
  },
})

/** Asks, once, to be let back in after having been removed. Those who lead answer with `restore` or `refuse`. */
export const askBack = defineCommand({
  type: 'ask-back',
  fields: {},
  during: BEFORE_END,
  from: ['removed'],
  may: (_session, seat) => seat.role !== 'screen',
  objection: (_session, seat) => (seat.askedBack ? refusal('duplicate') : undefined),
  decide: (session, _command, seat) =>
    seat.askedBack ? fail(refusal('duplicate')) : ok(decided(withSeat(session, { ...seat, askedBack: 'open' }))),
})

/** Gives a removed or refused person their seat again. */
export const restore = defineCommand({
  type: 'restore',
  fields: { seat: anId<'seat'>() },
  during: WHENEVER,
  may: mayManage,
  decide: (session, { seat: id }) => {
    const found = findIn(session, id, 'removed', 'refused')
    if (!found.ok) return found
    const seat = found.value
    if (!hasRoom(session, seat.role)) return fail(refusal('full'))
    const name = seat.name && uniqueName(session, seat.name, id)
    return ok(decided(withSeat(session, { ...omit(seat, 'askedBack'), name, state: 'seated' })))
  },
})

/** Makes a new secret for a link, or a new code; the old one lets nobody in any more. The facilitator's own is theirs to renew. */
export const renewLink = defineCommand({
  type: 'renew-link',
  fields: { invite: v.picklist([...INVITES, 'code']) },
  during: WHENEVER,
  may: (_session, seat, command) => (command?.invite === 'facilitator' ? seat.role === 'facilitator' : leads(seat)),
  decide: (session, { invite }, _seat, { newId, random }) =>
    ok(
      decided(
        invite === 'code'
          ? { ...session, code: newCode(random) }
          : { ...session, links: { ...session.links, [invite]: makeSecret(newId, SECRET_BYTES[invite]) } },
      ),
    ),
})

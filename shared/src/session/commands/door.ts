import * as v from 'valibot'
import { type Refusal, type Result, type SeatId, fail, ok, refusal } from '../../kernel/index.ts'
import { hasRoom, hasRoomAtDoor } from '../capacity.ts'
import { newCode } from '../code.ts'
import { SECRET_BYTES } from '../create.ts'
import { anId } from '../fields.ts'
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
    return ok(decided(withSeat(session, { ...found.value, state: 'seated' })))
  },
})

/** Turns away somebody who waits at the door. */
export const refuse = defineCommand({
  type: 'refuse',
  fields: { seat: anId<'seat'>() },
  during: WHENEVER,
  may: (_session, seat) => leads(seat),
  decide: (session, { seat: id }) => {
    const found = findIn(session, id, 'waiting')
    return found.ok ? ok(decided(withSeat(session, { ...found.value, state: 'refused' }))) : found
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
    return found.ok ? ok(decided(withSeat(dropMarks(session, id), { ...found.value, state: 'removed' }))) : found
  },
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
    return ok(decided(withSeat(session, { ...seat, name, state: 'seated' })))
  },
})

/** Asks to be let in again after one was removed, once: whoever leads is asked at the door, as for anybody new. */
export const askBack = defineCommand({
  type: 'ask-back',
  fields: {},
  during: BEFORE_END,
  from: ['removed'],
  may: (_session, seat) => !seat.askedBack && seat.role !== 'screen',
  decide: (session, _command, seat) => {
    if (!hasRoomAtDoor(session)) return fail(refusal('full'))
    const name = seat.name && uniqueName(session, seat.name, seat.id)
    return ok(decided(withSeat(session, { ...seat, name, state: 'waiting', askedBack: true })))
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

import * as v from 'valibot'
import {
  LIMITS,
  type Refusal,
  type Result,
  type SeatId,
  aLine,
  anId,
  fail,
  ok,
  omit,
  refusal,
} from '../../kernel/index.ts'
import { hasRoom } from '../capacity.ts'
import { SECRET_BYTES } from '../create.ts'
import { Name } from '../fields.ts'
import { parkSeat } from '../join.ts'
import { uniqueName } from '../name.ts'
import { dropMarks, findSeat, leads, takesPart } from '../rights.ts'
import { makeSecret } from '../secret.ts'
import { FLAGS, SIDES, type Seat, type Session } from '../session.ts'
import { withSeat } from '../with-seat.ts'
import { BEFORE_END, WHENEVER, decided, defineCommand } from './command.ts'

type AboutSeat = { readonly seat: SeatId }

/**
 * Whether a seat may change another: the facilitator may, co-facilitators only where the other does not lead. A seat
 * that does not exist is no matter of rights; `decide` says `unknown`.
 */
export const mayManage = (session: Session, seat: Seat, command?: AboutSeat): boolean => {
  if (!leads(seat)) return false
  const other = command && findSeat(session, command.seat)
  return !other || seat.role === 'facilitator' || !leads(other)
}

/** A seat that somebody holds now, or why there is none. */
export const findHeld = (session: Session, id: SeatId): Result<Seat, Refusal> => {
  const seat = findSeat(session, id)
  if (!seat) return fail(refusal('unknown'))
  return seat.state === 'seated' || seat.state === 'parked'
    ? ok(seat)
    : fail(refusal('wrong-phase', { state: seat.state }))
}

/** Gives a seat another name: one's own, which all are told, or a facilitator anybody's. A taken name gets a number. */
export const rename = defineCommand({
  type: 'rename',
  fields: { seat: anId<'seat'>(), name: Name },
  during: BEFORE_END,
  may: (session, seat, command) => {
    if (seat.role === 'screen') return false
    return !command || command.seat === seat.id || mayManage(session, seat, command)
  },
  decide: (session, { seat: id, name }, self) => {
    const seat = findSeat(session, id)
    if (!seat) return fail(refusal('unknown'))
    const { name: was } = seat
    const renamed = { ...seat, name: uniqueName(session, name, id) }
    const decision = decided(withSeat(session, renamed))
    // Said to all, so that nobody passes for somebody else; what a facilitator puts right needs no word.
    const isAnnounced = self.id === id && seat.state === 'seated' && renamed.name !== was
    return ok(
      isAnnounced
        ? { ...decision, notice: { code: 'renamed', details: { seat: id, was, name: renamed.name } } }
        : decision,
    )
  },
})

/** Makes somebody a co-facilitator, participant or observer. Only the facilitator takes the lead from anybody but themselves. */
export const setRole = defineCommand({
  type: 'set-role',
  fields: { seat: anId<'seat'>(), role: v.picklist(['co-facilitator', 'participant', 'observer']) },
  during: BEFORE_END,
  may: (session, seat, command) => {
    if (!command) return leads(seat)
    // The lead is handed over, never just laid down: there is always one facilitator.
    if (findSeat(session, command.seat)?.role === 'facilitator') return false
    return mayManage(session, seat, command) || (leads(seat) && command.seat === seat.id)
  },
  decide: (session, { seat: id, role }) => {
    const found = findHeld(session, id)
    if (!found.ok) return found
    const seat = found.value
    if (seat.role === role) return ok(decided(session))
    if (seat.role === 'screen') return fail(refusal('bad-input', { path: 'seat' }))
    if (seat.state === 'seated' && !hasRoom(session, role)) return fail(refusal('full'))
    const changed = { ...seat, role, flags: role === 'observer' ? [] : seat.flags }
    return ok(decided(withSeat(role === 'observer' ? dropMarks(session, id) : session, changed)))
  },
})

/** Gives or takes a flag. There is one decider: giving the flag takes it from whoever had it. */
export const setFlag = defineCommand({
  type: 'set-flag',
  fields: { seat: anId<'seat'>(), flag: v.picklist(FLAGS), on: v.boolean() },
  during: BEFORE_END,
  may: (_session, seat) => leads(seat),
  decide: (session, { seat: id, flag, on }) => {
    const found = findHeld(session, id)
    if (!found.ok) return found
    if (!takesPart(found.value)) return fail(refusal('bad-input', { path: 'seat' }))
    const without = (seat: Seat): Seat => ({ ...seat, flags: seat.flags.filter((other) => other !== flag) })
    let next = session
    if (on && flag === 'decider') {
      for (const seat of Object.values(session.seats))
        if (seat.flags.includes(flag)) next = withSeat(next, without(seat))
    }
    const bare = without(found.value)
    return ok(decided(withSeat(next, on ? { ...bare, flags: [...bare.flags, flag] } : bare)))
  },
})

/** Says whose side somebody is on. */
export const setSide = defineCommand({
  type: 'set-side',
  fields: { seat: anId<'seat'>(), side: v.picklist(SIDES) },
  during: BEFORE_END,
  may: mayManage,
  decide: (session, { seat: id, side }) => {
    const seat = findSeat(session, id)
    return seat ? ok(decided(withSeat(session, { ...seat, side }))) : fail(refusal('unknown'))
  },
})

const label = v.optional(v.union([v.literal(''), aLine(LIMITS.labelCharacters)]))

/** Says in which department somebody works and in which place they sit; an empty text takes it away. */
export const moveSeat = defineCommand({
  type: 'move-seat',
  fields: { seat: anId<'seat'>(), department: label, place: label },
  during: BEFORE_END,
  may: (session, seat, command) => {
    if (seat.role === 'screen') return false
    return !command || command.seat === seat.id || mayManage(session, seat, command)
  },
  decide: (session, { seat: id, department, place }) => {
    const found = findHeld(session, id)
    if (!found.ok) return found
    if (department === undefined && place === undefined) return fail(refusal('bad-input', { path: 'place' }))
    const seat = found.value
    const next = { department: department ?? seat.department, place: place ?? seat.place }
    return ok(
      decided(
        withSeat(session, {
          ...omit(seat, 'department', 'place'),
          ...(next.department && { department: next.department }),
          ...(next.place && { place: next.place }),
        }),
      ),
    )
  },
})

/**
 * Makes somebody else the facilitator; whoever was becomes a co-facilitator. The facilitator's link is renewed, since
 * the former one knows it.
 */
export const handOver = defineCommand({
  type: 'hand-over',
  fields: { seat: anId<'seat'>() },
  during: WHENEVER,
  may: (_session, seat) => seat.role === 'facilitator',
  decide: (session, { seat: id }, self, { newId }) => {
    const found = findHeld(session, id)
    if (!found.ok) return found
    const next = found.value
    if (next.state !== 'seated') return fail(refusal('wrong-phase', { state: next.state }))
    if (!takesPart(next)) return fail(refusal('bad-input', { path: 'seat' }))
    if (next.id === self.id) return ok(decided(session))
    const links = { ...session.links, facilitator: makeSecret(newId, SECRET_BYTES.facilitator) }
    const former = withSeat({ ...session, links }, { ...self, role: 'co-facilitator' })
    return ok(decided(withSeat(former, { ...next, role: 'facilitator' })))
  },
})

/** Leaves the session. Items, drafts and name stay; the same browser may come back. The facilitator hands over first. */
export const leave = defineCommand({
  type: 'leave',
  fields: {},
  during: WHENEVER,
  from: ['seated', 'waiting'],
  may: (_session, seat) => seat.role !== 'facilitator',
  decide: (session, _command, seat) => ok(decided(parkSeat(session, seat.id))),
})

import type { SeatId } from '../../kernel/index.ts'
import { COMMANDS, can } from '../commands/index.ts'
import { decidesHere } from '../decider.ts'
import { listLeases } from '../leases.ts'
import { placeInLine } from '../line.ts'
import { findStop } from '../plan.ts'
import { findTurn } from '../reading.ts'
import { findSeat, leads } from '../rights.ts'
import type { Seat, Session } from '../session.ts'
import { workOf, workingsOf } from '../work.ts'
import type { MePart } from './view.ts'

/** What a person knows of themselves, and which commands they could give now. Throws for a seat that does not exist. */
export const mePart = (session: Session, id: SeatId): MePart => {
  const seat = findSeat(session, id)
  if (!seat) throw new Error('no such seat')
  const reading = findTurn(session, seat)
  const line = placeInLine(session, seat)
  const lease = listLeases(session).find((held) => held.seat === id)
  const allowed = COMMANDS.filter(({ type }) => can(session, id, type))
  const work = ownWork(session, seat)
  return {
    seat: seat.id,
    name: seat.name,
    colour: seat.colour,
    role: seat.role,
    side: seat.side,
    flags: seat.flags,
    state: seat.state,
    ...(seat.department !== undefined && { department: seat.department }),
    ...(seat.place !== undefined && { place: seat.place }),
    ...(line !== undefined && { line }),
    ...(seat.consentedAt !== undefined && { consentedAt: seat.consentedAt }),
    can: Object.fromEntries(allowed.map(({ type }) => [type, true as const])),
    marks: session.marks.filter((mark) => mark.seat === id),
    ...(reading && { reading }),
    ...(seat.claim && { claim: seat.claim }),
    ...(lease && { dealt: { item: lease.item, until: lease.until } }),
    ...(work !== undefined && { work }),
  }
}

/** What a device that shows a screen knows of the seat it sits on. Throws for a seat that does not exist. */
export const mePartAsScreen = (session: Session, id: SeatId): MePart => {
  const { seat, colour, side, state } = mePart(session, id)
  return { seat, name: '', colour, role: 'screen', side, flags: [], state, can: {}, marks: [] }
}

/** What the method of the live step tells one person alone. */
const ownWork = (session: Session, seat: Seat): unknown => {
  const stop = findStop(session)
  const state = stop && seat.state === 'seated' ? workOf(session, stop.step.id) : undefined
  if (!stop || state === undefined) return undefined
  const viewer = { leads: leads(seat), decides: decidesHere(session, seat), phase: stop.phase.key }
  return workingsOf(stop.step)?.mine?.(state, stop.step.settings, seat.id, viewer)
}

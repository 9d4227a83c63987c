import type * as v from 'valibot'
import { type Refusal, type Result, type SeatId, fail, ok, refusal } from '../../kernel/index.ts'
import type { Circumstances } from '../circumstances.ts'
import type { Decision, Envelope } from '../decision.ts'
import { followEntry, objectToMove } from '../entry.ts'
import { linkInspirations } from '../inspirations.ts'
import { seatLine } from '../line.ts'
import { findSeat, findSeated } from '../rights.ts'
import type { Seat, Session } from '../session.ts'
import { dropSpotlight } from '../spotlight.ts'
import { type CommandDefinition, SEATED } from './command.ts'
import { COMMANDS, type Command, type CommandType } from './commands.ts'

type AnyDefinition = CommandDefinition<CommandType, v.ObjectEntries>

// Each gets its own command only, which the type of the command says.
const DEFINITIONS: ReadonlyMap<CommandType, AnyDefinition> = new Map(
  COMMANDS.map((definition) => [definition.type, definition]),
)

const definitionOf = (type: CommandType): AnyDefinition => {
  const definition = DEFINITIONS.get(type)
  if (!definition) throw new Error(`unknown command: ${type}`)
  return definition
}

/** Whether a seat could give a command of a type now: what buttons show. A very one may still be refused. */
export const can = (session: Session, seat: SeatId, type: CommandType): boolean => {
  const definition = definitionOf(type)
  const found = findActing(session, seat, definition)
  return (
    found.ok &&
    definition.during.includes(session.position.state) &&
    definition.may(session, found.value) &&
    !definition.objection?.(session, found.value)
  )
}

/**
 * What follows from a command, or why not. Pure: the clock, chance and documents come in as circumstances, the next
 * session and what is to be written go out; a refused command leaves everything as it was.
 *
 * Refuses with `not-seated` or `removed` by the seat, `not-allowed` by its role, `ended` or `wrong-phase` by the state of
 * the session, `stale-phase` when the person was elsewhere, and with what the command itself objects.
 */
export const decide = (
  session: Session,
  command: Command & Partial<Envelope>,
  seat: SeatId,
  circumstances: Circumstances,
): Result<Decision, Refusal> => {
  const definition = definitionOf(command.type)
  const found = findActing(session, seat, definition)
  if (!found.ok) return found
  if (!definition.may(session, found.value, command)) return fail(refusal('not-allowed'))
  const { position } = session
  if (!definition.during.includes(position.state)) {
    return fail(position.state === 'ended' ? refusal('ended') : refusal('wrong-phase'))
  }
  if (command.expected && !isAt(session, command.expected)) {
    return fail(refusal('stale-phase', { epoch: position.epoch }))
  }
  const decision = definition.decide(session, command, found.value, circumstances)
  if (!decision.ok) return decision
  const objection = objectToMove(decision.value.session, session)
  if (objection) return fail(objection)
  return ok(settle(linkInspirations(followEntry(decision.value, session, circumstances), circumstances)))
}

/** What every decision may bring about: a place is free for whoever waits in line, the item in the spotlight is gone. */
const settle = (decision: Decision): Decision => {
  const session = dropSpotlight(seatLine(decision.session), decision.writes)
  return session === decision.session ? decision : { ...decision, session }
}

const findActing = (session: Session, id: SeatId, { from = SEATED }: AnyDefinition): Result<Seat, Refusal> => {
  const seat = findSeat(session, id)
  return seat && from.includes(seat.state) ? { ok: true, value: seat } : asRefused(findSeated(session, id))
}

// A seated person who is not among those who may act, should a command ever say so.
const asRefused = (found: Result<Seat, Refusal>): Result<Seat, Refusal> =>
  found.ok ? fail(refusal('not-allowed')) : found

const isAt = ({ position }: Session, { step, epoch }: NonNullable<Envelope['expected']>): boolean =>
  position.epoch === epoch && (step === undefined || (position.state === 'live' && position.step === step))

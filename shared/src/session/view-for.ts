import { LIMITS, type SeatId } from '../kernel/index.ts'
import { methodOf } from '../methods/index.ts'
import { COMMANDS, can } from './commands/index.ts'
import { listLeases } from './leases.ts'
import { findStop, planOf } from './plan.ts'
import { findTurn } from './reading.ts'
import { findSeat, isWelcome, listSeats, takesPart } from './rights.ts'
import type { Invite, Mark, Seat, Session, Step } from './session.ts'
import type { Counts, MePart, Person, SessionPart, StepPart, Surroundings, View } from './view.ts'

/**
 * Who sees the same, so that the server makes each part once for all of them.
 *
 * `facilitator` sees every link, `co-facilitators` all but the facilitator's; `seated` people see the code, `guests`
 * (clients and observers) do not; `waiting` are all who are not seated.
 */
export type Audience = 'facilitator' | 'co-facilitators' | 'seated' | 'guests' | 'waiting'

/** Whom a seat sees the session with. */
export const audienceOf = (session: Session, id: SeatId): Audience => {
  const seat = findSeat(session, id)
  if (seat?.state !== 'seated') return 'waiting'
  switch (seat.role) {
    case 'facilitator':
      return 'facilitator'
    case 'co-facilitator':
      return 'co-facilitators'
    case 'participant':
      return seat.side === 'client' ? 'guests' : 'seated'
    case 'screen':
      return 'seated'
    case 'observer':
      return 'guests'
  }
}

const isLeading = (audience: Audience): boolean => audience === 'facilitator' || audience === 'co-facilitators'

/** The only thing of a session that leaves the server, as one seat may see it. Throws for a seat that does not exist. */
export const viewFor = (session: Session, seat: SeatId, surroundings: Surroundings): View => {
  const audience = audienceOf(session, seat)
  const step = stepPart(session, surroundings, audience)
  return {
    v: surroundings.version,
    session: sessionPart(session, audience),
    me: mePart(session, seat),
    people: peoplePart(session, surroundings, audience),
    ...(step && { step }),
    now: surroundings.now,
  }
}

/** The session, its agenda, and for those who may invite how. Who waits learns what the door says, and nothing else. */
export const sessionPart = (session: Session, audience: Audience): SessionPart => {
  const { id, title, language, position, settings, undoable } = session
  const isInside = audience !== 'waiting'
  const showsCode = isLeading(audience) || audience === 'seated'
  return {
    id,
    title,
    challenge: isInside ? session.challenge : { text: '' },
    language,
    state: position.state,
    agenda: isInside ? session.agenda.map(agendaEntry) : [],
    settings,
    ...(showsCode && { code: session.code }),
    ...(isLeading(audience) && { links: linksFor(session, audience) }),
    ...(isLeading(audience) && position.state === 'ended' && undoable && { undoUntil: undoable.until }),
  }
}

const linksFor = ({ links }: Session, audience: Audience): Partial<Record<Invite, string>> => {
  const { facilitator, ...others } = links
  return audience === 'facilitator' ? { ...others, facilitator } : others
}

const agendaEntry = (step: Step): SessionPart['agenda'][number] => ({
  id: step.id,
  kind: step.kind,
  ...(step.title !== undefined && { title: step.title }),
  minutes: planOf(step).reduce((sum, { minutes }) => sum + minutes, 0),
  state: step.state,
})

/** What a person knows of themselves, and which commands they could give now. Throws for a seat that does not exist. */
export const mePart = (session: Session, id: SeatId): MePart => {
  const seat = findSeat(session, id)
  if (!seat) throw new Error('no such seat')
  const reading = findTurn(session, seat)
  const lease = listLeases(session).find((held) => held.seat === id)
  const allowed = COMMANDS.filter(({ type }) => can(session, id, type))
  return {
    seat: seat.id,
    name: seat.name,
    colour: seat.colour,
    role: seat.role,
    side: seat.side,
    flags: seat.flags,
    state: seat.state,
    can: Object.fromEntries(allowed.map(({ type }) => [type, true as const])),
    marks: session.marks.filter((mark) => mark.seat === id),
    ...(reading && { reading }),
    ...(seat.claim && { claim: seat.claim }),
    ...(lease && { dealt: { item: lease.item, until: lease.until } }),
  }
}

/** Everyone at the session, in the order in which they came. Who waits, what people signalled and how they are doing is for facilitators. */
export const peoplePart = (session: Session, surroundings: Surroundings, audience: Audience): readonly Person[] => {
  if (audience === 'waiting') return []
  const shown = listSeats(session).filter(
    ({ state }) => state === 'seated' || (state === 'waiting' && isLeading(audience)),
  )
  const marks = Map.groupBy(session.marks, ({ seat }) => seat)
  return shown
    .toSorted((one, other) => one.joinedAt - other.joinedAt || (one.id < other.id ? -1 : 1))
    .map((seat) => ({
      ...personOf(seat, surroundings),
      ...(isLeading(audience) && inspect(session, seat, surroundings, marks.get(seat.id) ?? [])),
    }))
}

const personOf = (seat: Seat, { here }: Surroundings): Person => ({
  id: seat.id,
  name: seat.name,
  colour: seat.colour,
  role: seat.role,
  here: here.has(seat.id),
  ...(seat.side === 'client' && { side: seat.side }),
  ...(seat.flags.includes('host') && { host: true as const }),
  ...(seat.place !== undefined && { place: seat.place }),
})

/** What facilitators see of a person besides. */
const inspect = (
  session: Session,
  seat: Seat,
  surroundings: Surroundings,
  marks: readonly Mark[],
): Pick<Person, 'state' | 'returns' | 'claims' | 'status' | 'marks'> => {
  const status = seat.state === 'seated' ? statusOf(session, seat, surroundings, marks) : undefined
  return {
    ...(seat.state === 'waiting' && { state: 'waiting' as const }),
    ...(seat.state === 'waiting' && seat.askedBack && { returns: true as const }),
    ...(seat.state === 'seated' && seat.claim?.state === 'asked' && { claims: seat.claim.of }),
    ...(status && { status }),
    ...(marks.length > 0 && { marks: marks.map(({ type, item }) => ({ type, ...(item && { item }) })) }),
  }
}

const statusOf = (
  { position }: Session,
  seat: Seat,
  { now, here, activeAt }: Surroundings,
  marks: readonly Mark[],
): Person['status'] => {
  if (position.state !== 'live' || !takesPart(seat)) return undefined
  if (marks.some(({ type }) => type === 'ready')) return 'ready'
  const active = activeAt.get(seat.id)
  if (active !== undefined && now - active < LIMITS.stillWritingMs) return 'writing'
  const since = Math.max(active ?? 0, position.since, seat.joinedAt)
  return here.has(seat.id) && now - since >= LIMITS.quietPersonMs ? 'quiet' : undefined
}

/** Where everyone is; undefined in the lobby, after the end, and for those who wait. */
export const stepPart = (session: Session, surroundings: Surroundings, audience: Audience): StepPart | undefined => {
  const { position, undoable } = session
  const stop = findStop(session)
  if (audience === 'waiting' || position.state !== 'live' || !stop) return undefined
  const { step, phase } = stop
  return {
    id: step.id,
    kind: step.kind,
    ...(step.title !== undefined && { title: step.title }),
    ...(step.question !== undefined && { question: step.question }),
    phase: phase.key,
    phases: planOf(step).map(({ key, minutes, begins }) => ({ key, minutes, ...(begins && { begins }) })),
    epoch: position.epoch,
    names: step.names,
    policies: phase.policies,
    ...(position.named && { named: position.named }),
    locked: session.locked,
    clock: position.clock,
    ...(position.armed && { armed: position.armed }),
    ...(undoable && { undoUntil: undoable.until }),
    counts: countsOf(session, surroundings),
    data: methodOf(step.kind).shows(step.settings),
  }
}

const countsOf = (session: Session, { ready, here, published }: Surroundings): Counts => {
  // What a removed person wrote is not revealed, so it does not count either.
  const amounts = [...ready].flatMap(([id, amount]) => (amount > 0 && isWelcome(findSeat(session, id)) ? [amount] : []))
  const finished = new Set(session.marks.filter(({ type }) => type === 'ready').map(({ seat }) => seat))
  const participants = listSeats(session).filter(({ state, role }) => state === 'seated' && role === 'participant')
  return {
    ready: amounts.reduce((sum, amount) => sum + amount, 0),
    writers: amounts.length,
    finished: participants.filter(({ id }) => finished.has(id)).length,
    here: participants.filter(({ id }) => here.has(id)).length,
    published,
  }
}

import { type ItemId, LIMITS, type SeatId } from '../kernel/index.ts'
import { methodOf } from '../methods/index.ts'
import { COMMANDS, can } from './commands/index.ts'
import { listLeases } from './leases.ts'
import { inputOf } from './input.ts'
import { compareArrival, placeInLine } from './line.ts'
import { findNext, findPast, findStop, minutesOf, planOf } from './plan.ts'
import { findTurn } from './reading.ts'
import { findSeat, isWelcome, leads, listSeats, takesPart } from './rights.ts'
import type { Invite, Mark, MarkType, Seat, Session, Step } from './session.ts'
import { timingOf } from './timing.ts'
import type { Counts, MePart, Person, SessionPart, StepPart, StepPlan, Surroundings, View, WorkPart } from './view.ts'
import { decidesHere, findDecider, workOf, workingsOf } from './work.ts'

/**
 * Who sees the same, so that the server makes each part once for all of them.
 *
 * `facilitator` sees every link, `co-facilitators` all but the facilitator's; `seated` people see the code, `guests`
 * (clients and observers) do not; a `screen` shows the code, and nobody's name in a private phase; `waiting` are all who are
 * not seated.
 */
export type Audience = 'facilitator' | 'co-facilitators' | 'seated' | 'guests' | 'screen' | 'waiting'

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
      return 'screen'
    case 'observer':
      return 'guests'
  }
}

/** Whether the code is for them to hand on: those who came with the team. */
export const mayInvite = (audience: Audience): boolean =>
  isLeading(audience) || audience === 'seated' || audience === 'screen'

const isLeading = (audience: Audience): boolean => audience === 'facilitator' || audience === 'co-facilitators'

/** The only thing of a session that leaves the server, as one seat may see it. Throws for a seat that does not exist. */
export const viewFor = (session: Session, seat: SeatId, surroundings: Surroundings): View => {
  const audience = audienceOf(session, seat)
  const step = stepPart(session, surroundings, audience)
  const work = workPart(session, audience)
  return {
    v: surroundings.version,
    session: sessionPart(session, audience),
    me: mePart(session, seat),
    people: peoplePart(session, surroundings, audience),
    ...(work && { work }),
    ...(step && { step }),
    now: surroundings.now,
  }
}

/** What a screen shows, for a device that sits on the seat of somebody who leads: it can do nothing, and says nothing of them. */
export const viewAsScreen = (session: Session, id: SeatId, surroundings: Surroundings): View => {
  const step = stepPart(session, surroundings, 'screen')
  const work = workPart(session, 'screen')
  return {
    v: surroundings.version,
    session: sessionPart(session, 'screen'),
    me: mePartAsScreen(session, id),
    people: peoplePart(session, surroundings, 'screen'),
    ...(work && { work }),
    ...(step && { step }),
    now: surroundings.now,
  }
}

/** What a device that shows a screen knows of the seat it sits on. Throws for a seat that does not exist. */
export const mePartAsScreen = (session: Session, id: SeatId): MePart => {
  const { seat, colour, side, state } = mePart(session, id)
  return { seat, name: '', colour, role: 'screen', side, flags: [], state, can: {}, marks: [] }
}

/** Whether people write in private now, so that a screen names nobody. */
export const isPrivate = (session: Session): boolean => findStop(session)?.phase.policies.add === 'private'

/** The session, its agenda, for those who lead what they planned, and for those who may invite how. Who waits learns what the door says, and nothing else. */
export const sessionPart = (session: Session, audience: Audience): SessionPart => {
  const { id, title, language, position, settings, undoable } = session
  const isInside = audience !== 'waiting'
  const early = isInside ? findEarly(session) : undefined
  const asking = isLeading(audience) ? listRemoved(session, true) : []
  const removed = isLeading(audience) ? listRemoved(session, false) : []
  return {
    id,
    title,
    challenge: isInside ? session.challenge : { text: '' },
    language,
    state: position.state,
    agenda: isInside ? session.agenda.map((step) => agendaEntry(session, step, audience)) : [],
    ...(isInside && session.plannedAt !== undefined && { plannedAt: session.plannedAt }),
    ...(isInside && session.plannedMinutes !== undefined && { plannedMinutes: session.plannedMinutes }),
    ...(early && { early }),
    ...(isLeading(audience) && { timing: timingOf(session) }),
    settings,
    ...(isInside && session.corrected && { corrected: Object.keys(session.corrected) as ItemId[] }),
    ...(session.rehearsal && { rehearsal: true }),
    ...(isInside && session.message && { message: session.message }),
    ...(isInside && session.gatheredAt !== undefined && { gatheredAt: session.gatheredAt }),
    ...(asking.length > 0 && { asking }),
    ...(removed.length > 0 && { removed }),
    ...(mayInvite(audience) && { code: session.code }),
    ...(isInside && session.colours && { colours: session.colours }),
    ...(isLeading(audience) && { links: linksFor(session, audience) }),
    ...(isInside &&
      position.state === 'ended' &&
      session.sharing && { sharing: { opensAt: session.sharing.opensAt, names: session.sharing.names } }),
    ...(isLeading(audience) && position.state === 'ended' && undoable && { undoUntil: undoable.until }),
    ...(isInside && position.state === 'ended' && { endedAt: position.at }),
  }
}

const linksFor = ({ links }: Session, audience: Audience): Partial<Record<Invite, string>> => {
  const { facilitator, ...others } = links
  return audience === 'facilitator' ? { ...others, facilitator } : others
}

/** The step for which people may write in private before the session begins, if its first one is such. */
const findEarly = (session: Session): SessionPart['early'] => {
  const first = session.position.state === 'lobby' ? findNext(session)?.step : undefined
  const writing = first?.early && planOf(first).find(({ policies }) => policies.add === 'private')
  return writing && first && { step: first.id, kinds: writing.policies.kinds }
}

/** Who was removed: those who wait for an answer whether they may come back, or all the others. */
const listRemoved = (session: Session, asks: boolean): NonNullable<SessionPart['removed']> =>
  listSeats(session)
    .filter(({ state, askedBack }) => state === 'removed' && (askedBack === 'open') === asks)
    .toSorted(compareArrival)
    .map(({ id, name }) => ({ seat: id, name }))

const agendaEntry = (session: Session, step: Step, audience: Audience): SessionPart['agenda'][number] => ({
  id: step.id,
  kind: step.kind,
  ...(step.title !== undefined && { title: step.title }),
  minutes: minutesOf(step),
  state: step.state,
  ...(isLeading(audience) && { plan: stepPlan(session, step) }),
  ...((step.begun || isLeading(audience)) && lookBack(step)),
})

const stepPlan = (session: Session, step: Step): StepPlan => ({
  ...(step.question !== undefined && { question: step.question }),
  names: step.names,
  settings: step.settings,
  ...(step.prompts && { prompts: step.prompts }),
  ...(step.notes !== undefined && { notes: step.notes }),
  ...(step.advances && { advances: step.advances }),
  ...(step.early && { early: step.early }),
  ...(step.planned !== undefined && { planned: step.planned }),
  ...(step.spent && { spent: step.spent }),
  past: planOf(step).flatMap(({ key }) => (findPast(session, step, key) ? [key] : [])),
})

const lookBack = (step: Step): Pick<SessionPart['agenda'][number], 'question' | 'names' | 'phases'> => ({
  ...(step.question !== undefined && { question: step.question }),
  names: step.names,
  phases: planOf(step).map(({ key, minutes, begins, policies }) => ({
    key,
    minutes,
    ...(begins && { begins }),
    kinds: policies.kinds,
  })),
})

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

/**
 * Everyone at the session, in the order in which they came. Who waits, what people signalled and how they are doing is for
 * facilitators; in a private phase a screen shows nobody.
 */
export const peoplePart = (session: Session, surroundings: Surroundings, audience: Audience): readonly Person[] => {
  if (audience === 'waiting' || (audience === 'screen' && isPrivate(session))) return []
  const shown = listSeats(session).filter(
    ({ state }) => state === 'seated' || (state === 'waiting' && isLeading(audience)),
  )
  const marks = Map.groupBy(session.marks, ({ seat }) => seat)
  const hands = listMarked(session, 'hand')
  return shown.toSorted(compareArrival).map((seat) => ({
    ...personOf(seat, surroundings),
    ...(isLeading(audience) && inspect(session, seat, surroundings, marks.get(seat.id) ?? [], hands)),
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
  hands: readonly SeatId[],
): Pick<Person, 'state' | 'claims' | 'status' | 'marks' | 'hand' | 'line' | 'department' | 'flags'> => {
  const hand = hands.indexOf(seat.id) + 1
  const line = placeInLine(session, seat)
  const status = seat.state === 'seated' ? statusOf(session, seat, surroundings, marks) : undefined
  return {
    ...(seat.state === 'waiting' && { state: 'waiting' as const }),
    ...(seat.state === 'seated' && seat.claim?.state === 'asked' && { claims: seat.claim.of }),
    ...(status && { status }),
    ...(marks.length > 0 && { marks: marks.map(({ type, item }) => ({ type, ...(item && { item }) })) }),
    ...(hand > 0 && { hand }),
    ...(line !== undefined && { line }),
    ...(seat.department !== undefined && { department: seat.department }),
    ...(seat.flags.length > 0 && { flags: seat.flags }),
  }
}

/** Who has a mark of a type, each once, in the order in which they first gave it. */
const listMarked = ({ marks }: Session, wanted: MarkType): readonly SeatId[] => [
  ...new Set(marks.flatMap(({ type, seat }) => (type === wanted ? [seat] : []))),
]

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

/** What the methods show of what they keep; undefined where they keep nothing, and for those who wait. */
export const workPart = (session: Session, audience: Audience): WorkPart | undefined => {
  if (audience === 'waiting') return undefined
  const stop = findStop(session)
  const decider = findDecider(session)
  const shown = session.agenda.flatMap((step) => {
    const state = workOf(session, step.id)
    const workings = workingsOf(step)
    if (state === undefined || !workings) return []
    const phase = stop?.step.id === step.id ? stop.phase.key : undefined
    const viewer = {
      leads: isLeading(audience),
      nameOf: (id: SeatId) => findSeat(session, id)?.name,
      ...(decider && { decider }),
      ...(phase !== undefined && { phase }),
    }
    const kept = workings.keeps?.(state) ?? []
    const unseen = workings.unseenByJudges?.(methodOf(step.kind).settings(step.settings)) ?? []
    const data = workings.view(state, step.settings, viewer)
    const lists = { ...(kept.length > 0 && { kept }), ...(unseen.length > 0 && { unseen }) }
    return [[step.id, { data, ...lists }] as const]
  })
  return shown.length > 0 ? Object.fromEntries(shown) : undefined
}

/** What the method of the live step tells one person alone. */
const ownWork = (session: Session, seat: Seat): unknown => {
  const stop = findStop(session)
  const state = stop && seat.state === 'seated' ? workOf(session, stop.step.id) : undefined
  if (!stop || state === undefined) return undefined
  const viewer = { leads: leads(seat), decides: decidesHere(session, seat), phase: stop.phase.key }
  return workingsOf(stop.step)?.mine?.(state, stop.step.settings, seat.id, viewer)
}

/** Where everyone is; undefined in the lobby, after the end, and for those who wait. */
export const stepPart = (session: Session, surroundings: Surroundings, audience: Audience): StepPart | undefined => {
  const { position, undoable } = session
  const stop = findStop(session)
  if (audience === 'waiting' || position.state !== 'live' || !stop) return undefined
  const { step, phase } = stop
  const input = inputOf(step)
  return {
    id: step.id,
    kind: step.kind,
    ...(step.title !== undefined && { title: step.title }),
    ...(step.question !== undefined && { question: step.question }),
    phase: phase.key,
    phases: planOf(step).map(({ key, minutes, begins }) => ({ key, minutes, ...(begins && { begins }) })),
    epoch: position.epoch,
    names: step.names,
    ...(Array.isArray(step.prompts) && step.prompts.length > 0 && { prompts: step.prompts }),
    policies: phase.policies,
    ...(position.named && { named: position.named }),
    ...(position.round && { round: position.round }),
    ...(input.length > 0 && { input: { steps: input, kinds: methodOf(step.kind).takes } }),
    ...(step.advances && { advances: step.advances }),
    locked: session.locked,
    ...(session.spotlight && { spotlight: session.spotlight }),
    ...(session.keeping?.keeper && { keeper: session.keeping.keeper }),
    clock: position.clock,
    ...(position.armed && { armed: position.armed }),
    ...(undoable && { undoUntil: undoable.until }),
    counts: countsOf(session, surroundings, isLeading(audience)),
    data: methodOf(step.kind).shows(step.settings),
  }
}

const countsOf = (
  session: Session,
  { ready, here, published, tables }: Surroundings,
  isForLeading: boolean,
): Counts => {
  // What a removed person wrote is not revealed, so it does not count either.
  const amounts = [...ready].flatMap(([id, amount]) => (amount > 0 && isWelcome(findSeat(session, id)) ? [amount] : []))
  const finished = new Set(listMarked(session, 'ready'))
  const hands = listMarked(session, 'hand').length
  const participants = listSeats(session).filter(({ state, role }) => state === 'seated' && role === 'participant')
  return {
    ready: amounts.reduce((sum, amount) => sum + amount, 0),
    writers: amounts.length,
    finished: participants.filter(({ id }) => finished.has(id)).length,
    ...(hands > 0 && { hands }),
    ...(isForLeading && { needTime: listMarked(session, 'need-time').length }),
    here: participants.filter(({ id }) => here.has(id)).length,
    published,
    ...(isForLeading &&
      tables &&
      tables.size > 0 && { tables: Object.fromEntries(tables) as NonNullable<Counts['tables']> }),
  }
}

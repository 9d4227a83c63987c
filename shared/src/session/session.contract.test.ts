import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ItemId, LIMITS, type SeatId, type StepId, asId } from '../kernel/index.ts'
import type { CafeState } from '../methods/cafe/index.ts'
import { makeCafe } from '../methods/cafe/made-commands.ts'
import { ACTION_STATES, FEELINGS, METHODS, METHOD_IDS, type Method, methodOf } from '../methods/index.ts'
import { makeWhys } from '../methods/five-whys/made-commands.ts'
import { type WhyTree, plantTree } from '../methods/five-whys/tree.ts'
import { hasRoom } from './capacity.ts'
import { COMMANDS, type Command, type CommandType, can } from './commands/index.ts'
import { listLine } from './line.ts'
import { findStop, policiesOf } from './plan.ts'
import { listSeats } from './rights.ts'
import { type Seat, type Session } from './session.ts'
import { SimulatedRoom } from './simulated/room.ts'
import { nextTick } from './tick.ts'
import { viewFor } from './view/view-for.ts'
import { workOf } from './work.ts'

/** Chooses one of several by a number. */
const pick = <T>(choices: readonly T[], number: number): T => choices[number % choices.length] as T

/** What a random command may name. */
interface Names {
  readonly seat: SeatId
  readonly other: Seat
  readonly seats: readonly SeatId[]
  readonly item: ItemId
  readonly into: ItemId
  readonly draft: ItemId
  readonly step: StepId
  readonly number: number
  /** The tree of the live step; one in which nothing was said where another method keeps something else. */
  readonly tree: WhyTree
  readonly cafe: CafeState | undefined
}

/** A command of every type; whoever adds one must say here how it looks. */
const MAKE: { readonly [Type in CommandType]: (names: Names) => Extract<Command, { type: Type }> } = {
  start: () => ({ type: 'start' }),
  advance: () => ({ type: 'advance' }),
  back: () => ({ type: 'back' }),
  skip: ({ step, number }) => ({ type: 'skip', ...(number % 2 && { step, skipped: number % 3 > 0 }) }),
  end: () => ({ type: 'end' }),
  undo: () => ({ type: 'undo' }),
  'set-clock': ({ number }) => ({
    type: 'set-clock',
    ...(number % 2 ? { leftMs: number * 1_000 } : { addMs: number - 500 }),
  }),
  pause: () => ({ type: 'pause' }),
  resume: () => ({ type: 'resume' }),
  arm: () => ({ type: 'arm' }),
  cancel: () => ({ type: 'cancel' }),
  lock: ({ number }) => ({ type: 'lock', locked: number % 2 === 0 }),
  'edit-challenge': ({ number }) => ({ type: 'edit-challenge', challenge: { text: `Question ${number}` } }),
  'set-setting': ({ number }) => ({
    type: 'set-setting',
    participants: (number % 9) + 1,
    door: number % 2 ? 'ask' : 'open',
    allowLate: number % 3 > 0,
    ...(number % 7 === 0 && { lateUntil: number % 2 ? 2_000_000_000_000 : null }),
  }),
  reopen: ({ step, number }) => ({
    type: 'reopen',
    step,
    ...(number % 3 && { phase: pick(['write', 'build', 'group', 'talk'], number) }),
  }),
  'switch-method': ({ number }) => ({ type: 'switch-method', to: { kind: pick(METHOD_IDS, number) } }),
  schedule: ({ number }) => ({
    type: 'schedule',
    plannedMinutes: number % 3 ? number + 1 : null,
    ...(number % 2 && { plannedAt: number % 5 ? number * 2_000 : null }),
  }),
  'fit-rest': () => ({ type: 'fit-rest' }),
  'next-speaker': ({ seat }) => ({ type: 'next-speaker', seat }),
  'skip-speaker': ({ seat }) => ({ type: 'skip-speaker', seat }),
  'insert-step': ({ step, number }) => ({
    type: 'insert-step',
    step:
      number % 4 === 3
        ? { kind: 'talk', settings: { round: true }, advances: true }
        : { kind: 'brainstorm', names: number % 2 ? 'shown' : 'hidden', settings: { write: number % 3, build: 1 } },
    ...(number % 3 && { before: step }),
  }),
  'remove-step': ({ step }) => ({ type: 'remove-step', step }),
  'move-step': ({ step, number }) => ({ type: 'move-step', step, ...(number % 2 && { before: step }) }),
  'edit-step': ({ step, number }) => ({
    type: 'edit-step',
    step,
    names: number % 2 ? 'shown' : 'hidden',
    settings: { group: number % 2 },
    ...(number % 3 === 0 && { notes: `Say ${number}`, advances: number % 2 > 0, early: number % 4 > 0 }),
  }),
  rename: ({ seat }) => ({ type: 'rename', seat, name: 'Amina' }),
  'set-role': ({ seat, number }) => ({
    type: 'set-role',
    seat,
    role: pick(['co-facilitator', 'participant', 'observer'], number),
  }),
  'set-flag': ({ seat, number }) => ({
    type: 'set-flag',
    seat,
    flag: pick(['host', 'decider', 'scribe'], number),
    on: number % 2 > 0,
  }),
  'set-side': ({ seat, number }) => ({ type: 'set-side', seat, side: pick(['team', 'client'], number) }),
  'hand-over': ({ seat }) => ({ type: 'hand-over', seat }),
  leave: () => ({ type: 'leave' }),
  admit: ({ seat }) => ({ type: 'admit', seat }),
  refuse: ({ seat }) => ({ type: 'refuse', seat }),
  remove: ({ seat }) => ({ type: 'remove', seat }),
  restore: ({ seat }) => ({ type: 'restore', seat }),
  'ask-back': () => ({ type: 'ask-back' }),
  'claim-seat': ({ seat }) => ({ type: 'claim-seat', seat }),
  'grant-claim': ({ seat }) => ({ type: 'grant-claim', seat }),
  'refuse-claim': ({ seat }) => ({ type: 'refuse-claim', seat }),
  'renew-link': ({ number }) => ({ type: 'renew-link', invite: pick(['facilitator', 'participant', 'code'], number) }),
  'add-item': ({ seat, number }) => ({
    type: 'add-item',
    kind: 'idea',
    text: `Idea ${number}`,
    ...(number % 3 === 0 && { onBehalf: seat }),
  }),
  'edit-item': ({ item, number }) => ({ type: 'edit-item', item, text: `Corrected ${number}` }),
  'translate-item': ({ item, number }) => ({
    type: 'translate-item',
    item,
    lang: 'fa',
    text: number % 3 ? `ترجمه ${number}` : '',
  }),
  deal: () => ({ type: 'deal' }),
  redraw: ({ number }) => ({ type: 'redraw', place: number % 12, reason: 'unclear' }),
  'draw-more': ({ number }) => ({ type: 'draw-more', count: (number % 6) + 1 }),
  swap: ({ number }) => ({ type: 'swap', place: number % 4 }),
  connect: ({ item, into, number }) => ({
    type: 'connect',
    from: item,
    to: into,
    relation: 'contrast',
    text: `Line ${number}`,
  }),
  disconnect: ({ item }) => ({ type: 'disconnect', link: asId(item) }),
  'name-some': ({ seat, number }) => ({ type: 'name-some', seats: number % 2 ? [seat] : [seat, seat] }),
  'publish-late': ({ draft }) => ({ type: 'publish-late', draft }),
  withdraw: ({ item, number }) => ({ type: 'withdraw', item, withdrawn: number % 2 > 0 }),
  hide: ({ item }) => ({ type: 'hide', item }),
  unhide: ({ item }) => ({ type: 'unhide', item }),
  park: ({ item }) => ({ type: 'park', item }),
  merge: ({ item, into }) => ({ type: 'merge', item, into }),
  unmerge: ({ item }) => ({ type: 'unmerge', item }),
  'name-colour': ({ number }) => ({
    type: 'name-colour',
    colour: pick(['mint', 'sky', 'rose'], number),
    name: number % 3 ? `Meaning ${number}` : '',
  }),
  mark: ({ number }) => ({ type: 'mark', mark: pick(['ready', 'hand', 'need-time'], number) }),
  unmark: ({ number }) => ({ type: 'unmark', mark: pick(['ready', 'hand', 'need-time'], number) }),
  'lower-hands': ({ seat }) => ({ type: 'lower-hands', seats: [seat] }),
  'move-seat': ({ seat, number }) => ({ type: 'move-seat', seat, place: number % 3 ? `Room ${number}` : '' }),
  'merge-seats': ({ seat, other, number }) => ({
    type: 'merge-seats',
    seat,
    other: other.id,
    name: number % 4 ? other.name : 'Somebody',
  }),
  'take-clock': ({ number }) => ({ type: 'take-clock', taken: number % 4 > 0 }),
  'forget-me': () => ({ type: 'forget-me' }),
  'admit-all': ({ seats }) => ({ type: 'admit-all', seats }),
  gather: () => ({ type: 'gather' }),
  spotlight: ({ item, number }) => ({ type: 'spotlight', ...(number % 4 && { item }) }),
  message: ({ number }) => ({ type: 'message', text: `Line ${number}` }),
  'correct-item': ({ item, number }) => ({ type: 'correct-item', item, text: `Put right ${number}` }),
  'correct-decision': ({ step, number }) => ({ type: 'correct-decision', step, why: `Because ${number}` }),
  'correct-action': ({ item, number }) => ({ type: 'correct-action', action: asId(item), text: `Action ${number}` }),
  'report-action': ({ item }) => ({
    type: 'report-action',
    action: asId(item),
    state: 'done',
    outcome: 'better',
    what: '',
  }),
  'add-late': ({ step, number }) => ({ type: 'add-late', step, text: `Late ${number}` }),
  'set-up-scoring': ({ item, number }) => ({
    type: 'set-up-scoring',
    scoring: pick(['fan', 'dots', 'tesco'] as const, number),
    options: {},
    subject: 'ideas',
    items: [item],
    voters: { clients: pick(['alike', 'apart', 'not'] as const, number), facilitators: number % 2 > 0 },
  }),
  'admit-voter': ({ seat, number }) => ({ type: 'admit-voter', seat, people: 1 + (number % 3) }),
  'cancel-scoring': () => ({ type: 'cancel-scoring' }),
  'draft-decision': ({ item, number }) => ({
    type: 'draft-decision',
    text: number % 3 ? `We try ${number}` : '',
    items: number % 2 ? [item] : [],
    revision: number % 8,
  }),
  decide: ({ number }) => ({ type: 'decide', revision: number % 8 }),
  'add-concern': ({ number }) => ({ type: 'add-concern', text: `Concern ${number}` }),
  'drop-concern': ({ item }) => ({ type: 'drop-concern', concern: asId(item) }),
  'ask-temperature': () => ({ type: 'ask-temperature' }),
  'answer-temperature': ({ number }) => ({ type: 'answer-temperature', feeling: pick(FEELINGS, number) }),
  'show-temperature': () => ({ type: 'show-temperature' }),
  'add-action': ({ seat, item, number }) => ({
    type: 'add-action',
    text: `Action ${number}`,
    owner: number % 3 ? { seat } : { outside: 'Somebody' },
    ...(number % 4 && { items: [item] }),
  }),
  'edit-action': ({ item, number }) => ({ type: 'edit-action', action: asId(item), text: `Action ${number}` }),
  'remove-action': ({ item }) => ({ type: 'remove-action', action: asId(item) }),
  'review-action': ({ item, into, number }) => ({
    type: 'review-action',
    session: asId(item),
    action: asId(into),
    state: pick(ACTION_STATES, number),
    outcome: 'same',
    what: '',
  }),
  'keep-insight': ({ item, into }) => ({ type: 'keep-insight', session: asId(item), action: asId(into) }),
  'propose-turned': ({ number }) => ({ type: 'propose-turned', ...(number % 3 && { text: `How worse, ${number}?` }) }),
  'drop-turned': ({ item }) => ({ type: 'drop-turned', proposal: item }),
  'choose-turned': ({ number }) => ({
    type: 'choose-turned',
    ...(number % 2 ? { turn: 'cause' } : { text: 'Worse?' }),
  }),
  'already-true': ({ item, number }) => ({ type: 'already-true', item, isTrue: number % 3 > 0 }),
  'deal-turning': ({ item, number }) => ({ type: 'deal-turning', ...(number % 2 && { item }) }),
  'pass-on': ({ item }) => ({ type: 'pass-on', item }),
  'let-go': () => ({ type: 'let-go' }),
  'set-aside': ({ item, number }) => ({ type: 'set-aside', item, aside: number % 3 > 0 }),
  'flag-solution': ({ item, number }) => ({ type: 'flag-solution', item, isSolution: number % 3 > 0 }),
  'turn-round': ({ item, into }) => ({ type: 'turn-round', idea: item, inverts: [into] }),
  'turn-back': ({ item, into }) => ({ type: 'turn-back', idea: item, item: into }),
  ...makeWhys(({ item, into, seat, number, tree }: Names) => ({
    one: item,
    two: into,
    idea: into,
    seat,
    number,
    tree,
  })),
  ...makeCafe(({ item, seat, number, cafe }: Names) => ({ item, seat, number, cafe })),
}

const TYPES = Object.keys(MAKE) as readonly CommandType[]

/** What methods add: who may give it stands in a table of each. */
const OF_METHODS: ReadonlySet<string> = new Set(
  METHODS.flatMap((method: Method) => method.workings?.commands.map(({ type }) => type) ?? []),
)

const RARE: ReadonlySet<CommandType> = new Set(['end', 'leave', 'skip', 'remove', 'forget-me', 'merge-seats'])
const INSTEAD: readonly CommandType[] = ['add-item', 'edit-item', 'arm', 'advance', 'withdraw', 'mark']

/**
 * What somebody presses: mostly something that is open to them, since refusals lead nowhere. Ends are rare, or every
 * session would be over soon, and empty.
 */
const choose = (room: SimulatedRoom, actor: SeatId, what: number): CommandType => {
  const open = what % 5 === 0 ? TYPES : TYPES.filter((type) => can(room.session, actor, type))
  const type = open.length > 0 ? pick(open, what) : pick(TYPES, what)
  return RARE.has(type) && what % 7 > 0 ? pick(INSTEAD, what) : type
}

const deepFreeze = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const part of Object.values(value)) deepFreeze(part)
  return value
}

const nobody = asId<'seat'>('nobody0000000000')

const treeNow = (session: Session): WhyTree => {
  const stop = findStop(session)
  const tree = stop?.step.kind === 'five-whys' ? workOf(session, stop.step.id) : undefined
  return (tree as WhyTree | undefined) ?? plantTree()
}

const cafeNow = (session: Session): CafeState | undefined => {
  const stop = findStop(session)
  return stop?.step.kind === 'cafe' ? (workOf(session, stop.step.id) as CafeState | undefined) : undefined
}

const nameThings = (room: SimulatedRoom, actor: SeatId, number: number): Names => {
  const seats = [...listSeats(room.session).map(({ id }) => id), nobody]
  return {
    seat: pick(seats, number),
    other: pick(listSeats(room.session), number >> 3),
    seats,
    item: pick([...room.items.keys(), asId<'item'>('nothing000000000')], number),
    into: pick([...room.items.keys(), asId<'item'>('nothing000000000')], number >> 3),
    draft: pick([...(room.drafts.get(actor)?.keys() ?? []), asId<'item'>('nothing000000000')], number),
    step: pick(room.session.agenda, number >> 2).id,
    number,
    tree: treeNow(room.session),
    cafe: cafeNow(room.session),
  }
}

/** What holds for every session, whatever happened to it. */
const expectSound = (session: Session): void => {
  const seats = listSeats(session)
  expect(seats.filter(({ role }) => role === 'facilitator')).toHaveLength(1)
  expect(seats.find(({ role }) => role === 'facilitator')?.state).toBe('seated')
  const live = session.agenda.filter(({ state }) => state === 'live')
  const { position } = session
  expect(live.map(({ id }) => id)).toEqual(position.state === 'live' ? [position.step] : [])
  for (const step of live) expect(step.begun).toBe(true)
  expect(session.agenda.length).toBeGreaterThan(0)
  expect(new Set(session.agenda.map(({ id }) => id)).size).toBe(session.agenda.length)
  // What is to come stands behind where everyone is.
  const at = session.agenda.findIndex(({ state }) => state === 'live')
  for (const [index, { state }] of session.agenda.entries()) if (state === 'planned') expect(index).toBeGreaterThan(at)
  for (const step of session.agenda) expect(step.spent?.since !== undefined).toBe(step.state === 'live')
  const round = (position.state === 'live' && position.round) || undefined
  const speakers = round ? [...round.spoken, ...round.waiting] : []
  expect(new Set(speakers).size).toBe(speakers.length)
  for (const id of round?.waiting ?? []) expect(seats.find((seat) => seat.id === id)).toMatchObject({ state: 'seated' })
  for (const mark of session.marks) expect(seats.find(({ id }) => id === mark.seat)?.state).toBe('seated')
  expect(seats.filter(({ flags }) => flags.includes('decider')).length).toBeLessThan(2)
  if (position.state !== 'live') expect(position).not.toHaveProperty('armed')
  const leases = session.leases ?? []
  for (const part of ['seat', 'item'] as const)
    expect(new Set(leases.map((lease) => lease[part])).size).toBe(leases.length)
  const named = (position.state === 'live' && position.named) || []
  expect(new Set(named).size).toBe(named.length)
  for (const id of [...named, ...leases.map(({ seat }) => seat)]) {
    expect(seats.find((seat) => seat.id === id)).toMatchObject({ state: 'seated' })
  }
  const keeper = session.keeping?.keeper
  if (keeper) expect(session.seats[keeper]).toMatchObject({ state: 'seated', role: 'participant', side: 'team' })
  if (position.state !== 'live') expect(session).not.toHaveProperty('spotlight')
  if (position.state !== 'ended') {
    for (const role of ['participant', 'observer'] as const)
      expect(listLine(session, role).length === 0 || !hasRoom(session, role)).toBe(true)
  }
  const turns = session.reading?.turns ?? []
  expect(new Set(turns).size).toBe(turns.length)
  expect(JSON.parse(JSON.stringify(session))).toEqual(session)
}

/** What holds of the documents beside a session: they speak only of seats that there are, and of items on the board. */
const expectTies = ({ session, items, drafts }: SimulatedRoom): void => {
  if (session.spotlight) expect(items.get(session.spotlight)?.item.state).toBe('published')
  for (const { item, owner } of items.values()) {
    if (owner) expect(session.seats).toHaveProperty(owner)
    if (item.author) expect(item.author).toBe(owner)
  }
  for (const seat of drafts.keys()) expect(session.seats).toHaveProperty(seat)
}

const expectSecrets = (room: SimulatedRoom, seat: Seat): void => {
  const view = viewFor(room.session, seat.id, room.surroundings())
  const text = JSON.stringify(view)
  const { links } = room.session
  const leading = seat.state === 'seated' && (seat.role === 'facilitator' || seat.role === 'co-facilitator')
  if (seat.role !== 'facilitator') expect(text).not.toContain(links.facilitator)
  if (leading) return
  for (const secret of Object.values(links)) expect(text).not.toContain(secret)
  // Methods name people by what they do in them, as whoever decides; signals stand in none of that.
  const around = JSON.stringify({ ...view, work: undefined })
  for (const mark of room.session.marks) {
    if (mark.seat !== seat.id) expect(around).not.toContain(`"seat":"${mark.seat}"`)
  }
  for (const step of room.session.agenda) if (step.notes) expect(text).not.toContain(step.notes)
  for (const part of ['"status"', '"needTime"', '"asking"', '"removed":']) expect(text).not.toContain(part)
  for (const lease of room.session.leases ?? []) {
    if (lease.seat !== seat.id) expect(text).not.toContain(`"item":"${lease.item}"`)
  }
}

const join = (room: SimulatedRoom): void => {
  try {
    room.enter('Late', 'participant', { wait: room.session.locked })
  } catch {
    // A full room turns people away.
  }
}

const gather = (plan: ConstructorParameters<typeof SimulatedRoom>[0], seed: number): SimulatedRoom => {
  const room = new SimulatedRoom(plan, seed)
  room.enter('Leila')
  room.enter('Rosa', 'client')
  room.enter('Olga', 'observer')
  room.enter('', 'screen')
  const co = room.enter('Bob')
  room.give(room.facilitator, { type: 'set-role', seat: co, role: 'co-facilitator' })
  // Now and then the room is so large that a few are named to make the groups.
  if (seed % 5 === 4) for (let count = 0; count < 20; count++) room.enter('Many')
  return room
}

const step = fc.record({
  who: fc.nat(40),
  what: fc.nat(9_999),
  number: fc.nat(999),
  ms: fc.constantFrom(0, 0, 0, 500, 3_000, 12_000),
  writes: fc.constantFrom('ready', 'composing', undefined, undefined),
})

const twoSteps = { agenda: [{ kind: 'brainstorm' as const }, { kind: 'brainstorm' as const, names: 'shown' as const }] }

test('S9 every command has a right: nobody without a seat gives it, and each is known to the laws', () => {
  expect(COMMANDS.map(({ type }) => type).toSorted()).toEqual(TYPES.toSorted())
  const room = gather(twoSteps, 1)
  for (const type of TYPES) {
    expect(can(room.session, nobody, type)).toBe(false)
    const result = room.give(nobody, MAKE[type](nameThings(room, nobody, 1)))
    expect(result).toMatchObject({ ok: false, error: { code: 'not-seated' } })
  }
})

test('S8 a screen gives no command but to leave, an observer only for themselves', () => {
  const room = gather(twoSteps, 1)
  room.give(room.facilitator, { type: 'start' })
  const seats = listSeats(room.session)
  const allowed = (role: string) => {
    const seat = seats.find((candidate) => candidate.role === role) as Seat
    return TYPES.filter(
      (type) => !OF_METHODS.has(type) && COMMANDS.find((command) => command.type === type)?.may(room.session, seat),
    ).toSorted()
  }
  expect(allowed('screen')).toEqual(['leave'])
  const always = ['ask-back', 'claim-seat', 'forget-me', 'leave', 'move-seat', 'rename']
  expect(allowed('observer')).toEqual(always)
  const writing = [
    'add-item',
    'add-late',
    'deal',
    'edit-item',
    'mark',
    'merge',
    'name-colour',
    'publish-late',
    'report-action',
    'take-clock',
    'translate-item',
    'unmark',
    'unmerge',
    'withdraw',
  ]
  expect(allowed('participant')).toEqual([...always, ...writing].toSorted())
  const lacks = (role: string) =>
    TYPES.filter((type) => !OF_METHODS.has(type) && !allowed(role).includes(type)).toSorted()
  expect(lacks('facilitator')).toEqual(['claim-seat', 'forget-me', 'leave', 'take-clock'])
  expect(lacks('co-facilitator')).toEqual(['claim-seat', 'hand-over', 'take-clock'])
})

test('S11 whatever people do, nothing throws, nothing given is changed in place, a refusal changes nothing, and the session stays sound', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 150, size: 'max' }), fc.nat(), (steps, seed) => {
      const room = gather(twoSteps, seed)
      if (seed % 4) room.give(room.facilitator, { type: 'start' })
      const texts = new Map<ItemId, string>()
      for (const { who, what, number, ms, writes } of steps) {
        const seats = listSeats(room.session)
        const { id: actor } = pick(who < 15 ? seats.filter(({ role }) => role === 'facilitator') : seats, who)
        if (writes) room.write(actor, `Draft ${number}`, { state: writes, step: pick(room.session.agenda, number).id })
        if (number % 40 === 0 && room.session.position.state !== 'ended' && seats.length % 20 < 12) join(room)
        const before = deepFreeze(room.session)
        const command = deepFreeze(MAKE[choose(room, actor, what)](nameThings(room, actor, number)))
        const could = can(before, actor, command.type)
        const result = room.give(actor, command)
        if (!result.ok) expect(room.session).toBe(before)
        // Apart from what is still honoured in grace, a button that is off means a refusal.
        if (!could && !before.grace) expect(result.ok).toBe(false)
        expect(room.session.position.epoch).toBeGreaterThanOrEqual(before.position.epoch)
        if (
          before.position !== room.session.position &&
          'phase' in room.session.position &&
          'phase' in before.position
        ) {
          const isElsewhere =
            before.position.phase !== room.session.position.phase || before.position.step !== room.session.position.step
          expect(room.session.position.epoch > before.position.epoch).toBe(isElsewhere)
        }
        deepFreeze(room.session)
        // Now and then nobody who leads is here for a while.
        if (what % 31 === 0) room.waitWith(number % 2 ? [actor] : [room.facilitator], 130_000)
        room.wait(ms)
        expectSound(room.session)
        expectTies(room)
        const due = nextTick(room.session)
        if (due !== undefined) expect(due).toBeGreaterThan(room.now)
        expectSecrets(room, pick(listSeats(room.session), number))
        for (const id of texts.keys()) expect(room.items.has(id)).toBe(true)
        for (const [id, { item }] of room.items) texts.set(id, item.text)
      }
    }),
    { numRuns: 60 },
  )
}, 60_000)

describe.each(METHODS)('S14 items outlive everything, with method $id', ({ id: kind }) => {
  const agenda = [
    { kind, title: 'First' },
    { kind, title: 'Second', names: 'shown' as const },
  ]

  /** Whether people write anything in it at all. */
  const isWriting = methodOf(kind)
    .plan({})
    .some(({ policies }) => policies.add !== 'none')

  /** Writes whatever the phase allows: into the draft or onto the board. Answers what was written. */
  const contribute = (room: SimulatedRoom, seat: SeatId, text: string): readonly string[] => {
    const { add, kinds, inverts: turned } = policiesOf(room.session)
    const wanted = kinds[0]
    if (add === 'none' || !wanted) return []
    const known = [...room.items.values()].find(({ item }) => item.kind === turned && item.state === 'published')
    if (turned && !known) return []
    const inverts = known && { inverts: [known.item.id] }
    if (add === 'private') room.write(seat, text, { kind: wanted })
    else expect(room.give(seat, { type: 'add-item', kind: wanted, text, ...inverts }).ok).toBe(true)
    return [text]
  }

  /** What people wrote: what a method puts beside it is nobody's. */
  const texts = (room: SimulatedRoom): readonly string[] =>
    [...room.items.values()].flatMap(({ item, owner }) => (owner ? [item.text] : []))
  /** Goes on until there is nowhere to go. */
  const goThrough = (room: SimulatedRoom): void => {
    for (let before; before !== room.session;) {
      before = room.session
      room.goOn()
    }
  }

  test.each([
    ['alone', 0],
    ['for two', 1],
    ['for 60', 59],
  ])('S14 a session %s ends with everything that was written, once', (_what, others) => {
    const room = new SimulatedRoom({ agenda })
    const people = [room.facilitator, ...Array.from({ length: others }, (_, index) => room.enter(`P${index}`))]
    room.give(room.facilitator, { type: 'start' })
    const written: string[] = []
    for (let phase = 0; phase < 40 && room.session.position.state === 'live'; phase++) {
      for (const seat of people) written.push(...contribute(room, seat, `${phase} by ${seat}`))
      const before = room.session
      room.goOn()
      if (room.session === before) room.give(room.facilitator, { type: 'end' })
    }
    expect(room.session.position.state).toBe('ended')
    expect(written.length > 0).toBe(isWriting)
    expect(texts(room).toSorted()).toEqual(written.toSorted())
  })

  test('S14 somebody who comes late sees the step everyone is in, and takes part at once', () => {
    const room = new SimulatedRoom({ agenda })
    const leila = room.enter('Leila')
    room.give(room.facilitator, { type: 'start' })
    for (let phase = 0; phase < 8; phase++) {
      const late = room.enter(`Late ${phase}`)
      const around = room.surroundings()
      expect(viewFor(room.session, late, around).step).toEqual(viewFor(room.session, leila, around).step)
      contribute(room, late, `late ${phase}`)
      room.goOn()
    }
    expect(texts(room).length > 0).toBe(isWriting)
  })

  test('S14 somebody who leaves in the middle leaves their items, and finds their drafts when they come back', () => {
    const room = new SimulatedRoom({ agenda })
    const leila = room.enter('Leila')
    room.give(room.facilitator, { type: 'start' })
    const written = contribute(room, leila, 'before leaving')
    const composing = room.write(leila, 'unfinished', { state: 'composing' })
    room.give(leila, { type: 'leave' })
    goThrough(room)
    expect(texts(room)).toEqual(written)
    expect(room.drafts.get(leila)?.get(composing)).toMatchObject({ text: 'unfinished', state: 'composing' })
  })

  test('S14 however often phases go back and forth, are skipped or undone, no item is lost, doubled or changed', () => {
    const press = fc.constantFrom('on', 'on', 'on', 'back', 'skip', 'undo', 'wait')
    fc.assert(
      fc.property(fc.array(press, { maxLength: 40, size: 'max' }), (presses) => {
        const room = new SimulatedRoom({ agenda: [...agenda, { kind }] })
        const people = [room.facilitator, room.enter('Leila'), room.enter('Dmitry')]
        room.give(room.facilitator, { type: 'start' })
        const written = new Set<string>()
        for (const [index, next] of presses.entries()) {
          for (const seat of people) for (const text of contribute(room, seat, `${index} by ${seat}`)) written.add(text)
          const before = new Map(room.items)
          if (next === 'on') room.goOn()
          else if (next === 'wait') room.wait(LIMITS.undoMs)
          else room.give(room.facilitator, { type: next })
          for (const [id, owned] of before) expect(room.items.get(id)).toBe(owned)
        }
        const published = texts(room)
        const open = [...room.drafts.values()].flatMap((drafts) =>
          [...drafts.values()].filter(({ state }) => state === 'ready'),
        )
        expect(new Set(published).size).toBe(published.length)
        expect([...published, ...open.map(({ text }) => text)].toSorted()).toEqual([...written].toSorted())
      }),
      { numRuns: 60 },
    )
  })
})

import * as v from 'valibot'
import { type SeatId, type TableId, anId, fail, omit, refusal } from '../../../kernel/index.ts'
import { isPresent } from '../guests.ts'
import { MOVE_PHASES, ROUND_PHASES, TABLE_PHASES, isRound, roundIn } from '../phases.ts'
import { openRound, promote, staffTables } from '../seating.ts'
import { changeRound, findOpen, findRound, listOpen, sitDown, standUp } from '../seats.ts'
import type { CafeState, Way } from '../state.ts'
import { changeTable, findTable, withHost } from '../tables.ts'
import {
  type CafeMoment,
  type CafeResult,
  SEATED_PHASES,
  changed,
  defineSeating,
  findOpenTable,
  findPlace,
  leads,
  shut,
  unknown,
} from './command.ts'

/** Tells everybody in a round where they sit in the next one. The move does it by itself. */
const announce = defineSeating({
  type: 'announce',
  fields: {},
  phases: ROUND_PHASES,
  may: leads,
  decide: (state, _command, { phase, settings, now }) => {
    const next = (roundIn(phase) ?? 0) + 1
    return next > settings.rounds ? shut('last-round') : changed(openRound(state, settings, next, now))
  },
})

/** Says that one is at one's table. What names another one was on its way when its person was seated anew, and changes nothing. */
const arrive = defineSeating({
  type: 'arrive',
  fields: { table: v.optional(anId<'table'>()) },
  phases: SEATED_PHASES,
  unlogged: 'always',
  decide: (state, { table }, moment) => {
    const found = findPlace(state, moment, moment.seat)
    if (!found) return shut('seat')
    if (found.place.arrived || (table !== undefined && table !== found.place.table)) return changed(state)
    return changed(
      changeRound(state, found.number, (round) => ({
        ...round,
        seats: round.seats.map((place) => (place === found.place ? { ...place, arrived: true } : place)),
      })),
    )
  },
})

/** Somebody at another table of a round from now on. Where the last host of a table goes, somebody there takes over. */
const seatAt = (
  state: CafeState,
  number: number,
  seat: SeatId,
  table: TableId,
  how: Way,
  { now }: Pick<CafeMoment, 'now'>,
): CafeState => {
  const place = findOpen(findRound(state, number), seat)
  if (place?.table === table) return state
  const former = findOpen(findRound(state, number - 1), seat)
  const arrived = former?.table === table || how === 'free' ? (true as const) : undefined
  const moved = changeRound(state, number, (round) =>
    sitDown(round, { seat, table, role: 'traveller', how, arrived }, now),
  )
  const isLeft =
    place?.role === 'host' &&
    listOpen(findRound(moved, number) ?? { seats: [] }).some((other) => other.table === place.table)
  // Of a table that everybody has left the host stays the host, for the next round.
  return staffTables(isLeft ? withHost(moved, place.table, undefined) : moved, number, now)
}

const pin = (state: CafeState, seat: SeatId, table: TableId | undefined): CafeState => ({
  ...state,
  pins: table === undefined ? omit(state.pins, seat) : { ...state.pins, [seat]: table },
})

/** Who goes where in the round behind the present one: in the places that were announced, or for the plan to heed. */
const seatNext = (
  state: CafeState,
  seat: SeatId,
  table: TableId | undefined,
  how: Way,
  moment: CafeMoment,
): CafeResult => {
  const number = (roundIn(moment.phase) ?? 0) + 1
  if (number > moment.settings.rounds) return shut('last-round')
  if (findRound(state, number)?.startedAt !== undefined) return shut('begun')
  if (!findRound(state, number)) {
    if (state.mode === 'free') return shut('free')
    if (state.hosts === 'fixed' && state.tables.some(({ host }) => host === seat)) return shut('host')
    return changed(pin(state, seat, table))
  }
  return table === undefined ? shut('announced') : changed(seatAt(state, number, seat, table, how, moment))
}

/** Stays for one more round where one sits; in a move one goes back there. Refuses with a gate: `host`, `last-round`, `announced`. */
const stay = defineSeating({
  type: 'stay',
  fields: { stays: v.boolean() },
  phases: [...ROUND_PHASES, ...MOVE_PHASES],
  unlogged: 'always',
  decide: (state, { stays }, moment) => {
    const { seat, phase } = moment
    const number = roundIn(phase)
    if (isRound(phase)) {
      const place = findOpen(findRound(state, number), seat)
      if (!place) return shut('seat')
      return seatNext(state, seat, stays ? place.table : undefined, 'stay', moment)
    }
    const before = findOpen(findRound(state, (number ?? 0) - 1), seat)
    const table = before && findOpenTable(state, before.table)
    if (!before || !stays) return shut(stays ? 'seat' : 'announced')
    if (table && !table.ok) return table
    return changed(seatAt(state, number ?? 0, seat, before.table, 'stay', moment))
  },
})

/** Names who stays at a table, now and in the rounds to come. Whoever hosted it travels from then on. */
const setHost = defineSeating({
  type: 'set-host',
  fields: { table: anId<'table'>(), seat: anId<'seat'>() },
  phases: TABLE_PHASES,
  may: leads,
  decide: (state, { table, seat }, { phase, now }) => {
    const found = findOpenTable(state, table)
    if (!found.ok) return found
    if (!isPresent(state, seat)) return unknown()
    const number = roundIn(phase)
    const round = findRound(state, number)
    if (number === undefined || !round) return changed(withHost(state, table, seat))
    const left = findOpen(round, seat)
    const promoted = promote(state, number, table, seat, 'manual', now)
    const next = findRound(promoted, number + 1)
    const announced =
      next && next.startedAt === undefined ? promote(promoted, number + 1, table, seat, 'manual', now) : promoted
    return changed(left?.role === 'host' ? staffTables(announced, number, now) : announced)
  },
})

/** Where hosts take turns: a host, or whoever leads, says who of the table stays after this round. */
const nameNextHost = defineSeating({
  type: 'name-next-host',
  fields: { table: anId<'table'>(), seat: anId<'seat'>() },
  phases: ROUND_PHASES,
  unlogged: 'always',
  objection: ({ hosts }) => (hosts === 'relay' ? undefined : refusal('closed', { gate: 'fixed' })),
  decide: (state, { table, seat }, moment) => {
    if (!findTable(state, table)) return unknown()
    const own = findPlace(state, moment, moment.seat)?.place
    if (!moment.leads && !(own?.table === table && own.role === 'host')) return fail(refusal('not-allowed'))
    if (findPlace(state, moment, seat)?.place.table !== table) return unknown()
    return changed(changeTable(state, table, (found) => ({ ...found, nextHost: seat })))
  },
})

/** Seats somebody by hand: `now` in the round in force, `next` in the one to come. Without a table `next` leaves it to the plan. */
const movePerson = defineSeating({
  type: 'move-person',
  fields: {
    seat: anId<'seat'>(),
    table: v.optional(anId<'table'>()),
    when: v.optional(v.picklist(['now', 'next']), 'now'),
  },
  phases: SEATED_PHASES,
  may: leads,
  decide: (state, { seat, table, when }, moment) => {
    const found = table === undefined ? undefined : findOpenTable(state, table)
    if (found && !found.ok) return found
    if (!isPresent(state, seat)) return unknown()
    if (when === 'next')
      return isRound(moment.phase) ? seatNext(state, seat, table, 'manual', moment) : shut('announced')
    if (table === undefined) return fail(refusal('bad-input', { path: 'table' }))
    return changed(seatAt(state, roundIn(moment.phase) ?? 1, seat, table, 'manual', moment))
  },
})

/** Whether somebody may sit down where they like: where seating is free, and hosts whom nobody came to. */
export const maySit = (state: CafeState, phase: string, seat: SeatId): boolean => {
  if (state.mode === 'free') return true
  const round = findRound(state, roundIn(phase))
  const place = findOpen(round, seat)
  if (!round || !place || !isRound(phase)) return false
  // A host who sits elsewhere meanwhile may go on from there.
  const isHost = place.role === 'host' || state.tables.some(({ id, host }) => host === seat && id !== place.table)
  const company = listOpen(round).filter((other) => other.table === place.table && other.seat !== seat)
  return isHost && (company.length === 0 || place.role !== 'host')
}

/** Sits down at a table with room: where seating is free, and for a host whom nobody came to. Refuses with `full`. */
const sit = defineSeating({
  type: 'sit',
  fields: { table: anId<'table'>() },
  phases: SEATED_PHASES,
  unlogged: 'always',
  decide: (state, { table }, moment) => {
    const found = findOpenTable(state, table)
    if (!found.ok) return found
    const { seat, phase } = moment
    if (!isPresent(state, seat)) return shut('seat')
    if (!maySit(state, phase, seat)) return shut('planned')
    const number = roundIn(phase) ?? 1
    const there = listOpen(findRound(state, number) ?? { seats: [] }).filter((place) => place.table === table)
    const isFull = there.length >= (found.value.capacity ?? Infinity) && !there.some((place) => place.seat === seat)
    return isFull ? fail(refusal('full')) : changed(seatAt(state, number, seat, table, 'free', moment))
  },
})

/** Gets up, where seating is free. */
const leaveTable = defineSeating({
  type: 'leave-table',
  fields: {},
  phases: SEATED_PHASES,
  unlogged: 'always',
  objection: ({ mode }) => (mode === 'free' ? undefined : refusal('closed', { gate: 'planned' })),
  decide: (state, _command, moment) => {
    const found = findPlace(state, moment, moment.seat)
    if (!found) return changed(state)
    const { number, place } = found
    const risen = changeRound(state, number, (round) => standUp(round, moment.seat, moment.now))
    const freed = place.role === 'host' ? withHost(risen, place.table, undefined) : risen
    return changed(staffTables(freed, number, moment.now))
  },
})

export const MOVING = [announce, arrive, stay, setHost, nameNextHost, movePerson, sit, leaveTable] as const

import { type SeatId, type TableId, omit } from '../../kernel/index.ts'
import { type Seating, findNextHost, seatLatecomer } from '../../rotation/index.ts'
import { roundElsewhere } from './acquaintance.ts'
import { isPresent, listPresent } from './guests.ts'
import { staffRound } from './hosts.ts'
import { findPlanWanted, isFresh, planAtOnce } from './planning.ts'
import { changeRound, findOpen, findRound, listOpen, pastOf, sitDown } from './seats.ts'
import type { CafeSettings } from './settings.ts'
import type { CafeRound, CafeSeat, CafeState, Way } from './state.ts'
import { listUsed, toRotationTable, withHost } from './tables.ts'

/** Everybody at some tables of a round, empty tables too: at those that are used, if no others are given. */
export const seatingNow = (state: CafeState, number: number, tables = listUsed(state)): Seating => {
  const round = findRound(state, number)
  const open = round ? listOpen(round) : []
  return tables.map(({ id }) => {
    const places = open.filter(({ table }) => table === id)
    const host = places.find(({ role }) => role === 'host')?.seat
    return {
      table: id,
      ...(host !== undefined && { host }),
      travellers: places.flatMap(({ seat }) => (seat === host ? [] : [seat])),
    }
  })
}

/** Seats somebody in a round who came late: at the smallest table with room, of these where they know the fewest. */
export const seatLate = (state: CafeState, number: number, seat: SeatId, now: number): CafeState => {
  const tables = listUsed(state).map((table) => toRotationTable(omit(table, 'host')))
  const past = [...pastOf(state, number), ...roundElsewhere(state)]
  const table = seatLatecomer(seat, seatingNow(state, number), past, tables)
  if (table === undefined) return state
  return changeRound(state, number, (round) => sitDown(round, { seat, table, role: 'traveller', how: 'late' }, now))
}

/** Whether somebody has a place in a round as the host of a table. */
const hostAt = (round: CafeRound, table: TableId): CafeSeat | undefined =>
  listOpen(round).find((place) => place.table === table && place.role === 'host')

/** Makes somebody the host of a table in a round, from now on; whoever was it travels. */
export const promote = (
  state: CafeState,
  number: number,
  table: TableId,
  seat: SeatId,
  how: Way,
  now: number,
): CafeState => {
  const moved = changeRound(state, number, (round) => {
    const former = hostAt(round, table)
    if (former?.seat === seat) return round
    const place = findOpen(round, seat)
    const arrived = place?.table === table ? place.arrived : undefined
    const freed = former
      ? sitDown(round, { seat: former.seat, table, role: 'traveller', how, arrived: former.arrived }, now)
      : round
    return sitDown(freed, { seat, table, role: 'host', how, arrived }, now)
  })
  return withHost(moved, table, seat)
}

/** Sees to it that every table of a round where people sit has a host: whoever has the fewest tables left to see. */
export const staffTables = (
  state: CafeState,
  number: number,
  now: number,
  isHere: (seat: SeatId) => boolean = () => true,
): CafeState => {
  const tables = listUsed(state).map(toRotationTable)
  let next = state
  for (const { table, host, travellers } of seatingNow(state, number, state.tables)) {
    if (host !== undefined || travellers.length === 0) continue
    const here = travellers.filter(isHere)
    const candidates = here.length > 0 ? here : travellers
    const found = findNextHost(table, [{ table, travellers: candidates }], pastOf(next, number), tables)
    if (found !== undefined) next = promote(next, number, table, found, 'promoted', now)
  }
  return next
}

/** Where seating is free, everybody stays where they sat until they get up; hosts are at their tables. */
const seatFreely = (state: CafeState, number: number, now: number): CafeRound => {
  const before = findRound(state, number - 1)
  const used = new Set(listUsed(state).map(({ id }) => id))
  const hosts = new Map(listUsed(state).flatMap(({ id, host }) => (host === undefined ? [] : [[host, id] as const])))
  const seats = listPresent(state).flatMap(({ seat }): CafeSeat[] => {
    const place = findOpen(before, seat)
    const table = hosts.get(seat) ?? (place && used.has(place.table) ? place.table : undefined)
    if (table === undefined) return []
    const role = hosts.has(seat) ? 'host' : 'traveller'
    return [{ seat, table, role, how: 'free', from: now, ...(place?.table === table && { arrived: true as const }) }]
  })
  return { seats }
}

const seatByPlan = (state: CafeState, settings: Pick<CafeSettings, 'rounds'>, number: number, now: number) => {
  const wants = findPlanWanted(state, settings)
  if (!wants) return undefined
  const plan = state.plan && isFresh(state, wants) ? state.plan : planAtOnce(wants)
  const before = findRound(state, number - 1)
  const hosts = new Set(wants.staffed.tables.flatMap(({ host }) => host ?? []))
  const seats = (plan.rounds[0] ?? []).flatMap(({ table, host, travellers }): CafeSeat[] =>
    [...(host === undefined ? [] : [host]), ...travellers].flatMap((seat): CafeSeat[] => {
      if (!isPresent(state, seat)) return []
      const stood = findOpen(before, seat)?.table === table
      const isHost = seat === host && hosts.has(seat)
      const how: Way = state.pins[seat] === undefined ? 'plan' : stood ? 'stay' : 'manual'
      const role = isHost ? 'host' : 'traveller'
      return [{ seat, table, role, how, from: now, ...(stood && { arrived: true as const }) }]
    }),
  )
  return { round: { seats }, plan }
}

/**
 * The state in which everybody has a place in a round, if they had none before: by the plan, or where seating is free
 * where they sat. Nobody who is there is left out of a plan, and nobody is in it who is not there.
 */
export const openRound = (
  state: CafeState,
  settings: Pick<CafeSettings, 'rounds'>,
  number: number,
  now: number,
): CafeState => {
  if (state.rounds.length >= number) return state
  const staffed = staffRound(state, number)
  const planned = seatByPlan(state, settings, number, now)
  const round = planned?.round ?? seatFreely(staffed, number, now)
  const seated: CafeState = {
    ...staffed,
    pins: {},
    rounds: [...staffed.rounds, round],
    ...(planned && { plan: planned.plan }),
  }
  return staffTables(planned ? seatMissing(seated, number, now) : seated, number, now)
}

/** Seats everybody in a round who is there and has no place. */
const seatMissing = (state: CafeState, number: number, now: number): CafeState => {
  const round = findRound(state, number)
  if (!round) return state
  return listPresent(state)
    .filter(({ seat }) => !findOpen(round, seat))
    .reduce((next, { seat }) => seatLate(next, number, seat, now), state)
}

/** The state in which a round is under way. */
export const beginRound = (state: CafeState, number: number, now: number): CafeState =>
  changeRound(state, number, (round) => ({ ...round, startedAt: round.startedAt ?? now }))

/** The state in which every round that was begun is over. */
export const endRounds = (state: CafeState, now: number): CafeState =>
  state.rounds.reduce(
    (next, { startedAt, endedAt }, nth) =>
      startedAt === undefined || endedAt !== undefined
        ? next
        : changeRound(next, nth + 1, (round) => ({ ...round, endedAt: now })),
    state,
  )

/** The state without rounds that were announced and not begun, from one on. */
export const dropAnnounced = (state: CafeState, from: number): CafeState => {
  const rounds = state.rounds.filter(({ startedAt }, nth) => nth + 1 < from || startedAt !== undefined)
  return rounds.length === state.rounds.length ? state : { ...state, rounds }
}

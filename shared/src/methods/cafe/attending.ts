import { LIMITS, type SeatId } from '../../kernel/index.ts'
import { findNextHost } from '../../rotation/index.ts'
import type { Attending } from '../workings.ts'
import { isPresent, listGuests, listPresent, withGuests } from './guests.ts'
import { roundIn } from './phases.ts'
import { promote, seatLate, seatingNow, staffTables } from './seating.ts'
import { changeRound, findOpen, findRound, listOpen, pastOf, sitDown, standUp } from './seats.ts'
import type { CafeSettings } from './settings.ts'
import type { CafeState } from './state.ts'
import { findTable, listUsed, toRotationTable, withHost } from './tables.ts'

type CafeAttending = Pick<Attending<CafeSettings>, 'now' | 'phase' | 'participants' | 'away'>

/** Whoever is not there any more has no place any more. */
const clearPlaces = (state: CafeState, number: number, now: number): CafeState =>
  listOpen(findRound(state, number) ?? { seats: [] })
    .filter(({ seat }) => !isPresent(state, seat))
    .reduce((next, { seat }) => changeRound(next, number, (round) => standUp(round, seat, now, true)), state)

/** Whoever came back sits where they sat, and whoever came late at the smallest table. Where seating is free they choose. */
const fillPlaces = (state: CafeState, number: number, now: number): CafeState => {
  let next = state
  for (const { seat } of listPresent(state)) {
    const round = findRound(next, number)
    if (!round || findOpen(round, seat)) continue
    const last = round.seats.findLast((place) => place.seat === seat)
    const table = last && findTable(next, last.table)
    if (last?.lost && table) {
      const hosted = listOpen(round).some((place) => place.table === last.table && place.role === 'host')
      const role = last.role === 'host' && !hosted ? 'host' : 'traveller'
      const taking = { seat, table: last.table, role, how: 'back', arrived: true } as const
      next = changeRound(next, number, (current) => sitDown(current, taking, now))
    } else if (next.mode === 'planned') next = seatLate(next, number, seat, now)
  }
  return next
}

/** Hosts who have been away for longer than their table waits give it to a traveller there. */
const replaceHosts = (state: CafeState, number: number, { now, away }: CafeAttending): CafeState => {
  const tables = listUsed(state).map(toRotationTable)
  let next = state
  for (const { table, host, travellers } of seatingNow(state, number, state.tables)) {
    const since = host === undefined ? undefined : away.get(host)
    if (host === undefined || since === undefined || now - since < LIMITS.hostGraceMs) continue
    const here = travellers.filter((seat) => !away.has(seat))
    const found = findNextHost(table, [{ table, travellers: here }], pastOf(next, number), tables)
    if (found !== undefined) next = promote(next, number, table, found, 'promoted', now)
  }
  return next
}

/** Nobody hosts a table who is not there; in a round somebody of the table does instead. */
const dropHosts = (state: CafeState): CafeState =>
  state.tables.reduce(
    (next, { id, host }) => (host === undefined || isPresent(state, host) ? next : withHost(next, id, undefined)),
    state,
  )

/**
 * What follows from who takes part and who is away. A place is held for two minutes, a table waits for its host for one;
 * whoever comes in a round is seated at once, and whoever comes back where they sat.
 */
export const attendCafe = (before: CafeState, attending: CafeAttending): CafeState => {
  const { now, participants, away, phase } = attending
  const isGone = (seat: SeatId): boolean => now - (away.get(seat) ?? now) >= LIMITS.tableHoldMs
  const state = withGuests(before, listGuests(participants, isGone))
  const number = roundIn(phase)
  if (number === undefined || !findRound(state, number)) return state
  // The round in force, and the one that is announced behind it. One that was begun already waits until it is in force again.
  return [number, number + 1].reduce((next, round) => {
    const found = findRound(next, round)
    if (!found || (round > number && found.startedAt !== undefined)) return next
    const cleared = clearPlaces(replaceHosts(next, round, attending), round, now)
    const hosted = staffTables(dropHosts(cleared), round, now, (seat) => !away.has(seat))
    return staffTables(fillPlaces(hosted, round, now), round, now, (seat) => !away.has(seat))
  }, state)
}

/** When a table has waited long enough for its host, or a place was held long enough. */
export const nextAttendance = (state: CafeState, { phase, away }: Omit<CafeAttending, 'now'>): number | undefined => {
  const round = findRound(state, roundIn(phase))
  const open = round ? listOpen(round) : []
  // A table where nobody could take over waits for nobody.
  const isWaitedFor = (seat: SeatId): boolean =>
    open.some(
      (place) =>
        place.seat === seat &&
        place.role === 'host' &&
        open.some(({ table, role, seat: other }) => table === place.table && role === 'traveller' && !away.has(other)),
    )
  const due = state.guests.flatMap(({ seat, gone }) => {
    const since = away.get(seat)
    if (since === undefined || gone) return []
    return [since + (isWaitedFor(seat) ? LIMITS.hostGraceMs : LIMITS.tableHoldMs)]
  })
  return due.length > 0 ? Math.min(...due) : undefined
}

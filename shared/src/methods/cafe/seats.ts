import type { SeatId, TableId } from '../../kernel/index.ts'
import type { Seating, TableSeating } from '../../rotation/index.ts'
import type { CafeRound, CafeSeat, CafeState, Way } from './state.ts'

/** The places of a round that are held, or were to its end. Nobody has two. */
export const listOpen = ({ seats }: CafeRound): readonly CafeSeat[] => seats.filter(({ to }) => to === undefined)

export const findOpen = (round: CafeRound | undefined, seat: SeatId): CafeSeat | undefined =>
  round?.seats.find((place) => place.seat === seat && place.to === undefined)

export const findRound = ({ rounds }: Pick<CafeState, 'rounds'>, number: number | undefined): CafeRound | undefined =>
  number === undefined ? undefined : rounds[number - 1]

const seatings = new WeakMap<CafeRound, Seating>()

/** How long a place was held, milliseconds; for ever where it still is, or was at the end. */
const heldFor = ({ from, to }: CafeSeat): number => (to === undefined ? Infinity : to - from)

/** Who sat where in a round, each at one table: where they sat at last, or longest of those who left before its end. */
export const seatingOf = (round: CafeRound): Seating => {
  const known = seatings.get(round)
  if (known) return known
  const longest = new Map<SeatId, CafeSeat>()
  for (const place of round.seats) {
    const other = longest.get(place.seat)
    if (!other || heldFor(place) >= heldFor(other)) longest.set(place.seat, place)
  }
  const tables = Map.groupBy(longest.values(), ({ table }) => table)
  const seating = [...tables].map(([table, places]): TableSeating => {
    const host = places.find(({ role }) => role === 'host')?.seat
    const travellers = places.flatMap(({ seat }) => (seat === host ? [] : [seat]))
    return { table, ...(host !== undefined && { host }), travellers }
  })
  seatings.set(round, seating)
  return seating
}

/** The seatings of the rounds before one, as people really sat. */
export const pastOf = ({ rounds }: Pick<CafeState, 'rounds'>, before: number): readonly Seating[] =>
  rounds.slice(0, Math.max(0, before - 1)).map(seatingOf)

/** Every table that somebody had a place at in a round that was begun. */
export const visitedBy = ({ rounds }: Pick<CafeState, 'rounds'>, seat: SeatId): ReadonlySet<TableId> =>
  new Set(
    rounds.flatMap(({ seats, startedAt }) =>
      startedAt === undefined ? [] : seats.flatMap((place) => (place.seat === seat ? [place.table] : [])),
    ),
  )

/** The state with one round changed. */
export const changeRound = (state: CafeState, number: number, change: (round: CafeRound) => CafeRound): CafeState => {
  const round = findRound(state, number)
  const next = round && change(round)
  return next && next !== round ? { ...state, rounds: state.rounds.with(number - 1, next) } : state
}

/** What a place is taken with. */
export interface Taking {
  readonly seat: SeatId
  readonly table: TableId
  readonly role: CafeSeat['role']
  readonly how: Way
  readonly arrived?: true | undefined
}

/** The round without somebody in it from now on. Before it began there is nothing to remember. */
export const standUp = (round: CafeRound, seat: SeatId, now: number, isLost = false): CafeRound => {
  if (!findOpen(round, seat)) return round
  const isPast = ({ seat: other, to }: CafeSeat): boolean => other !== seat || to !== undefined
  return {
    ...round,
    seats:
      round.startedAt === undefined
        ? round.seats.filter(isPast)
        : round.seats.map((place) =>
            isPast(place) ? place : { ...place, to: now, ...(isLost && { lost: true as const }) },
          ),
  }
}

/** The round in which somebody sits there from now on, and nowhere else. */
export const sitDown = (round: CafeRound, { seat, table, role, how, arrived }: Taking, now: number): CafeRound => {
  const risen = standUp(round, seat, now)
  return { ...risen, seats: [...risen.seats, { seat, table, role, how, from: now, ...(arrived && { arrived }) }] }
}

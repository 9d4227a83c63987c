import type { SeatId, TableId } from '../../kernel/index.ts'
import type { Seating } from '../../rotation/index.ts'
import { replaceAcquainted } from './acquaintance.ts'
import type { CafeRound, CafeSeat, CafeState } from './state.ts'

/**
 * The state after a seat became part of another, or the same under another id. Where both had a place at the same time, the
 * one that stays keeps its own.
 */
export const replaceGuest = (state: CafeState, seat: SeatId, into: SeatId): CafeState => {
  const named = <Id extends SeatId | undefined>(id: Id): Id => (id === seat ? (into as Id) : id)
  const replaceIn = (round: CafeRound): CafeRound => {
    const isOpen = (place: CafeSeat): boolean => place.to === undefined
    const isDouble = round.seats.some((place) => place.seat === into && isOpen(place))
    return {
      ...round,
      seats: round.seats.flatMap((place): CafeSeat[] => {
        if (place.seat !== seat) return [place]
        return isDouble && isOpen(place) ? [] : [{ ...place, seat: into }]
      }),
    }
  }
  const replaceInSeating = (seating: Seating): Seating =>
    seating.map(({ host, travellers, ...table }) => ({
      ...table,
      ...(host !== undefined && { host: named(host) }),
      travellers: travellers.flatMap((id) => (id !== seat ? [id] : hasInto ? [] : [into])),
    }))
  const hasInto = state.guests.some((guest) => guest.seat === into)
  const pins = Object.entries(state.pins) as [SeatId, TableId][]
  const hosts = new Set<SeatId>()
  return {
    ...state,
    guests: state.guests.flatMap((guest) =>
      guest.seat !== seat ? [guest] : hasInto ? [] : [{ ...guest, seat: into }],
    ),
    tables: state.tables.map(({ host, nextHost, ...table }) => {
      const next = host === undefined ? undefined : named(host)
      const isFree = next !== undefined && !hosts.has(next)
      if (isFree) hosts.add(next)
      return { ...table, ...(isFree && { host: next }), ...(nextHost !== undefined && { nextHost: named(nextHost) }) }
    }),
    rounds: state.rounds.map(replaceIn),
    ...(state.plan && { plan: { ...state.plan, rounds: state.plan.rounds.map(replaceInSeating) } }),
    ...(state.acquainted && { acquainted: replaceAcquainted(state.acquainted, named) }),
    wishes: state.wishes.map((wish) => ({ ...wish, seats: [...new Set(wish.seats.map(named))] })),
    pins: Object.fromEntries(pins.map(([id, table]) => [named(id), table])) as CafeState['pins'],
  }
}

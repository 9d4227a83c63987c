import type { SeatId, TableId } from '../../kernel/index.ts'
import type { Acquaintance, Seating } from '../../rotation/index.ts'
import type { Moment } from '../workings.ts'
import { seatingOf } from './seats.ts'
import type { CafeState } from './state.ts'

/** A table that stands in no café: where people sat together in another one. */
const ELSEWHERE = 'in-another-cafe-' as TableId

/** Pairs with how often they met, each pair once, in the order of their ids. */
const joinPairs = (pairs: Iterable<Acquaintance>): readonly Acquaintance[] => {
  const joined = new Map<string, Acquaintance>()
  for (const { one, other, times } of pairs) {
    if (one === other) continue
    const [first, second] = one < other ? [one, other] : [other, one]
    const name = `${first} ${second}`
    joined.set(name, { one: first, other: second, times: (joined.get(name)?.times ?? 0) + times })
  }
  return [...joined].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, pair]) => pair)
}

const pairsAt = ({ host, travellers }: Seating[number]): readonly Acquaintance[] => {
  const there = host === undefined ? travellers : [host, ...travellers]
  return there.flatMap((one, nth) => there.slice(0, nth).map((other) => ({ one, other, times: 1 })))
}

/** Who sat with whom in rounds of some cafés that were begun, and how often. */
const listAcquainted = (cafes: readonly Pick<CafeState, 'rounds'>[]): readonly Acquaintance[] =>
  joinPairs(
    cafes.flatMap(({ rounds }) =>
      rounds.flatMap((round) => (round.startedAt === undefined ? [] : seatingOf(round).flatMap(pairsAt))),
    ),
  )

/**
 * The state that knows who sat together in the other cafés of the session. Of other sessions nobody is recognised: a seat is
 * all that is known of a person.
 */
export const withAcquainted = (state: CafeState, { siblings }: Pick<Moment, 'siblings'>): CafeState => {
  // What other steps of this method keep are cafés.
  const acquainted = listAcquainted((siblings?.() ?? []) as readonly CafeState[])
  return JSON.stringify(acquainted) === JSON.stringify(state.acquainted ?? []) ? state : { ...state, acquainted }
}

/** Acquaintances after a seat became part of another. */
export const replaceAcquainted = (
  acquainted: readonly Acquaintance[],
  named: (seat: SeatId) => SeatId,
): readonly Acquaintance[] =>
  joinPairs(acquainted.map(({ one, other, times }) => ({ one: named(one), other: named(other), times })))

/** Whom somebody knows from another café. */
export const knownElsewhere = ({ acquainted = [] }: Pick<CafeState, 'acquainted'>, seat: SeatId): readonly SeatId[] =>
  acquainted.flatMap(({ one, other }) => (one === seat ? [other] : other === seat ? [one] : []))

/** What happened in other cafés, as a round beside those of this one. */
export const roundElsewhere = ({ acquainted = [] }: Pick<CafeState, 'acquainted'>): readonly Seating[] =>
  acquainted.length === 0 ? [] : [acquainted.map(({ one, other }) => ({ table: ELSEWHERE, travellers: [one, other] }))]

/** Pairs of travellers who would meet in a round, have not met in those before, and know each other from another café. */
export const countFamiliar = (
  past: readonly Seating[],
  next: Seating,
  { acquainted = [] }: Pick<CafeState, 'acquainted'>,
): number => {
  const placesOf = (round: Seating): ReadonlyMap<SeatId, TableId> =>
    new Map(round.flatMap(({ table, travellers }) => travellers.map((seat) => [seat, table] as const)))
  const isTogether = (places: ReadonlyMap<SeatId, TableId>, { one, other }: Acquaintance): boolean =>
    places.has(one) && places.get(one) === places.get(other)
  const coming = placesOf(next)
  const before = past.map(placesOf)
  return acquainted.filter((pair) => isTogether(coming, pair) && before.every((places) => !isTogether(places, pair)))
    .length
}

import { type ItemId, type SeatId, seededNumber } from '../../kernel/index.ts'
import type { Turning } from './coverage.ts'

/** What one person did with what was dealt to them, or holds. */
interface Hand {
  readonly seat: SeatId
  readonly item: ItemId
}

/** What is known as somebody asks for a negative idea to turn round. */
export interface Table {
  /** The negative ideas that can be dealt, with what turns them round already. */
  readonly turnings: readonly Turning[]
  /** What is dealt to people, and until when nobody else gets it, server time. */
  readonly leases: readonly (Hand & { readonly until: number })[]
  /** What people passed on. */
  readonly passed: readonly Hand[]
  /** Negative ideas that need no inversion. */
  readonly aside?: ReadonlySet<ItemId>
  readonly seed: number
  readonly now: number
}

/**
 * The negative idea that is dealt to whoever asks: one that nobody turned round, that nobody else holds now, and that they did
 * not pass on. What nobody passed on comes before what somebody did, so that nobody waits for the hard ones. Among equals
 * the seed decides, and one item more or less changes no other two's order.
 *
 * While they hold one it is the same again, renewed, until it is turned round or passed on. Undefined when nothing is left
 * for them: from then on they are free to turn round what they like.
 */
export const dealTurning = (seat: SeatId, table: Table): ItemId | undefined => {
  const free = listFree(seat, table)
  const own = table.leases.find((lease) => lease.seat === seat && table.now < lease.until)?.item
  if (own !== undefined && free.includes(own)) return own
  const passes = Map.groupBy(table.passed, ({ item }) => item)
  const passesOf = (item: ItemId): number => passes.get(item)?.length ?? 0
  return free.toSorted(
    (one, other) =>
      passesOf(one) - passesOf(other) ||
      seededNumber(table.seed, one) - seededNumber(table.seed, other) ||
      (one < other ? -1 : 1),
  )[0]
}

const listFree = (seat: SeatId, { turnings, leases, passed, aside, now }: Table): readonly ItemId[] => {
  const held = new Set(leases.filter((lease) => lease.seat !== seat && now < lease.until).map(({ item }) => item))
  const declined = new Set(passed.filter((hand) => hand.seat === seat).map(({ item }) => item))
  return turnings.flatMap(({ item, inversions }) =>
    inversions.length === 0 && !aside?.has(item) && !held.has(item) && !declined.has(item) ? [item] : [],
  )
}

/** What was passed on, with one more. It lies open for the others, and does not come back to who passed it on. */
export const passOn = (passed: readonly Hand[], seat: SeatId, item: ItemId): readonly Hand[] =>
  passed.some((hand) => hand.seat === seat && hand.item === item) ? passed : [...passed, { seat, item }]

/** How many of those who are here have a negative idea before them: for its card, "2 people are on this". */
export const countHolders = ({ leases, now }: Pick<Table, 'leases' | 'now'>, item: ItemId): number =>
  new Set(leases.filter((lease) => lease.item === item && now < lease.until).map(({ seat }) => seat)).size

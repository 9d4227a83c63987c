import { type Refusal, type Result, type SeatId, fail, ok, refusal } from '@roundel/shared/kernel'
import { type Seat, type Session, findSeat, findSeated, leads, mayShow } from '@roundel/shared/session'
import type { Clock } from '../relay/clock.ts'
import { type Budgets, openBudgets } from './budgets.ts'

/** What whoever comes too late is refused with. */
const CLOSING = refusal('overloaded', { reason: 'closing' })

/** Whom a room serves, and how often. All refuse with `overloaded` once it closes. */
export interface Admission {
  readonly open: () => Result<void, Refusal>
  /** Whoever sits here. */
  readonly seated: (seat: SeatId) => Result<Seat, Refusal>
  /** Whoever may look: the seated, and those who wait at the door and see that they do. */
  readonly looking: (seat: SeatId) => Result<Seat, Refusal>
  /** Whoever may show a screen. */
  readonly showing: (seat: SeatId) => Result<Seat, Refusal>
  readonly leading: (seat: SeatId) => Result<Seat, Refusal>
  /** Counts one more of something. Refuses with `too-many` and when to come again. */
  readonly afford: (...what: Parameters<Budgets['spend']>) => Result<void, Refusal>
}

/** Admits to a session as it is on disk, for as long as its room `isOpen`. */
export const openAdmission = (session: () => Session, isOpen: () => boolean, clock: Clock): Admission => {
  const budgets = openBudgets(clock)
  const open = (): Result<void, Refusal> => (isOpen() ? ok(undefined) : fail(CLOSING))
  const seated = (seat: SeatId): Result<Seat, Refusal> => (isOpen() ? findSeated(session(), seat) : fail(CLOSING))

  const only =
    (may: (seat: Seat) => boolean) =>
    (seat: SeatId): Result<Seat, Refusal> => {
      const found = seated(seat)
      return !found.ok || may(found.value) ? found : fail(refusal('not-allowed'))
    }

  return {
    open,
    seated,
    looking: (seat) => {
      const found = findSeat(session(), seat)
      return isOpen() && found?.state === 'waiting' ? ok(found) : seated(seat)
    },
    showing: only(mayShow),
    leading: only(leads),
    afford: (what, seat) => {
      if (!isOpen()) return fail(CLOSING)
      const wait = budgets.spend(what, seat)
      return wait === 0 ? ok(undefined) : fail(refusal('too-many', { retryAfter: wait }))
    },
  }
}

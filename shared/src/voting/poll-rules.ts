import { type ItemKind, isJudgeable } from '../board/index.ts'
import { type ItemId, type Refusal, type Result, type SeatId, fail, ok, refusal, unreachable } from '../kernel/index.ts'
import { scoringOf } from '../scoring/index.ts'
import type { Poll, PollCommand } from './poll.ts'

/**
 * What a poll's rules need besides the command: the server's clock, a drawn seed, who may vote if it opens now, and the kinds
 * of the items on the board.
 */
export interface PollCircumstances {
  readonly now: number
  readonly seed: number
  readonly eligible: readonly SeatId[]
  /** The kind of an item of the board; undefined where there is no such item. */
  readonly kindOf: (item: ItemId) => ItemKind | undefined
}

/**
 * The poll that follows from a command, or why there is none. Whether somebody may give it is asked before.
 *
 * Refuses with `bad-input` settings that do not fit, nothing to score, and what may not be judged; with `duplicate` a second
 * opening, `unknown` without a poll and for items that are not there, `closed` after closing, `not-allowed` a voter who is not eligible, `wrong-phase` any other moment.
 */
export const decidePoll = (
  poll: Poll | undefined,
  command: PollCommand,
  circumstances: PollCircumstances,
): Result<Poll, Refusal> => {
  const { now } = circumstances
  if (command.type === 'open-scoring') return open(poll, command, circumstances)
  if (!poll || poll.step !== command.step) return fail(refusal('unknown'))
  switch (command.type) {
    case 'admit-voter':
      return whileOpen(poll, () => ok({ ...poll, eligible: include(poll.eligible, command.seat) }))
    case 'cast':
      return whileOpen(poll, () =>
        poll.eligible.includes(command.seat)
          ? ok({ ...poll, cast: include(poll.cast, command.seat) })
          : fail(refusal('not-allowed')),
      )
    case 'close-scoring':
      return whileOpen(poll, () => ok({ ...poll, state: 'closed', closedAt: now }))
    case 'show-results':
      return poll.state === 'closed' ? ok({ ...poll, state: 'shown', shownAt: now }) : fail(refusal('wrong-phase'))
    case 'cancel-scoring':
      return poll.state === 'open' || poll.state === 'closed'
        ? ok({ ...poll, state: 'cancelled', cancelledAt: now })
        : fail(refusal('wrong-phase'))
    default:
      return unreachable(command)
  }
}

const open = (
  poll: Poll | undefined,
  { step, scoring, settings, items }: Extract<PollCommand, { readonly type: 'open-scoring' }>,
  { now, seed, eligible, kindOf }: PollCircumstances,
): Result<Poll, Refusal> => {
  if (poll && poll.state !== 'cancelled') return fail(refusal('duplicate'))
  const found = scoringOf(scoring)
  if (!found.accepts(settings)) return fail(refusal('bad-input', { reason: 'settings' }))
  const frozen = [...new Set(items)]
  if (frozen.length === 0) return fail(refusal('bad-input', { reason: 'no-items' }))
  const kinds = frozen.map(kindOf)
  if (kinds.includes(undefined)) return fail(refusal('unknown'))
  if (!kinds.every((kind) => kind && isJudgeable(kind))) return fail(refusal('bad-input', { reason: 'negative' }))
  return ok({
    state: 'open',
    step,
    scoring,
    settings: found.settings(settings),
    items: frozen,
    eligible: [...new Set(eligible)],
    cast: [],
    seed,
    openedAt: now,
  })
}

const whileOpen = (poll: Poll, then: () => Result<Poll, Refusal>): Result<Poll, Refusal> =>
  poll.state === 'open' ? then() : fail(refusal('closed'))

const include = (seats: readonly SeatId[], seat: SeatId): readonly SeatId[] =>
  seats.includes(seat) ? seats : [...seats, seat]

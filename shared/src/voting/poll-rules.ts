import { type ItemKind, isJudgeable } from '../board/index.ts'
import {
  type ItemId,
  LIMITS,
  type Refusal,
  type Result,
  type SeatId,
  fail,
  ok,
  refusal,
  unreachable,
} from '../kernel/index.ts'
import { scoringOf } from '../scoring/index.ts'
import { type Elector, type Poll, type PollCommand, type PollId, ballotKey } from './poll.ts'

/**
 * What a poll's rules need besides the command: the server's clock, an id and a seed that were drawn, who may vote if it opens
 * now, and what is on the board.
 */
export interface PollCircumstances {
  readonly now: number
  readonly id: PollId
  readonly seed: number
  readonly electors: readonly Elector[]
  /** The kind of an idea that stands on the board, `group` for a group; undefined where there is neither. */
  readonly kindOf: (item: ItemId) => ItemKind | 'group' | undefined
}

/**
 * The poll that follows from a command, or why there is none. Whether somebody may give it is asked before.
 *
 * Refuses with `bad-input` settings that do not fit, nothing to score, and what may not be judged; with `duplicate` a second
 * opening, `unknown` without a poll and for what is not there, `too-many` more than can be voted on, `closed` after closing,
 * `not-allowed` a voter who is not eligible, `wrong-phase` any other moment.
 */
export const decidePoll = (
  poll: Poll | undefined,
  command: PollCommand,
  circumstances: PollCircumstances,
): Result<Poll, Refusal> => {
  const { now } = circumstances
  if (command.type === 'open') return open(poll, command, circumstances)
  if (!poll) return fail(refusal('unknown'))
  switch (command.type) {
    case 'admit':
      return whileOpen(poll, () => admit(poll, command.elector))
    case 'cast':
      return noteCast(poll, command.seat, command.person)
    case 'close':
      return whileOpen(poll, () => ok({ ...poll, state: 'closed', closedAt: now }))
    case 'show':
      return poll.state === 'closed' ? ok({ ...poll, state: 'shown', shownAt: now }) : fail(refusal('wrong-phase'))
    case 'cancel':
      return poll.state === 'open' || poll.state === 'closed'
        ? ok({ ...poll, state: 'cancelled', cancelledAt: now })
        : fail(refusal('wrong-phase'))
    default:
      return unreachable(command)
  }
}

/** The poll once somebody has cast a ballot, the first time or anew. Refuses with `not-allowed`, or `closed` when voting is over. */
export const noteCast = (poll: Poll, seat: SeatId, person: number): Result<Poll, Refusal> =>
  whileOpen(poll, () =>
    isElector(poll, { seat, person })
      ? ok({ ...poll, cast: include(poll.cast, ballotKey(seat, person)) })
      : fail(refusal('not-allowed')),
  )

/** Whether somebody may vote: a seat, as one of so many people. */
export const isElector = (
  { electors }: Pick<Poll, 'electors'>,
  { seat, person }: { readonly seat: string; readonly person: number },
): boolean => electors.some((elector) => elector.seat === seat && person >= 1 && person <= elector.people)

/** Why this cannot be put to the vote; undefined when it can. */
export const objectToOpening = (
  { scoring, settings, subject, items }: Omit<Extract<PollCommand, { readonly type: 'open' }>, 'type'>,
  kindOf: PollCircumstances['kindOf'],
): Refusal | undefined => {
  if (!scoringOf(scoring).accepts(settings)) return refusal('bad-input', { reason: 'settings' })
  if (items.length === 0) return refusal('bad-input', { reason: 'no-items' })
  if (items.length > LIMITS.itemsPerPoll) return refusal('too-many', { most: LIMITS.itemsPerPoll })
  for (const item of items) {
    const kind = kindOf(item)
    if (kind === undefined || (kind === 'group') !== (subject === 'groups')) return refusal('unknown')
    if (kind !== 'group' && !isJudgeable(kind)) return refusal('bad-input', { reason: 'negative' })
  }
  return undefined
}

const open = (
  poll: Poll | undefined,
  command: Extract<PollCommand, { readonly type: 'open' }>,
  { now, id, seed, electors, kindOf }: PollCircumstances,
): Result<Poll, Refusal> => {
  if (poll && poll.state !== 'cancelled') return fail(refusal('duplicate'))
  const items = [...new Set(command.items)]
  const objection = objectToOpening({ ...command, items }, kindOf)
  if (objection) return fail(objection)
  const { scoring, settings, subject } = command
  return ok({
    state: 'open',
    id,
    scoring,
    settings: scoringOf(scoring).settings(settings),
    subject,
    items,
    electors,
    cast: [],
    seed,
    openedAt: now,
  })
}

/** The poll with one more elector, or with more people at a seat. Never fewer: somebody may have voted. */
const admit = (poll: Poll, elector: Elector): Result<Poll, Refusal> => {
  const known = poll.electors.find(({ seat }) => seat === elector.seat)
  if (elector.people > LIMITS.peoplePerDevice) return fail(refusal('too-many', { most: LIMITS.peoplePerDevice }))
  if (!known) return ok({ ...poll, electors: [...poll.electors, elector] })
  if (elector.people < known.people) return fail(refusal('bad-input', { path: 'people' }))
  return ok({ ...poll, electors: poll.electors.map((other) => (other === known ? elector : other)) })
}

const whileOpen = (poll: Poll, then: () => Result<Poll, Refusal>): Result<Poll, Refusal> =>
  poll.state === 'open' ? then() : fail(refusal('closed'))

const include = <Value>(values: readonly Value[], value: Value): readonly Value[] =>
  values.includes(value) ? values : [...values, value]

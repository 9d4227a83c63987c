import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ItemId, LIMITS, type SeatId, asId } from '../kernel/index.ts'
import { type Elector, type Poll, type PollCommand, countElectors } from './poll.ts'
import { decidePoll } from './poll-rules.ts'

const [ANN, BOB, EVE] = ['ann', 'bob', 'eve'].map((name) => asId<'seat'>(name.padEnd(16, '_'))) as [
  SeatId,
  SeatId,
  SeatId,
]
const ITEMS: readonly ItemId[] = [asId('item000000000001'), asId('item000000000002')]
const electorOf = (seat: SeatId, people = 1): Elector => ({ seat, people, side: 'team' })
const CIRCUMSTANCES = {
  now: 1_000,
  id: asId<'poll'>('poll000000000001'),
  seed: 42,
  electors: [ANN, BOB].map((seat) => electorOf(seat)),
  kindOf: () => 'idea' as const,
}
const OPEN = {
  type: 'open',
  scoring: 'fan',
  settings: {},
  subject: 'ideas',
  items: ITEMS,
} as const satisfies PollCommand

const run = (...commands: readonly PollCommand[]): Poll | undefined =>
  commands.reduce<Poll | undefined>((poll, command) => {
    const decided = decidePoll(poll, command, CIRCUMSTANCES)
    return decided.ok ? decided.value : poll
  }, undefined)
const refused = (poll: Poll | undefined, command: PollCommand): string | undefined => {
  const decided = decidePoll(poll, command, CIRCUMSTANCES)
  return decided.ok ? undefined : decided.error.code
}
const [CLOSE, SHOW, CANCEL] = (['close', 'show', 'cancel'] as const).map((type) => ({ type })) as [
  PollCommand,
  PollCommand,
  PollCommand,
]
const cast = (seat: SeatId, person = 1): PollCommand => ({ type: 'cast', seat, person })
const admit = (seat: SeatId, people = 1): PollCommand => ({ type: 'admit', elector: electorOf(seat, people) })

test('Q30 a poll opens with its items, settings and voters fixed, and once', () => {
  expect(run(OPEN)).toMatchObject({
    state: 'open',
    items: ITEMS,
    electors: [electorOf(ANN), electorOf(BOB)],
    cast: [],
    seed: 42,
    openedAt: 1_000,
    settings: { scale: 'one-to-five', weights: { feasible: 1 } },
  })
  expect(refused(run(OPEN), OPEN)).toBe('duplicate')
  expect(refused(undefined, { ...OPEN, settings: { scale: 'feet' } })).toBe('bad-input')
  expect(refused(undefined, { ...OPEN, items: [] })).toBe('bad-input')
  const many = Array.from({ length: LIMITS.itemsPerPoll + 1 }, (_, at) => asId<'item'>(`item${at}`.padEnd(16, '_')))
  expect(refused(undefined, { ...OPEN, items: many })).toBe('too-many')
  expect(refused(undefined, { ...OPEN, subject: 'groups' })).toBe('unknown')
  expect(refused(undefined, CLOSE)).toBe('unknown')
})

test('Q30 those eligible cast, late comers once they were admitted, and nobody after closing', () => {
  expect(refused(run(OPEN), cast(EVE))).toBe('not-allowed')
  const admitted = run(OPEN, admit(EVE), cast(EVE), cast(ANN), cast(EVE))
  expect(admitted).toMatchObject({ cast: [EVE, ANN] })
  expect(admitted && countElectors(admitted)).toBe(3)
  expect(refused(run(OPEN, CLOSE), cast(ANN))).toBe('closed')
  expect(refused(run(OPEN, CLOSE), admit(EVE))).toBe('closed')
})

test('Q32 people around one device each have a ballot of their own, as many as were admitted and never fewer', () => {
  const shared = run(OPEN, admit(ANN, 3), cast(ANN, 2), cast(ANN, 3), cast(ANN, 2))
  expect(shared && countElectors(shared)).toBe(4)
  expect(shared?.cast).toEqual([`${ANN}.2`, `${ANN}.3`])
  expect(refused(shared, cast(ANN, 4))).toBe('not-allowed')
  expect(refused(shared, cast(ANN, 0))).toBe('not-allowed')
  expect(refused(shared, admit(ANN, 2))).toBe('bad-input')
  expect(refused(shared, admit(ANN, LIMITS.peoplePerDevice + 1))).toBe('too-many')
})

test('Q30 results are shown after closing only; what was shown is not cancelled, and what was cancelled opens anew', () => {
  expect(refused(run(OPEN), SHOW)).toBe('wrong-phase')
  expect(run(OPEN, CLOSE, SHOW)).toMatchObject({ state: 'shown', closedAt: 1_000, shownAt: 1_000 })
  expect(refused(run(OPEN, CLOSE, SHOW), CANCEL)).toBe('wrong-phase')
  expect(run(OPEN, cast(ANN), CANCEL, OPEN)).toMatchObject({ state: 'open', cast: [] })
})

test('Q30 whatever comes, only those eligible have cast, each once, and items and settings never change', () => {
  const command = fc.oneof(
    fc.constantFrom<PollCommand>(CLOSE, SHOW, CANCEL),
    fc
      .tuple(fc.constantFrom(ANN, BOB, EVE), fc.integer({ min: 0, max: 3 }))
      .map(([seat, person]) => cast(seat, person)),
    fc.tuple(fc.constantFrom(ANN, EVE), fc.integer({ min: 1, max: 3 })).map(([seat, people]) => admit(seat, people)),
  )
  fc.assert(
    fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
      const poll = run(OPEN, ...commands)!
      expect(new Set(poll.cast).size).toBe(poll.cast.length)
      expect(poll.cast.length).toBeLessThanOrEqual(countElectors(poll))
      expect(poll.cast.every((key) => poll.electors.some(({ seat }) => key.startsWith(seat)))).toBe(true)
      const { items, settings, seed } = run(OPEN)!
      expect({ items: poll.items, settings: poll.settings, seed: poll.seed }).toEqual({ items, settings, seed })
    }),
  )
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ItemId, type SeatId, type StepId, asId } from '../kernel/index.ts'
import type { Poll, PollCommand } from './poll.ts'
import { decidePoll } from './poll-rules.ts'

const STEP: StepId = asId('step000000000001')
const OTHER: StepId = asId('step000000000002')
const [ANN, BOB, EVE] = ['ann', 'bob', 'eve'].map((name) => asId<'seat'>(name.padEnd(16, '_'))) as [
  SeatId,
  SeatId,
  SeatId,
]
const ITEMS: readonly ItemId[] = [asId('item000000000001'), asId('item000000000002')]
const CIRCUMSTANCES = { now: 1_000, seed: 42, eligible: [ANN, BOB], kindOf: () => 'idea' as const }
const OPEN = {
  type: 'open-scoring',
  step: STEP,
  scoring: 'fan',
  settings: {},
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
const [CLOSE, SHOW, CANCEL] = (['close-scoring', 'show-results', 'cancel-scoring'] as const).map((type) => ({
  type,
  step: STEP,
})) as [PollCommand, PollCommand, PollCommand]
const cast = (seat: SeatId): PollCommand => ({ type: 'cast', step: STEP, seat })

test('Q30 a poll opens with its items, settings and voters fixed, and once', () => {
  expect(run(OPEN)).toMatchObject({
    state: 'open',
    items: ITEMS,
    eligible: [ANN, BOB],
    cast: [],
    seed: 42,
    openedAt: 1_000,
    settings: { scale: 'one-to-five', weights: { feasible: 1 } },
  })
  expect(refused(run(OPEN), OPEN)).toBe('duplicate')
  expect(refused(undefined, { ...OPEN, settings: { scale: 'feet' } })).toBe('bad-input')
  expect(refused(undefined, { ...OPEN, items: [] })).toBe('bad-input')
  expect(refused(undefined, CLOSE)).toBe('unknown')
  expect(refused(run(OPEN), { ...cast(ANN), step: OTHER })).toBe('unknown')
})

test('Q30 those eligible cast, late comers once they were admitted, and nobody after closing', () => {
  expect(refused(run(OPEN), cast(EVE))).toBe('not-allowed')
  const admitted = run(OPEN, { type: 'admit-voter', step: STEP, seat: EVE }, cast(EVE), cast(ANN), cast(EVE))
  expect(admitted).toMatchObject({ eligible: [ANN, BOB, EVE], cast: [EVE, ANN] })
  expect(refused(run(OPEN, CLOSE), cast(ANN))).toBe('closed')
  expect(refused(run(OPEN, CLOSE), { type: 'admit-voter', step: STEP, seat: EVE })).toBe('closed')
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
    fc.constantFrom(ANN, BOB, EVE).map(cast),
    fc.constantFrom(ANN, EVE).map((seat): PollCommand => ({ type: 'admit-voter', step: STEP, seat })),
  )
  fc.assert(
    fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
      const poll = run(OPEN, ...commands)!
      expect(new Set(poll.cast).size).toBe(poll.cast.length)
      expect(poll.cast.every((seat) => poll.eligible.includes(seat))).toBe(true)
      const { items, settings, seed } = run(OPEN)!
      expect({ items: poll.items, settings: poll.settings, seed: poll.seed }).toEqual({ items, settings, seed })
    }),
  )
})

import { expect, test } from 'vitest'
import { asId } from '../kernel/index.ts'
import { outcomesOf } from './outcomes.ts'
import type { SessionDigest, Undertaking } from './workspace.ts'

// The first of October 2026, by UTC.
const BEGIN = Date.UTC(2026, 9, 1)
const DAY = 86_400_000
const NOW = BEGIN + 60 * DAY

const undertaking = (more: Partial<Undertaking>): Undertaking => ({
  session: asId('session-00000001'),
  title: 'A session',
  action: 'action-000000001',
  text: 'Buy a kettle',
  owner: 'Omid',
  decidedAt: BEGIN,
  state: 'open',
  ...more,
})

const known = (more: Partial<NonNullable<Undertaking['reviewed']>> = {}) => ({
  at: BEGIN + 20 * DAY,
  isTried: true,
  isBetter: false,
  isMeasured: false,
  ...more,
})

const held = (more: Partial<SessionDigest>): SessionDigest => ({
  id: asId('session-00000001'),
  title: 'A session',
  state: 'ended',
  at: BEGIN,
  people: 4,
  ideas: 12,
  scored: 0,
  chosen: 0,
  decided: 0,
  heard: 0,
  trialDays: [],
  steps: [],
  ...more,
})

const of = (undertakings: readonly Undertaking[], sessions: readonly SessionDigest[] = []) =>
  outcomesOf('2026-Q4', { sessions, undertakings }, NOW)

test('Z80 actions are done in time when that was known by the end of their day, out of those whose day is over or that are settled', () => {
  const onItsDay = known({ at: Date.UTC(2026, 9, 21, 23, 59) })
  expect(
    of([
      undertaking({ due: '2026-10-21', state: 'done', reviewed: onItsDay }),
      undertaking({ due: '2026-10-20', state: 'done', reviewed: onItsDay }),
      undertaking({ due: '2026-10-20' }),
      undertaking({ due: '2027-01-01', state: 'dropped', reviewed: known({ isTried: false }) }),
      // Whose day is still to come, or which has none, is not counted yet; nor is what another quarter decided.
      undertaking({ due: '2027-01-01' }),
      undertaking({ state: 'done', reviewed: known() }),
      undertaking({ due: '2026-09-01', decidedAt: BEGIN - 1, state: 'done', reviewed: known() }),
    ]),
  ).toMatchObject({ due: 4, inTime: 1 })
})

test('Z80 of what was tried it is told how many were measured, and how many made things better', () => {
  expect(
    of([
      undertaking({ state: 'done', reviewed: known({ isBetter: true, isMeasured: true }) }),
      undertaking({ state: 'carried', reviewed: known({ isMeasured: true }) }),
      undertaking({ state: 'dropped', reviewed: known({ isTried: false }) }),
      undertaking({}),
    ]),
  ).toMatchObject({ tried: 2, measured: 2, better: 1 })
})

test('Z80 of the ideas that were voted on it is told how many were decided on', () => {
  const asked = (at: number, scored: number, chosen: number) => held({ at, scored, chosen })
  expect(of([], [asked(BEGIN, 7, 2), asked(NOW, 5, 1), asked(BEGIN - 1, 9, 9)])).toMatchObject({
    scored: 12,
    chosen: 3,
  })
})

test('Z83 of the ideas that were decided on it is told how many go back to what a client said', () => {
  expect(
    of([], [held({ decided: 3, heard: 2 }), held({ decided: 1 }), held({ at: BEGIN - 1, decided: 9, heard: 9 })]),
  ).toMatchObject({ decided: 4, heard: 2 })
})

test('Z84 the time from a client’s word to the first trial is the middle one of the quarter, in whole days, or none', () => {
  const daysOf = (...trialDays: readonly (readonly number[])[]) => {
    const { trials, trialDays: median } = of(
      [],
      [...trialDays.map((days) => held({ trialDays: days })), held({ at: BEGIN - 1, trialDays: [1] })],
    )
    return [trials, median]
  }
  expect(daysOf()).toEqual([0, undefined])
  expect(daysOf([12])).toEqual([1, 12])
  expect(daysOf([100, 4], [12])).toEqual([3, 12])
  expect(daysOf([100, 4], [12, 15])).toEqual([4, 14])
  expect(daysOf([0], [0])).toEqual([2, 0])
})

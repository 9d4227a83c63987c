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
  const held = (at: number, scored: number, chosen: number): SessionDigest => ({
    id: asId('session-00000001'),
    title: 'A session',
    state: 'ended',
    at,
    people: 4,
    ideas: 12,
    scored,
    chosen,
    steps: [],
  })
  expect(of([], [held(BEGIN, 7, 2), held(NOW, 5, 1), held(BEGIN - 1, 9, 9)])).toMatchObject({ scored: 12, chosen: 3 })
})

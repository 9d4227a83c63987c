import { describe, expect, test } from 'vitest'
import { asId } from '../kernel/index.ts'
import { METHOD_IDS, type MethodId } from '../methods/index.ts'
import { type WorkspaceFacts, countQuarter, listOpen, listQuarters } from './counters.ts'
import { daysOfQuarter, quarterBefore, quarterOf, readQuarter } from './quarter.ts'
import type { Contact, SessionDigest, Undertaking } from './workspace.ts'

const DAY = 86_400_000
const day = (year: number, month: number, date: number): number => {
  const days = [...Array(year - 1970).keys()].reduce((sum, each) => sum + (isLeap(1970 + each) ? 366 : 365), 0)
  const months = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return (days + months.slice(0, month - 1).reduce((sum, length) => sum + length, 0) + date - 1) * DAY
}
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const session = (at: number, ...kinds: readonly MethodId[]): SessionDigest => ({
  id: asId(`session-${String(at).padStart(8, '0').slice(-8)}`),
  title: 'A session',
  state: 'ended',
  at,
  people: 4,
  ideas: 12,
  scored: 0,
  chosen: 0,
  decided: 0,
  heard: 0,
  trialDays: [],
  steps: kinds.map((kind) => ({ kind, state: 'done', begun: true })),
})

const contact = (at: number, kind: Contact['kind']): Contact => ({
  id: asId('contact-00000001'),
  kind,
  who: 'A patient',
  at,
  lines: ['They wait'],
})

const undertaking = (decidedAt: number, more: Partial<Undertaking> = {}): Undertaking => ({
  session: asId('session-00000001'),
  title: 'A session',
  action: 'action-000000001',
  text: 'Buy a kettle',
  owner: 'Omid',
  decidedAt,
  state: 'open',
  ...more,
})

const facts = (given: Partial<WorkspaceFacts>): WorkspaceFacts => ({
  sessions: [],
  contacts: [],
  undertakings: [],
  ...given,
})

const counts = (given: Partial<WorkspaceFacts>, quarter = '2026-Q4' as const): Record<string, number> =>
  Object.fromEntries(countQuarter(quarter, facts(given)).map(({ id, count }) => [id, count]))

describe('Z6 quarters', () => {
  test('Z6 a moment lies in the quarter of its month, to the first and last millisecond', () => {
    expect(quarterOf(day(2026, 10, 1))).toBe('2026-Q4')
    expect(quarterOf(day(2026, 10, 1) - 1)).toBe('2026-Q3')
    expect(quarterOf(day(2027, 1, 1) - 1)).toBe('2026-Q4')
    expect(quarterOf(day(2024, 4, 1) - 1)).toBe('2024-Q1')
    expect(quarterOf(0)).toBe('1970-Q1')
  })

  test('Z81 the days of a quarter are those that lie in it, and the next ones do not', () => {
    for (const at of [day(2026, 2, 3), day(2026, 5, 30), day(2024, 9, 30), day(2026, 12, 31)]) {
      const { first, last } = daysOfQuarter(quarterOf(at))
      const [begin, end] = [first, last].map((text) =>
        day(...(text.split('-').map(Number) as [number, number, number])),
      )
      expect([begin, end].map((moment) => quarterOf(moment ?? 0))).toEqual([quarterOf(at), quarterOf(at)])
      expect(quarterOf((end ?? 0) + DAY)).not.toBe(quarterOf(at))
      expect(quarterOf((begin ?? 0) - 1)).toBe(quarterBefore(quarterOf(at)))
    }
  })

  test('Z6 quarters follow each other without a gap, over every turn of a year', () => {
    let next = quarterOf(day(2031, 1, 1))
    for (let at = day(2031, 1, 1) - 1; at > day(2019, 1, 1); at -= DAY) {
      const quarter = quarterOf(at)
      if (quarter === next) continue
      expect(quarter).toBe(quarterBefore(next))
      next = quarter
    }
    expect(readQuarter(next)).toEqual({ year: 2019, number: 1 })
  })

  test('Z6 the quarters of a workspace are those in which something happened, and the present one, the latest first', () => {
    const given = { sessions: [session(day(2026, 2, 3), 'talk')], contacts: [contact(day(2025, 12, 31), 'client')] }
    expect(listQuarters(facts(given), day(2026, 11, 22))).toEqual(['2026-Q4', '2026-Q1', '2025-Q4'])
    expect(listQuarters(facts({}), day(2026, 11, 22))).toEqual(['2026-Q4'])
  })
})

describe('Z7 what a quarter aims at', () => {
  const now = day(2026, 11, 22)

  test('Z7 the aims are 2 to 3 methods, research once, 2 to 3 talks, 2 to 3 ideas tried, and all decisions of the quarter before', () => {
    const given = facts({ undertakings: [undertaking(day(2026, 8, 1)), undertaking(day(2026, 9, 1))] })
    expect(countQuarter('2026-Q4', given).map(({ least, most }) => [least, most])).toEqual([
      [2, 3],
      [1, undefined],
      [2, 3],
      [2, 3],
      [2, undefined],
    ])
  })

  test('Z7 methods count once each, when a step of them has begun in the quarter; those that bring no ideas do not', () => {
    const planned = { ...session(now, 'random'), steps: [{ kind: 'random' as const, state: 'planned' as const }] }
    const sessions = [
      session(now, 'brainstorm', 'talk', 'score', 'brainstorm'),
      session(now, 'brainstorm', 'reverse'),
      session(day(2026, 7, 1), 'five-whys'),
      planned,
    ]
    expect(counts({ sessions })).toMatchObject({ methods: 2 })
    expect(METHOD_IDS).toContain('random')
  })

  test('Z7 talks and research are counted apart, in the quarter in which they were', () => {
    const contacts = [contact(now, 'client'), contact(now, 'research'), contact(day(2026, 9, 30), 'client')]
    expect(counts({ contacts })).toMatchObject({ contacts: 1, research: 1 })
  })

  test('Z7 an idea was tried within a month when it was, and within 31 days of its decision', () => {
    const reviewed = (after: number, isTried = true) =>
      undertaking(now, {
        state: 'done',
        reviewed: { at: now + after * DAY, isTried, isBetter: false, isMeasured: false },
      })
    expect(counts({ undertakings: [reviewed(31), reviewed(32), reviewed(5, false), undertaking(now)] })).toMatchObject({
      tried: 1,
    })
  })

  test('Z7 a decision of the quarter before was looked at again once it is done, dropped or carried on', () => {
    const before = day(2026, 9, 1)
    const states = ['open', 'done', 'carried', 'dropped'] as const
    const undertakings = [
      ...states.map((state) => undertaking(before, { state })),
      undertaking(day(2026, 5, 1), { state: 'done' }),
    ]
    expect(countQuarter('2026-Q4', facts({ undertakings })).at(-1)).toEqual({ id: 'reviewed', count: 3, least: 4 })
  })
})

test('Z8 what is open is listed by its day, the earliest first, and what has none last', () => {
  const list = [
    undertaking(3, { text: 'none' }),
    undertaking(2, { text: 'late', due: '2026-12-01' }),
    undertaking(9, { text: 'same day, later', due: '2026-10-01' }),
    undertaking(1, { text: 'soon', due: '2026-10-01' }),
    undertaking(1, { text: 'done', due: '2026-01-01', state: 'done' }),
  ]
  expect(listOpen(list).map(({ text }) => text)).toEqual(['soon', 'same day, later', 'late', 'none'])
})

import { describe, expect, test } from 'vitest'
import type { Cluster, Item, Link } from '../board/index.ts'
import { asId } from '../kernel/index.ts'
import type { Session } from '../session/index.ts'
import { buildReport } from './build-report.ts'
import type { ReportSource } from './report-source.ts'

const id = <Kind extends string>(name: string) => asId<Kind>(name.padEnd(16, '0'))
const [write, worse, whys, cafe] = ['write', 'worse', 'whys', 'cafe'].map((name) => id<'step'>(name)) as [
  Item['step'],
  Item['step'],
  Item['step'],
  Item['step'],
]
const ann = id<'seat'>('ann')

const item = (name: string, fields: Partial<Item> = {}): Item => ({
  id: id(name),
  kind: 'idea',
  step: write,
  text: name,
  lang: 'en',
  rank: name,
  state: 'published',
  ...fields,
})

const seat = (name: string, role: string, more: object = {}) => ({
  id: id(name),
  name,
  colour: 'sky',
  role,
  side: 'team',
  flags: [],
  language: 'en',
  state: 'seated',
  joinedAt: 0,
  ...more,
})

const session = {
  id: id('session'),
  title: 'Mornings',
  language: 'en',
  createdAt: 0,
  challenge: { text: 'How?' },
  challengeHistory: [],
  agenda: [
    { id: write, kind: 'brainstorm', names: 'shown', settings: {}, state: 'done', spent: { begunAt: 0, ms: 600_000 } },
    { id: worse, kind: 'reverse', names: 'hidden', settings: {}, state: 'skipped', planned: 20 },
    { id: whys, kind: 'five-whys', names: 'hidden', settings: {}, state: 'done' },
    { id: cafe, kind: 'talk', names: 'hidden', settings: {}, state: 'done' },
  ],
  plannedMinutes: 60,
  position: { state: 'ended', epoch: 9, at: 5_400_000 },
  seats: {
    [ann]: seat('ann', 'participant'),
    [id('bob')]: seat('bob', 'participant', { side: 'client' }),
    [id('gone')]: seat('gone', 'participant', { state: 'removed' }),
    [id('wall')]: seat('wall', 'screen'),
    [id('fay')]: seat('fay', 'facilitator'),
  },
  workings: {
    [whys]: {
      problem: { statement: { what: 'People wait' }, sources: [], accepted: true },
      causes: [
        { item: id('forms'), link: 'holds', evidence: [] },
        { item: id('hidden'), parent: id('forms'), link: 'holds', evidence: [] },
        { item: id('late'), parent: id('hidden'), link: 'holds', evidence: [], verdict: 'verified' },
      ],
      same: [],
      checks: [],
      countermeasures: [],
    },
  },
} as unknown as Session

const sourceOf = (
  items: readonly Item[],
  more: Partial<ReportSource> & { readonly clusters?: readonly Cluster[]; readonly links?: readonly Link[] } = {},
): ReportSource => ({
  session,
  items,
  clusters: [],
  links: [],
  ownerOf: () => ann,
  names: 'shown',
  now: 6_000_000,
  ...more,
})

describe('X20 a report', () => {
  test('X20 is plain data, and the same for the same source', () => {
    const source = sourceOf([item('a'), item('b')])
    const report = buildReport(source)
    expect(JSON.parse(JSON.stringify(report))).toEqual(report)
    expect(buildReport(source)).toEqual(report)
  })

  test('X20 tells ideas by group, in the order of the wall and of the items in it, and what stands in none', () => {
    const cluster = (name: string, y: number): Cluster => ({ id: id(name), step: write, title: name, at: [0, y] })
    const { groups, loose } = buildReport(
      sourceOf(
        [
          item('d', { cluster: id('low') }),
          item('c', { cluster: id('high'), rank: '2' }),
          item('b', { cluster: id('high'), rank: '1' }),
          item('a'),
        ],
        { clusters: [cluster('low', 90), cluster('high', 10), cluster('empty', 0)] },
      ),
    )
    expect(groups.map(({ title, ideas }) => [title, ideas.map(({ text }) => text)])).toEqual([
      ['high', ['b', 'c']],
      ['low', ['d']],
    ])
    expect(loose.map(({ text }) => text)).toEqual(['a'])
  })

  test('X20 tells what was merged under what stands for it, and what was parked as such', () => {
    const links: Link[] = [{ id: id('link'), type: 'duplicate-of', from: id('chai'), to: id('tea') }]
    const { loose } = buildReport(
      sourceOf([item('chai', { state: 'merged' }), item('tea'), item('x', { state: 'parked' })], { links }),
    )
    expect(loose.map(({ text, parked, same }) => [text, parked, same.map((words) => words.text)])).toEqual([
      ['tea', undefined, ['chai']],
      ['x', true, []],
    ])
  })
})

test('X21 names are told only in steps where they were shown, and nowhere when names are not told', () => {
  const items = [item('a'), item('b', { step: cafe })]
  const shown = buildReport(sourceOf(items))
  expect(shown.loose.map(({ by }) => by)).toEqual(['ann', undefined])
  expect(shown.session.ledBy).toBe('fay')
  const hidden = buildReport(sourceOf(items, { names: 'hidden' }))
  expect(JSON.stringify(hidden)).not.toMatch(/"(?:ann|fay|bob)"/)
})

test('X22 the course tells planned and real minutes, what was skipped, and who was there in numbers', () => {
  const { course, session: told } = buildReport(sourceOf([]))
  expect(course.map(({ state, plannedMinutes, realMinutes }) => [state, plannedMinutes, realMinutes])).toEqual([
    ['done', 15, 10],
    ['skipped', 20, undefined],
    ['done', 20, undefined],
    ['done', 10, undefined],
  ])
  expect(told).toMatchObject({ plannedMinutes: 60, minutes: 90, people: 3, clients: 1, endedAt: 5_400_000 })
})

test('X25 negative ideas stand apart, each with what was made of it, and are never among ideas', () => {
  const links: Link[] = [{ id: id('link'), type: 'inverts', from: id('good'), to: id('bad') }]
  const { loose, worse: apart } = buildReport(
    sourceOf([item('bad', { kind: 'negative-idea', step: worse }), item('good', { step: worse })], { links }),
  )
  expect(loose.map(({ text, turned }) => [text, turned.map((words) => words.text)])).toEqual([['good', ['bad']]])
  expect(apart.map(({ text, turned }) => [text, turned.map((words) => words.text)])).toEqual([['bad', ['good']]])
})

test('X20 a tree of causes closes over what was hidden in it', () => {
  const cause = (name: string) => item(name, { kind: 'cause', step: whys })
  const { whys: runs, loose } = buildReport(sourceOf([cause('forms'), cause('late')]))
  expect(runs).toMatchObject([
    { problem: ['People wait'], causes: [{ text: 'forms', below: [{ text: 'late', below: [] }] }] },
  ])
  expect(loose).toEqual([])
})

test('X20 what was written at a table is told there, its harvest apart, and what was grouped in its group too', () => {
  const at = { step: cafe, table: id<'table'>('one'), round: 1 } as const
  const { tables, loose, groups } = buildReport(
    sourceOf(
      [item('a', at), item('b', { ...at, kind: 'insight' }), item('c', { ...at, round: 2, cluster: id('pattern') })],
      { clusters: [{ id: id('pattern'), step: cafe, title: 'Pattern' }] },
    ),
  )
  expect(tables.map(({ ideas, harvest }) => [ideas.map(({ text }) => text), harvest.map(({ text }) => text)])).toEqual([
    [['a', 'c'], ['b']],
  ])
  expect(loose).toEqual([])
  expect(groups[0]?.ideas.map(({ text }) => text)).toEqual(['c'])
})

test('X131 a report says by how much a session began late, unless it took place at quite another time', () => {
  const begun = (plannedAt?: number): number | undefined => {
    const agenda = session.agenda.map((step) =>
      step.spent ? { ...step, spent: { ...step.spent, begunAt: 600_000 } } : step,
    )
    const planned = { ...session, agenda, ...(plannedAt !== undefined && { plannedAt }) } as Session
    return buildReport({ ...sourceOf([]), session: planned }).session.lateBy
  }
  expect(begun()).toBeUndefined()
  expect(begun(600_000)).toBeUndefined()
  expect(begun(590_000)).toBeUndefined()
  expect(begun(240_000)).toBe(6)
  expect(begun(900_000)).toBeUndefined()
  expect(begun(-86_400_000)).toBeUndefined()
})

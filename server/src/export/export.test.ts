import type { Cluster, Item } from '@roundel/shared/board'
import { asId } from '@roundel/shared/kernel'
import type { Session } from '@roundel/shared/session'
import Papa from 'papaparse'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { defuse } from './csv.ts'
import { SessionExport } from './session-file.ts'
import { exportSession } from './session-export.ts'
import { csvOf, markdownOf } from './testing/written.ts'

const id = <Kind extends string>(name: string) => asId<Kind>(name.padEnd(16, '0'))
const [hidden, shown] = [id<'step'>('hidden'), id<'step'>('shown')]
const ann = id<'seat'>('ann')

const session = {
  id: id('session'),
  title: 'Better *mornings*',
  language: 'en',
  createdAt: 0,
  challenge: { text: 'How might we <b>begin</b>?' },
  challengeHistory: [{ at: 5, challenge: { text: 'How?' } }],
  agenda: [
    { id: hidden, kind: 'brainstorm', title: 'First', names: 'hidden', settings: {}, state: 'done' },
    { id: shown, kind: 'brainstorm', names: 'shown', settings: {}, state: 'live' },
  ],
  position: { state: 'ended', epoch: 9, at: 10 },
  seats: {
    [ann]: {
      id: ann,
      name: 'Ann',
      colour: 'sky',
      role: 'facilitator',
      side: 'team',
      flags: [],
      language: 'en',
      state: 'seated',
      joinedAt: 0,
    },
    [id('gone')]: {
      id: id('gone'),
      name: 'Gone',
      colour: 'sky',
      role: 'participant',
      side: 'team',
      flags: [],
      language: 'en',
      state: 'removed',
      joinedAt: 0,
    },
    [id('wall')]: {
      id: id('wall'),
      name: 'Wall',
      colour: 'sky',
      role: 'screen',
      side: 'team',
      flags: [],
      language: 'en',
      state: 'seated',
      joinedAt: 0,
    },
  },
} as unknown as Session

const item = (name: string, fields: Partial<Item>): Item => ({
  id: id(name),
  kind: 'idea',
  step: shown,
  text: name,
  lang: 'en',
  rank: '',
  state: 'published',
  ...fields,
})

const cluster: Cluster = { id: id('cluster'), step: shown, title: '# Coffee', at: [10, 10] }

const exportOf = (items: readonly Item[]): SessionExport =>
  exportSession({ session, items, clusters: [cluster], links: [], ownerOf: () => ann, now: 0 })

describe('X1 the file', () => {
  test('X1 fits its own versioned schema, whatever it holds', () => {
    const exported = exportOf([
      item('a', { cluster: cluster.id, rank: 'b', late: true, colour: 'sky', round: 2, table: id('table') }),
      item('b', { state: 'parked', lang: 'fa', text: 'سلام' }),
    ])
    expect(v.parse(SessionExport, JSON.parse(JSON.stringify(exported)))).toEqual(exported)
  })

  test('X2 names authors only where names were shown', () => {
    const exported = exportOf([item('a', { step: hidden }), item('b', { step: shown })])
    expect(exported.items.map((each) => each.author)).toEqual([undefined, ann])
  })

  test('X3 lists those who sit in the session, not those removed, nor screens', () => {
    expect(exportOf([]).people.map((person) => person.name)).toEqual(['Ann'])
  })

  test('M73 a negative idea says that it is one, in every format, and nothing else does', () => {
    const exported = exportOf([item('a', { kind: 'negative-idea' }), item('b', {}), item('c', { kind: 'insight' })])
    expect(exported.items.map(({ polarity }) => polarity)).toEqual(['negative', undefined, undefined])
    expect(v.parse(SessionExport, JSON.parse(JSON.stringify(exported)))).toEqual(exported)
    expect(csvOf(exported).match(/"negative"/g)).toHaveLength(1)
    expect(markdownOf(exported)).toMatch(/a \(make-it-worse idea/)
  })

  test('M73 a report pairs a negative idea with what was made of it, and says how many people do it already', () => {
    const bad = item('bad', { kind: 'negative-idea', step: hidden })
    const good = item('good', { step: hidden })
    const links = [{ id: id<'link'>('link'), type: 'inverts', from: good.id, to: bad.id }] as const
    const ended = { ...exportSession({ session, items: [bad, good], clusters: [], links, ownerOf: () => ann, now: 0 }) }
    const exported = { ...ended, work: { [hidden]: { admitted: { [bad.id]: 3 } } } }
    expect(markdownOf(exported)).toContain('- good\n- bad (make-it-worse idea, already true: 3)\n  - → good\n')
    const rows = Papa.parse<Record<string, string>>(csvOf(exported).slice(1), { header: true }).data
    expect(rows.find(({ text }) => text === 'good')).toMatchObject({
      turns_round: 'bad',
      already_true: '',
      polarity: '',
    })
    expect(rows.find(({ text }) => text === 'bad')).toMatchObject({ turns_round: '', already_true: '3' })
  })

  test('X4 keeps the order of agenda, clusters and ranks', () => {
    const exported = exportOf([
      item('d', { cluster: cluster.id, rank: 'b' }),
      item('c', { cluster: cluster.id, rank: 'a' }),
      item('b', { rank: 'z' }),
      item('a', { step: hidden }),
    ])
    expect(exported.items.map((each) => each.text)).toEqual(['a', 'b', 'c', 'd'])
  })
})

const FORMULAS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '\0=1',
  ' =1',
  '\u00A0=1',
  '\u3000=1',
  '"=1',
  "'=1",
  '“=1',
  '« =1',
  '＝1',
  '＋1',
  '－1',
  '＠SUM',
  '﹦1',
  '−1',
  '\u200F=1',
  '\u200B=cmd|A',
  '  "\'=HYPERLINK("x")',
]

describe('X5 spreadsheets', () => {
  test.each(FORMULAS)('X5 %j is written as text', (text) => {
    const csv = csvOf(exportOf([item('a', { text })]))
    const [row] = Papa.parse<Record<string, string>>(csv, { header: true, newline: '\r\n' }).data
    expect(row?.['text']).toBe(`'${text}`)
  })

  test.each(['plain', '1+1=2', 'a=b', '5 - 3', 'سلام', '', 'mail@example.org'])('X5 %j stays as it is', (text) => {
    expect(defuse(text)).toBe(text)
  })

  test('X5 an id that begins like a formula is a text too, and the same wherever it stands', () => {
    const [tea, chai] = [item('a', { state: 'merged' }), item('b', { id: asId('-7-MDIOQMSnTHxYr') })]
    const links = [{ id: id<'link'>('link'), type: 'duplicate-of', from: tea.id, to: chai.id }] as const
    const seen = { session, items: [tea, chai], clusters: [], links, ownerOf: () => ann, now: 0 }
    const rows = Papa.parse<Record<string, string>>(csvOf(exportSession(seen)), { header: true }).data
    expect(rows.find(({ state }) => state === 'merged')).toMatchObject({ merged_into: "'-7-MDIOQMSnTHxYr" })
    expect(rows.find(({ text }) => text === 'b')).toMatchObject({ id: "'-7-MDIOQMSnTHxYr" })
  })

  test('X5 titles, names and clusters are defused too', () => {
    const csv = csvOf(
      exportSession({
        session: {
          ...session,
          agenda: [{ ...session.agenda[1], title: '=step' }],
          seats: { [ann]: { ...session.seats[ann], name: '=ann' } },
        } as unknown as Session,
        items: [item('a', { cluster: cluster.id })],
        clusters: [{ ...cluster, title: '=cluster' }],
        links: [],
        ownerOf: () => ann,
        now: 0,
      }),
    )
    const [row] = Papa.parse<Record<string, string>>(csv, { header: true }).data
    expect(row).toMatchObject({ step: "'=step", author: "'=ann", cluster: "'=cluster" })
  })

  test('X6 a table begins with a byte order mark and quotes every cell, line breaks and quotes included', () => {
    const csv = csvOf(exportOf([item('a', { text: 'one\n"two", three' })]))
    expect(csv.startsWith('\uFEFF"step"')).toBe(true)
    const [row] = Papa.parse<Record<string, string>>(csv, { header: true, newline: '\r\n' }).data
    expect(row?.['text']).toBe('one\n"two", three')
  })
})

describe('X7 Markdown', () => {
  test('X7 what people wrote stays text', () => {
    const markdown = markdownOf(
      exportOf([
        item('a', {
          text: '# no heading\n- no list\n<script>x</script> [a](javascript:x) **b** `c`',
          cluster: cluster.id,
        }),
      ]),
    )
    expect(markdown).toContain('#### # Coffee')
    expect(markdown).not.toMatch(/^# no heading/m)
    expect(markdown).not.toMatch(/^\s*- no list/m)
    expect(markdown).not.toMatch(/(?<!\\)<script>/)
    expect(markdown).not.toMatch(/[^\\]\[a\]\(/)
    expect(markdown).not.toContain('**b**')
  })

  test('X7 merged items are told by what they were merged into; parked and late ones say so', () => {
    const markdown = markdownOf(
      exportOf([
        item('one', { state: 'merged' }),
        item('two', { state: 'parked' }),
        item('three', { late: true, step: hidden }),
      ]),
    )
    expect(markdown).not.toContain('one')
    expect(markdown).toContain('two (parked, Ann)')
    expect(markdown).toContain('three (late)')
  })
})

test('C44 what was merged stands under what stands for it, with its own text, in every format', () => {
  const [tea, chai, green] = [item('tea', {}), item('chai', { state: 'merged' }), item('green', { state: 'merged' })]
  const link = (from: Item, to: Item) =>
    ({ id: id<'link'>(`${from.text}-l`), type: 'duplicate-of', from: from.id, to: to.id }) as const
  const exported = exportSession({
    session: { ...session, colours: { sky: '=free' } },
    items: [{ ...tea, colour: 'sky' }, chai, green],
    clusters: [],
    links: [link(chai, tea), link(green, chai)],
    ownerOf: () => ann,
    now: 0,
  })
  expect(v.parse(SessionExport, JSON.parse(JSON.stringify(exported)))).toEqual(exported)
  const rows = Papa.parse<Record<string, string>>(csvOf(exported), { header: true }).data.slice(0, 3)
  expect(rows.map((row) => [row['text'], row['merged_into']])).toEqual([
    ['chai', tea.id],
    ['green', tea.id],
    ['tea', ''],
  ])
  expect(rows[2]).toMatchObject({ colour: 'sky', colour_meaning: "'=free" })
  expect(markdownOf(exported)).toContain('- tea (Ann)\n  - chai (Ann)\n  - green (Ann)')
})

test('X9 a second line goes with its item into every format, as text, and where there is none nothing stands', () => {
  const exported = exportOf([
    item('a', { text: 'Show the way', late: true, second: { lang: 'fa', text: '=راه' } }),
    item('b', { text: 'Plain' }),
  ])
  expect(v.parse(SessionExport, JSON.parse(JSON.stringify(exported)))).toEqual(exported)
  expect(exported.items.map(({ second }) => second)).toEqual([{ lang: 'fa', text: '=راه' }, undefined])
  const rows = Papa.parse<Record<string, string>>(csvOf(exported), { header: true }).data
  expect(rows[0]).toMatchObject({ text: 'Show the way', language: 'en', second_text: "'=راه", second_language: 'fa' })
  expect(rows[1]).toMatchObject({ text: 'Plain', second_text: '', second_language: '' })
  expect(markdownOf(exported)).toContain('- Show the way (late, Ann)\\\n  \\=راه\n- Plain (Ann)')
})

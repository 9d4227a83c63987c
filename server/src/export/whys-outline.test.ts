import type { Item, Link } from '@roundel/shared/board'
import { asId } from '@roundel/shared/kernel'
import type { WhyTree } from '@roundel/shared/methods/five-whys'
import type { Session } from '@roundel/shared/session'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { exportSession } from './session-export.ts'
import { csvOf, markdownOf } from './testing/written.ts'

const id = <Kind extends string>(name: string) => asId<Kind>(name.padEnd(16, '0'))
const step = id<'step'>('whys')
const leila = id<'seat'>('leila')
const [forms, late, desk, tally, mail, fact] = ['forms', 'late', 'desk', 'tally', 'mail', 'fact'].map((name) =>
  id<'item'>(name),
) as [Item['id'], Item['id'], Item['id'], Item['id'], Item['id'], Item['id']]

const tree: WhyTree = {
  problem: { statement: { what: 'People *wait*', since: 'March' }, sources: [fact], accepted: true },
  causes: [
    { item: forms, link: 'holds', evidence: [] },
    {
      item: late,
      parent: forms,
      link: 'holds',
      evidence: [{ item: tally, kind: 'data', supports: true, source: 'Tally' }],
      verdict: 'verified',
      control: 'ours',
      root: { state: 'confirmed', supporters: [leila] },
    },
    { item: desk, link: 'untested', evidence: [], root: { state: 'candidate', supporters: [leila] } },
  ],
  same: [],
  checks: [{ id: id('check'), cause: desk, question: 'On Mondays?', owner: leila, due: '2026-12-01' }],
  countermeasures: [{ item: mail, addresses: [late] }],
}

const session = {
  id: id('session'),
  title: 'The front desk',
  language: 'en',
  createdAt: 0,
  challenge: { text: '' },
  challengeHistory: [],
  agenda: [{ id: step, kind: 'five-whys', title: 'Why', names: 'hidden', settings: {}, state: 'live', begun: true }],
  position: { state: 'ended', epoch: 9, at: 10 },
  seats: {},
  workings: { [step]: tree },
} as unknown as Session

const item = (name: Item['id'], kind: Item['kind'], text: string, state: Item['state'] = 'published'): Item => ({
  id: name,
  kind,
  step,
  text,
  lang: 'en',
  rank: '',
  state,
})

const exportOf = (hidden?: Item['id']) => {
  const items = [
    item(forms, 'cause', 'Forms at the desk'),
    item(late, 'cause', 'Not sent before'),
    item(desk, 'cause', 'One desk'),
    item(tally, 'note', 'I counted'),
    item(mail, 'idea', '=Send it'),
    item(fact, 'note', 'Nine of ten'),
    item(id('alone'), 'idea', 'An idea of its own'),
  ].map((each) => (each.id === hidden ? { ...each, state: 'hidden' as const } : each))
  const links: Link[] = [{ id: id('link'), type: 'caused-by', from: forms, to: late }]
  return exportSession({ session, items, clusters: [], links, ownerOf: () => leila, now: 0 })
}

test('M69 a report reads a run as its problem, an indented list of causes with what is known of each, and its roots with their ideas', () => {
  expect(markdownOf(exportOf())).toBe(`### Why

- People \\*wait\\* (what)
- March (since)
- Nine of ten (fact)

#### Causes

- Forms at the desk (no evidence, “therefore” holds)
  - Not sent before (verified, “therefore” holds, control: ours, root: confirmed)
    - I counted (evidence for, data, source: Tally)
- One desk (no evidence, root: candidate)
  - On Mondays? (to check until 2026-12-01)

#### Roots

- Not sent before (confirmed)
  - \\=Send it
- One desk (candidate)

#### Besides

- An idea of its own
- Nine of ten (note)
`)
})

test('M69 what was hidden is not told by the tree either, and nobody is named in any format', () => {
  const exported = exportOf(late)
  expect(markdownOf(exported)).not.toContain('Not sent before')
  expect(markdownOf(exported)).toContain('  - hidden (verified')
  expect(JSON.stringify(exported.work)).not.toContain('supporters')
  expect(JSON.stringify({ ...exported.work, [step]: { ...tree, causes: [] } })).toContain(leila)
  for (const text of [markdownOf(exported), csvOf(exported)]) expect(text).not.toContain(leila)
})

test('M69 a table says of each cause what it explains', () => {
  const rows = Papa.parse<Record<string, string>>(csvOf(exportOf()).slice(1), { header: true }).data
  const explains = Object.fromEntries(rows.map(({ text, explains: above }) => [text, above]))
  expect(explains).toMatchObject({ 'Not sent before': 'Forms at the desk', 'Forms at the desk': '' })
})

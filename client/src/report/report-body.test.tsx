// @vitest-environment jsdom
import type { Report } from '@roundel/shared/report'
import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { LATER } from '../i18n/catalogue.ts'
import { loadCatalogue } from '../i18n/load-catalogue.ts'
import { MoreTexts } from '../i18n/texts.tsx'
import { anId } from '../testing/a-view.ts'
import { ReportBody } from './report-body.tsx'
import { REPORT_TEXTS } from './texts.ts'

const idea = (text: string, lang = 'en'): Report['loose'][number] => ({
  id: anId<'item'>(text.slice(0, 10)),
  kind: 'idea',
  step: anId<'step'>('step-1'),
  text,
  lang,
  colour: 'sky',
  same: [],
  turned: [],
})

const REPORT: Report = {
  format: 'roundel-report',
  version: 1,
  madeAt: 0,
  session: {
    title: 'The front desk',
    language: 'en',
    state: 'ended',
    challenge: { text: 'How?' },
    startedAt: Date.UTC(2026, 10, 22, 12),
    minutes: 75,
    plannedMinutes: 60,
    people: 18,
    clients: 2,
  },
  names: 'hidden',
  hasNames: false,
  decisions: [],
  actions: [
    { id: 'one', text: 'Pilot it', lang: 'en', state: 'open', due: '2026-12-15' },
    { id: 'two', text: 'Ask them', lang: 'en', state: 'done', outcome: { result: 'better' }, from: 'Q3' },
  ],
  votes: [],
  disputes: [],
  groups: [{ title: '', ideas: [idea('نوبت‌دهی', 'fa'), idea('Чай', 'ru')] }],
  loose: [idea('Tea')],
  worse: [],
  whys: [],
  tables: [],
  course: [
    { id: anId<'step'>('step-1'), kind: 'brainstorm', state: 'done', plannedMinutes: 15, realMinutes: 20.5 },
    { id: anId<'step'>('step-2'), kind: 'talk', state: 'skipped', plannedMinutes: 10 },
  ],
}

beforeAll(async () => {
  await Promise.all([loadCatalogue(LATER, 'en'), loadCatalogue(REPORT_TEXTS, 'en')])
})
afterEach(() => vi.unstubAllGlobals())

test('C213 a table stands in the report with its sign and its name', async () => {
  const table = { name: 'Languages', icon: 'turtle', ideas: [idea('Signs at eye level')], harvest: [] }
  await read({ ...REPORT, tables: [{ ...table, id: 'one' }] })
  const heading = screen.getByRole('heading', { name: 'Languages' })
  expect(heading.querySelector('[data-sign]')?.getAttribute('data-sign')).toBe('turtle')
})

test('C225 what a table harvested and what lies on its cloth have headings of their own', async () => {
  const table = { id: 'one', name: 'Languages', icon: 'turtle', ideas: [idea('Signs at eye level')] }
  const below = (): readonly (string | null)[] =>
    screen.getAllByRole('heading', { level: 4 }).map(({ textContent, nextElementSibling }) => {
      return `${textContent}: ${nextElementSibling?.textContent}`
    })
  const { unmount } = await read({ ...REPORT, tables: [{ ...table, harvest: [idea('Fewer words')] }] })
  expect(below()).toEqual(['Harvest: Fewer words', 'On the cloth: Signs at eye level'])
  unmount()
  await read({ ...REPORT, tables: [{ ...table, ideas: [], harvest: [idea('Fewer words')] }] })
  expect(below()).toEqual(['Harvest: Fewer words'])
})

const read = async (report: Report = REPORT, isPhone = false) => {
  vi.stubGlobal('matchMedia', () => ({
    matches: isPhone,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }))
  const drawn = await act(async () =>
    render(
      <MoreTexts from={LATER}>
        <MoreTexts from={REPORT_TEXTS}>
          <ReportBody report={report} tools={undefined} />
        </MoreTexts>
      </MoreTexts>,
    ),
  )
  await screen.findByRole('heading', { level: 1 })
  return drawn
}
const sections = (): readonly HTMLDetailsElement[] => [...document.querySelectorAll('details')]
const headings = (): readonly (string | null)[] =>
  screen.getAllByRole('heading', { level: 2, hidden: true }).map(({ textContent }) => textContent)

test('C151 sections stand in a fixed order with how much is in them, and what is not there is left out', async () => {
  await read()
  expect(headings()).toEqual(['What we decided', 'Actions (2)', 'All ideas by group (3)', 'How the session went'])
  expect(screen.getByText('Nothing was decided in this session.')).toBeTruthy()
  expect(screen.getByText(/18 people · 2 of them from the client · 75 minutes/)).toBeTruthy()
})

test('C152 what people wrote stands in its own language and direction, open to translators', async () => {
  await read()
  for (const [text, lang] of [
    ['نوبت‌دهی', 'fa'],
    ['Чай', 'ru'],
  ] as const) {
    const line = screen.getByText(text)
    expect([line.lang, line.dir, line.getAttribute('translate')]).toEqual([lang, 'auto', 'yes'])
  }
})

test('C153 on a phone the first two sections stand open, elsewhere all; on paper all of them, and then as before', async () => {
  const { unmount } = await read()
  expect(sections().every(({ open }) => open)).toBe(true)
  unmount()
  await read(REPORT, true)
  const before = sections().map(({ open }) => open)
  expect(before).toEqual([true, true, false, false])
  dispatchEvent(new Event('beforeprint'))
  expect(sections().every(({ open }) => open)).toBe(true)
  dispatchEvent(new Event('afterprint'))
  expect(sections().map(({ open }) => open)).toEqual(before)
})

test('C154 a shape stands for the colour of an idea', async () => {
  await read()
  expect(screen.getByText('Tea').closest('li')?.querySelector('svg circle')).toBeTruthy()
})

test('C155 an action says who, until when and how it went; minutes say planned, real and the difference', async () => {
  await read()
  expect(screen.getByText(/by Dec 15, 2026 · open/)).toBeTruthy()
  expect(screen.getByText(/no date · done · result: better · from “Q3”/)).toBeTruthy()
  const rows = [...document.querySelectorAll('tbody tr')].map(({ textContent }) => textContent)
  expect(rows[0]).toMatch(/1520\.5\P{L}*5\.5\P{L}* longer$/u)
  expect(rows[1]).toContain('skipped10––')
})

test('C197 the course says in words what took longer, shorter or as long as planned, what was left out, and what came late', async () => {
  const step = (id: string, more: Partial<Report['course'][number]>): Report['course'][number] => ({
    id: anId<'step'>(id),
    kind: 'talk',
    state: 'done',
    plannedMinutes: 10,
    ...more,
  })
  const course = [
    step('a', { realMinutes: 12 }),
    step('b', { realMinutes: 7.5 }),
    step('c', { realMinutes: 10 }),
    step('d', { state: 'skipped', realMinutes: 10.1 }),
    step('e', { state: 'planned' }),
  ]
  const { unmount } = await read({
    ...REPORT,
    session: { ...REPORT.session, lateBy: 6, minutes: 40 },
    loose: [{ ...idea('Late'), late: true }],
    course,
  })
  const said = (): readonly string[] =>
    [...document.querySelectorAll('tbody tr, tfoot tr')].map(({ lastElementChild }) =>
      (lastElementChild?.textContent ?? '').replaceAll(/\p{Cf}/gu, ''),
    )
  expect(said()).toEqual(['2 longer', '2.5 shorter', 'as planned', '0.1 longer', '–', '20 shorter'])
  expect(
    screen.getByText(
      'began 6 minutes late · 2 steps took longer than planned · 1 step was left out · 1 idea came later',
    ),
  ).toBeTruthy()
  expect(screen.getByText('did not take place')).toBeTruthy()
  unmount()
  await read({
    ...REPORT,
    session: { ...REPORT.session, state: 'live' },
    course: [...course, step('f', { state: 'live' })],
  })
  expect(screen.getByText('still to come')).toBeTruthy()
  expect(screen.getByText('now')).toBeTruthy()
})

test('Z88 a cause that a later session refuted says so, with where and when for whom that lies open', async () => {
  const cause = (text: string, refuted?: { readonly title?: string; readonly quarter?: '2027-Q1' }) => ({
    id: anId<'item'>(text),
    text,
    lang: 'en',
    proof: 'partly' as const,
    ...(refuted && { refuted }),
    below: [],
  })
  const causes = [cause('Forms', { title: 'Spring', quarter: '2027-Q1' }), cause('Desk', {}), cause('Hall')]
  await read({ ...REPORT, whys: [{ step: anId<'step'>('why'), problem: ['People wait'], causes }] })
  const said = screen.getAllByText(/some evidence/).map(({ textContent }) => textContent?.replaceAll(/\p{Cf}/gu, ''))
  expect(said).toEqual([
    'some evidence · later refuted, in “Spring” (quarter 1 of 2027)',
    'some evidence · later refuted',
    'some evidence',
  ])
})

test('C198 tables say what they are of, and their heads what stands in them; headings leave no level out', async () => {
  await read()
  for (const table of screen.getAllByRole('table'))
    expect(table.querySelector('caption') ?? table.ariaLabel).toBeTruthy()
  for (const head of document.querySelectorAll('th')) expect(['col', 'row']).toContain(head.scope)
  const levels = screen.getAllByRole('heading').map(({ tagName }) => Number(tagName[1]))
  expect(levels[0]).toBe(1)
  for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1)
})

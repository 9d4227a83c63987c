// @vitest-environment jsdom
import type { Report } from '@roundel/shared/report'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { LATER } from '../i18n/catalogue.ts'
import { loadCatalogue } from '../i18n/load-catalogue.ts'
import { MoreTexts } from '../i18n/texts.tsx'
import { aView, anId } from '../testing/a-view.ts'
import { ReportPage } from './report-page.tsx'
import { REPORT_TEXTS } from './texts.ts'

const SESSION = anId<'session'>('session')
const report = (more: Partial<Report> = {}): Report => ({
  format: 'roundel-report',
  version: 1,
  madeAt: Date.UTC(2026, 10, 22, 12),
  session: {
    title: 'The front desk',
    language: 'en',
    state: 'ended',
    challenge: { text: '' },
    plannedMinutes: 60,
    people: 3,
    clients: 0,
  },
  names: 'shown',
  hasNames: true,
  decisions: [],
  actions: [],
  votes: [],
  disputes: [],
  groups: [],
  loose: [],
  worse: [],
  whys: [],
  tables: [],
  course: [],
  ...more,
})

let asked: string[] = []
let found: Report = report()
beforeAll(async () => {
  await Promise.all([loadCatalogue(LATER, 'en'), loadCatalogue(REPORT_TEXTS, 'en')])
})
beforeEach(() => {
  asked = []
  found = report()
  history.replaceState(null, '', '/')
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }))
  vi.stubGlobal('fetch', async (url: string, { body }: RequestInit = {}) => {
    asked.push(typeof body === 'string' ? `${url} ${body}` : url)
    if (url.endsWith('/config')) return Response.json({ origin: 'http://localhost', create: 'anyone', pdf: true })
    if (url.includes('/report?') || url.endsWith('/shared')) {
      return Response.json({ ...found, names: url.includes('names=hidden') ? 'hidden' : 'shown' })
    }
    if (url.includes('export') || url.includes('.pdf') || url.endsWith('/file')) return new Response('file')
    return Response.json(aView({ me: { role: 'facilitator' } }))
  })
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:file', revokeObjectURL: () => undefined }))
})
afterEach(() => vi.unstubAllGlobals())

const open = async () => {
  await act(async () =>
    render(
      <MoreTexts from={LATER}>
        <ReportPage session={SESSION} />
      </MoreTexts>,
    ),
  )
  await screen.findByRole('heading', { level: 1, name: 'The front desk' })
}
const last = (part: string): string | undefined => asked.findLast((url) => url.includes(part))

test('C199 names are shown or left out by one switch, which counts for the page and for every file', async () => {
  await open()
  expect(last('/report?')).toContain('names=shown')
  await userEvent.click(screen.getByRole('radio', { name: 'Left out' }))
  expect(last('/report?')).toContain('names=hidden')
  await userEvent.click(screen.getByRole('button', { name: 'Excel' }))
  expect(last('/export')).toMatch(/format=xlsx&language=en&names=hidden$/)
  await userEvent.click(screen.getByRole('button', { name: 'PDF' }))
  expect(last('report.pdf')).toMatch(/report\.pdf\?language=en&names=hidden$/)
  // The switch stays where it was on the page, and keeps the focus.
  expect(document.activeElement?.isConnected).toBe(true)
})

test('C199 where a session showed no names it says so; and a link has no switch, since it was made with or without them', async () => {
  found = report({ hasNames: false })
  await open()
  expect(screen.queryByRole('radio')).toBeNull()
  expect(screen.getByText('Names were hidden in this session.')).toBeTruthy()
})

test('C199 whoever reads by a link takes the same report along as PDF, and chooses nothing', async () => {
  // As the page keeps it, once it is out of the address.
  history.replaceState({ secret: 'x'.repeat(43) }, '', `/r/${SESSION}`)
  await open()
  expect(screen.queryByRole('radio')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'PDF' }))
  expect(last('/shared/pdf')).toContain('"language":"en"')
  expect(last('/shared/pdf')).not.toContain('names')
})

test('C200 a report of a session that goes on says so, how old it is, and is made anew by a press', async () => {
  found = report({ session: { ...report().session, state: 'live' } })
  await open()
  expect(screen.getByText(/The session is not over/).tagName).toBe('OUTPUT')
  const before = asked.filter((url) => url.includes('/report?')).length
  await userEvent.click(screen.getByRole('button', { name: 'Update' }))
  expect(asked.filter((url) => url.includes('/report?'))).toHaveLength(before + 1)
})

test('C200 a report of a session that is over says nothing of the kind', async () => {
  await open()
  expect(screen.queryByRole('button', { name: 'Update' })).toBeNull()
})

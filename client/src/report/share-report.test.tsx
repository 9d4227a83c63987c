// @vitest-environment jsdom
import type { View } from '@roundel/shared/session'
import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { LATER } from '../i18n/catalogue.ts'
import { loadCatalogue } from '../i18n/load-catalogue.ts'
import { aView } from '../testing/a-view.ts'
import { playRoom } from '../testing/played-room.tsx'
import { ReportPart } from './report-part.tsx'
import { REPORT_TEXTS } from './texts.ts'

const LINK = `https://example.org/r/session---------#${'x'.repeat(43)}`

let asked: { readonly url: string; readonly method: string; readonly body: unknown }[] = []
let opensAt = 0
beforeAll(async () => {
  await Promise.all([loadCatalogue(LATER, 'en'), loadCatalogue(REPORT_TEXTS, 'en')])
})
beforeEach(() => {
  asked = []
  vi.stubGlobal('fetch', async (url: string, { method = 'GET', body }: RequestInit = {}) => {
    asked.push({ url, method, body: typeof body === 'string' ? JSON.parse(body) : undefined })
    return method === 'POST' && url.endsWith('/link')
      ? Response.json({ link: LINK, opensAt, names: 'hidden' }, { status: 201 })
      : new Response(null, { status: 204 })
  })
})
afterEach(() => vi.unstubAllGlobals())

const open = async (leads: boolean) => {
  const base = aView({})
  const view: View = { ...base, session: { ...base.session, state: 'ended' } }
  const room = playRoom(view)
  await act(async () => room.render(<ReportPart leads={leads} />))
  await screen.findByRole('link', { name: 'Open the report' })
  const share = (sharing: View['session']['sharing']) =>
    room.show({ ...view, session: { ...view.session, ...(sharing && { sharing }) } })
  return { share }
}

test('C157 whoever leads shares by one press, sees the link once, and ends it', async () => {
  const { share } = await open(true)
  opensAt = Date.now() + 60_000
  await userEvent.click(screen.getByRole('checkbox', { name: /With names/ }))
  await userEvent.click(screen.getByRole('button', { name: 'Share the report' }))
  expect(asked.at(-1)).toMatchObject({ method: 'POST', body: { names: 'shown' } })
  share({ opensAt, names: 'shown' })
  expect((await screen.findByRole<HTMLInputElement>('textbox')).value).toBe(LINK)
  expect(screen.getByText(/The report is shared in/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Now' }))
  expect(asked.at(-1)).toMatchObject({ method: 'POST', url: expect.stringMatching(/link\/now$/) })
  await userEvent.click(screen.getByRole('button', { name: 'End the link' }))
  expect(asked.at(-1)).toMatchObject({ method: 'DELETE' })
  share(undefined)
  expect(screen.queryByRole('textbox')).toBeNull()
})

test('C157 everybody sees that the report is about to be shared; only those who lead take it back', async () => {
  const { share } = await open(false)
  expect(screen.queryByRole('button')).toBeNull()
  share({ opensAt: Date.now() + 60_000, names: 'hidden' })
  expect(await screen.findByText(/The report is shared in/)).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

test('C157 a link that somebody else made is said, and shown to nobody', async () => {
  const { share } = await open(true)
  share({ opensAt: 0, names: 'hidden' })
  expect(await screen.findByText('Whoever has the link can read the report.')).toBeTruthy()
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(screen.getByRole('button', { name: 'Make another link' })).toBeTruthy()
})

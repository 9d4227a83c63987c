// @vitest-environment jsdom
import type { SessionId } from '@roundel/shared/kernel'
import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aView } from '../testing/a-view.ts'
import { renderSpeaking } from '../testing/speak.tsx'
import { ProjectorPage } from './projector-page.tsx'

const { id } = aView().session

class Silent extends EventTarget {
  static readonly opened: string[] = []
  readonly close = (): void => undefined
  constructor(url: string) {
    super()
    Silent.opened.push(url)
  }
}

beforeEach(() => {
  Silent.opened.length = 0
  vi.stubGlobal('WebSocket', Silent)
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }))
})
afterEach(() => vi.unstubAllGlobals())

const open = (answer: (url: string) => Response) => {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url)
    return answer(url)
  })
  return { asked, render: () => act(async () => void renderSpeaking(<ProjectorPage session={id as SessionId} />)) }
}

test('C85 whoever leads no more, or never did, reads so in plain words, with the way back to their seat', async () => {
  const { render } = open(() => Response.json({ error: { code: 'not-allowed', message: '' } }, { status: 403 }))
  await render()
  expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('Nothing is shown here any more')
  expect(screen.getByRole('link', { name: 'To the session' }).getAttribute('href')).toBe(`/s/${id}`)
  expect(Silent.opened).toEqual([])
})

test('C86 everything it asks for is what a screen sees, by socket and without', async () => {
  const view = aView({ me: { role: 'screen', can: {} }, step: {}, session: { code: 'K7QM-4TDX' } })
  const { asked, render } = open((url) =>
    url.endsWith('/config')
      ? Response.json({ origin: 'https://roundel.example', create: 'anyone' })
      : Response.json(view),
  )
  await render()
  await screen.findByRole('main', {}, { timeout: 10_000 })
  const ofSession = asked.filter((url) => url.includes(id))
  expect(ofSession.length).toBeGreaterThan(0)
  for (const url of ofSession) expect(url).toBe(`/api/sessions/${id}/screen`)
  // No draft, and nobody's presence.
  expect(Silent.opened.map((url) => url.replace(/^.*\/api/, '')).toSorted()).toEqual([
    `/sessions/${id}/docs/board?show=screen`,
    `/sessions/${id}/live?show=screen`,
  ])
})

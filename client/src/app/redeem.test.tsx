// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Role } from '@roundel/shared/session'
import { useKnownSessions } from '../state/known-sessions.ts'
import { aView } from '../testing/a-view.ts'
import { renderSpeaking } from '../testing/speak.tsx'
import { Redeem } from './redeem.tsx'

const { id } = aView().session

/** A server that knows this browser in a role, if at all, and sits down whoever asks. Answers what it was sent. */
const playServer = (known: Role | undefined, given: Role): readonly unknown[] => {
  const sent: unknown[] = []
  if (known) {
    const { title } = aView().session
    useKnownSessions.getState().remember({ id, title, role: known, state: 'live', seenAt: 1 })
  }
  vi.stubGlobal('fetch', async (_url: string, { method = 'GET', body }: RequestInit = {}) => {
    if (method === 'POST') sent.push(typeof body === 'string' ? JSON.parse(body) : body)
    const view = aView({ me: { role: method === 'POST' ? given : (known ?? given) } })
    return Response.json(method === 'POST' ? { seat: { id: view.me.seat, role: given }, view } : view)
  })
  return sent
}

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }))
  history.replaceState({ secret: 'secret' }, '', `/p/${id}`)
})
afterEach(() => {
  vi.unstubAllGlobals()
  useKnownSessions.getState().forget(id)
})

test('C222 the link of a screen asks for no name: one press, and the session is shown', async () => {
  const sent = playServer(undefined, 'screen')
  renderSpeaking(<Redeem session={id} link="screen" />)
  const show = await screen.findByRole('button', { name: 'Show it here' })
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(sent).toEqual([])
  await userEvent.click(show)
  expect(sent).toEqual([expect.not.objectContaining({ name: expect.anything() as unknown })])
  expect(sent).toMatchObject([{ invite: 'secret' }])
  expect(location.pathname).toBe(`/s/${id}`)
})

test('C222 who leads from this browser shows the screen beside it and goes on leading', async () => {
  playServer('facilitator', 'facilitator')
  renderSpeaking(<Redeem session={id} link="screen" />)
  await userEvent.click(await screen.findByRole('button', { name: 'Show it here' }))
  expect(location.pathname).toBe(`/s/${id}/screen`)
})

test('C222 who sits here already gives up no seat for a screen unasked', async () => {
  const sent = playServer('participant', 'screen')
  renderSpeaking(<Redeem session={id} link="screen" />)
  expect(await screen.findByRole('button', { name: 'Take my seat' })).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'I’m someone else' }))
  expect(sent).toEqual([])
  expect(await screen.findByRole('button', { name: 'Show it here' })).toBeTruthy()
})

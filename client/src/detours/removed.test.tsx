// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aView, anId } from '../testing/a-view.ts'
import { renderSpeaking } from '../testing/speak.tsx'
import { Removed } from './removed.tsx'

const SESSION = anId<'session'>('session')

/** A server that answers each kind of request as the test says. */
const serve = () => {
  const answers = {
    command: [200, { version: 1 }] as [number, unknown],
    view: [403, { error: { code: 'removed' } }] as [number, unknown],
  }
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
  const asked = vi.fn<(body: unknown) => void>()
  vi.stubGlobal('fetch', async (_url: string, init?: RequestInit) => {
    if (typeof init?.body === 'string') asked(JSON.parse(init.body))
    const [status, body] = init?.body ? answers.command : answers.view
    return new Response(JSON.stringify(body), { status })
  })
  return { answers, asked }
}

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

test('C69 whoever was removed asks once, and the page opens by itself when they are let back', async () => {
  const { answers, asked } = serve()
  const onBack = vi.fn<() => void>()
  renderSpeaking(<Removed session={SESSION} onBack={onBack} />)
  await userEvent.click(screen.getByRole('button', { name: 'Ask to come back' }))
  expect(asked.mock.calls).toMatchObject([[{ type: 'ask-back' }]])
  expect(await screen.findByText(/The facilitator has been told/)).toBeDefined()
  expect(screen.queryByRole('button', { name: 'Ask to come back' })).toBeNull()
  await act(async () => void (await vi.advanceTimersByTimeAsync(10_000)))
  expect(onBack).not.toHaveBeenCalled()
  answers.view = [200, aView()]
  await act(async () => void (await vi.advanceTimersByTimeAsync(10_000)))
  expect(onBack).toHaveBeenCalledOnce()
})

test('C69 after a reload, who has asked already is told so; who may not ask has been let in meanwhile', async () => {
  const { answers } = serve()
  const onBack = vi.fn<() => void>()
  answers.command = [403, { error: { code: 'not-allowed' } }]
  renderSpeaking(<Removed session={SESSION} onBack={onBack} />)
  await userEvent.click(screen.getByRole('button', { name: 'Ask to come back' }))
  await vi.waitFor(() => expect(onBack).toHaveBeenCalled())
  answers.command = [409, { error: { code: 'duplicate' } }]
  await userEvent.click(screen.getByRole('button', { name: 'Ask to come back' }))
  expect(await screen.findByText(/The facilitator has been told/)).toBeDefined()
})

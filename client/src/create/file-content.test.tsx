// @vitest-environment jsdom
import { asId, fail } from '@roundel/shared/kernel'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { aView } from '../testing/a-view.ts'
import { renderSpeaking } from '../testing/speak.tsx'
import type { SavedSession } from '../workspace/saved-session.ts'
import { FileContent } from './file-content.tsx'

const SESSION = asId<'session'>('session-00000001')

const saved: SavedSession = {
  title: 'The waiting room',
  at: undefined,
  language: 'en',
  steps: ['brainstorm'],
  filled: 1,
  items: 3,
  groups: 0,
  links: 0,
  people: 1,
  hasVotes: false,
  hasCafe: false,
  hasWork: false,
  agenda: { title: 'The waiting room', agenda: [] },
}

/** A server whose session has one step, and which reads a file in. Answers what was sent. */
const playServer = (state: 'planned' | 'done'): readonly string[] => {
  const sent: string[] = []
  const step = { id: asId<'step'>('step-00000000001'), kind: 'brainstorm', minutes: 5, state } as const
  vi.stubGlobal('fetch', async (url: string, { method = 'GET' }: RequestInit = {}) => {
    if (method === 'POST') sent.push(url)
    return Response.json(
      method === 'POST'
        ? { taken: { steps: 1, items: 3, clusters: 0, links: 0 }, refused: { count: 0 } }
        : aView({ session: { state: 'lobby', agenda: [step] } }),
    )
  })
  return sent
}

const lost = { file: new Blob(['{}']), saved, reply: fail({ code: 'offline' } as const) }

afterEach(() => vi.unstubAllGlobals())

test('C190 content that did not come in is tried again, and said to be there', async () => {
  const sent = playServer('planned')
  renderSpeaking(<FileContent session={SESSION} brought={lost} />)
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('3 items of the saved session are on the board.')).toBeTruthy()
  expect(sent).toHaveLength(1)
})

test('C190 content that is in, of which only the answer was lost, does not come in twice', async () => {
  const sent = playServer('done')
  renderSpeaking(<FileContent session={SESSION} brought={lost} />)
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('3 items of the saved session are on the board.')).toBeTruthy()
  expect(sent).toEqual([])
})

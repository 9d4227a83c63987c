// @vitest-environment jsdom
import { asId, fail } from '@roundel/shared/kernel'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
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

/** A server that reads a file in. Answers where it was sent to. */
const playServer = (): readonly string[] => {
  const sent: string[] = []
  vi.stubGlobal('fetch', async (url: string, { method = 'GET' }: RequestInit = {}) => {
    sent.push(`${method} ${url}`)
    return Response.json({ taken: { steps: 1, items: 3, clusters: 0, links: 0 }, refused: { count: 0 } })
  })
  return sent
}

const id = asId<'command'>('import-000000001')
const lost = { file: new Blob(['{}']), saved, id, reply: fail({ code: 'offline' } as const) }

afterEach(() => vi.unstubAllGlobals())

test('C190 content that did not come in is tried again, under the same id so that it cannot come in twice, and said to be there', async () => {
  const sent = playServer()
  renderSpeaking(<FileContent session={SESSION} brought={lost} />)
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('3 items of the saved session are on the board.')).toBeTruthy()
  expect(sent).toEqual([`POST /api/sessions/${SESSION}/import/session?commandId=${id}`])
})

// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { aView } from '../../testing/a-view.ts'
import { playRoom } from '../../testing/played-room.tsx'
import { DeleteSession } from './delete-session.tsx'

afterEach(() => {
  vi.unstubAllGlobals()
})

test('C68 a session is deleted only by who types its title', async () => {
  const answer = vi.fn<typeof fetch>(
    async () => new Response(JSON.stringify({ error: { code: 'not-allowed' } }), { status: 403 }),
  )
  vi.stubGlobal('fetch', answer)
  playRoom(aView({ me: { role: 'facilitator' } })).render(<DeleteSession onClose={() => undefined} />)
  const button = screen.getByRole('button', { name: 'Delete for good' })
  await userEvent.type(screen.getByRole('textbox'), 'The front des{Enter}')
  expect(button).toHaveProperty('disabled', true)
  expect(answer).not.toHaveBeenCalled()
  await userEvent.type(screen.getByRole('textbox'), 'k')
  await userEvent.click(button)
  expect(answer).toHaveBeenCalledOnce()
  expect(answer.mock.calls[0]?.[1]?.method).toBe('DELETE')
  expect(await screen.findByText('You may not do that here.')).toBeDefined()
})

// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { expect, test } from 'vitest'
import { aView, anId } from '../../testing/a-view.ts'
import { playRoom } from '../../testing/played-room.tsx'
import { BreakScreen } from './screen.tsx'

test('C30 a break is headed by what it is called, and asks nobody anything', async () => {
  const agenda = [{ id: anId<'step'>('pause'), kind: 'break', title: 'Coffee', minutes: 10, state: 'live' }] as const
  const { render } = playRoom(aView({ session: { agenda: [...agenda] }, step: { kind: 'break' } }))
  await act(async () =>
    render(
      <Suspense>
        <BreakScreen
          frame={({ question, room }) => (
            <>
              {question}
              {room}
            </>
          )}
        />
      </Suspense>,
    ),
  )
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Coffee')
})

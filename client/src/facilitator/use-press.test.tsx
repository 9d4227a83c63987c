// @vitest-environment jsdom
import { ok } from '@roundel/shared/kernel'
import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { aView } from '../testing/a-view.ts'
import { playRoom } from '../testing/played-room.tsx'
import { ClockControls } from './clock-controls.tsx'
import { usePress } from './use-press.ts'

const Clock = () => <ClockControls press={usePress().press} />

/** A clock on a line whose answers come when they are let through. */
const begin = () => {
  const can = { 'set-clock': true, pause: true } as const
  const clock = { state: 'running', endsAt: Date.now() + 272_000 } as const
  const room = playRoom(aView({ me: { can }, step: { clock } }))
  const answers: (() => void)[] = []
  room.give.mockImplementation(() => new Promise((resolve) => answers.push(() => resolve(ok({} as never)))))
  room.render(<Clock />)
  return { ...room, user: userEvent.setup(), answer: () => act(async () => answers.shift()?.()) }
}

test('C61 what is pressed while another press is on its way is carried out after it, and not forgotten', async () => {
  const { give, user, answer } = begin()
  await user.click(screen.getByRole('button', { name: '+1 min' }))
  await user.click(screen.getByRole('button', { name: 'Pause' }))
  expect(give.mock.calls).toEqual([[{ type: 'set-clock', addMs: 60_000 }]])
  await answer()
  expect(give.mock.calls.slice(1)).toEqual([[{ type: 'pause' }]])
})

test('C61 the same press again before it is done was the same press, but a minute more is meant each time', async () => {
  const { give, user, answer } = begin()
  for (const name of ['Pause', 'Pause', '+1 min', '+1 min']) await user.click(screen.getByRole('button', { name }))
  for (let answered = 0; answered < 4; answered++) await answer()
  expect(give.mock.calls.map(([{ type }]) => type)).toEqual(['pause', 'set-clock', 'set-clock'])
})

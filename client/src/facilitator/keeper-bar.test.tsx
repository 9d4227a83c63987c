// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { KeepClockStrip } from '../calls/keep-clock-strip.tsx'
import { OPEN, aView, anId } from '../testing/a-view.ts'
import { playRoom } from '../testing/played-room.tsx'
import { KeeperBar } from './keeper-bar.tsx'

const seat = anId<'seat'>('leila') as ReturnType<typeof aView>['me']['seat']
const can = {
  'take-clock': true,
  advance: true,
  'set-clock': true,
  pause: true,
  message: true,
  mark: true,
} as const

test('C61 while nobody leads the clock is offered to who may keep it, and taken with one press', async () => {
  const { give, show, render } = playRoom(aView({ step: {} }))
  render(<KeepClockStrip />)
  expect(screen.queryByRole('button')).toBeNull()
  show(aView({ step: {}, me: { can: { 'take-clock': true } } }))
  expect(screen.getByRole('status').textContent).toBe('Nobody is leading. Keep the clock?')
  await userEvent.click(screen.getByRole('button', { name: 'Keep the clock' }))
  expect(give).toHaveBeenCalledExactlyOnceWith({ type: 'take-clock', taken: true })
  const keeper = { id: anId('sara'), name: 'Sara', colour: 'sky', role: 'participant', here: true } as never
  show(aView({ step: { keeper: anId('sara') as never }, people: [keeper] }))
  expect(screen.queryByRole('button')).toBeNull()
  expect(screen.getAllByText(/Sara.* keeps the clock/).length).toBeGreaterThan(0)
})

test('C61 who keeps the clock moves on, sets it, pauses it and says a line; nothing else is there', async () => {
  const clock = { state: 'running', endsAt: Date.now() + 60_000 } as const
  const { give, render } = playRoom(aView({ me: { can }, step: { ...OPEN, keeper: seat, clock } }))
  render(<KeeperBar />)
  const names = screen
    .getAllByRole('button')
    .map((button) => button.getAttribute('aria-label') ?? button.textContent.trim())
  expect(names).toEqual([
    'Set the clock',
    'Pause',
    '+1 min',
    'Message to all',
    'Lay down the clock',
    'Start clustering',
  ])
  await userEvent.click(screen.getByRole('button', { name: 'Message to all' }))
  await userEvent.type(screen.getByRole('textbox'), '  two   minutes more ')
  await userEvent.click(screen.getByRole('button', { name: 'Say it' }))
  expect(give).toHaveBeenLastCalledWith({ type: 'message', text: 'two minutes more' })
  await userEvent.click(screen.getByRole('button', { name: 'Lay down the clock' }))
  expect(give).toHaveBeenLastCalledWith({ type: 'take-clock', taken: false })
})

test('C61 who keeps the clock is not offered what they may not press', () => {
  const { render } = playRoom(aView({ me: { can }, step: { phase: 'group', keeper: seat } }))
  render(<KeeperBar />)
  expect(screen.queryByRole('button', { name: 'End the session' })).toBeNull()
})

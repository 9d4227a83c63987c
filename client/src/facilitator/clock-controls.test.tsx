// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { aView } from '../testing/a-view.ts'
import { playRoom } from '../testing/played-room.tsx'
import { ClockControls } from './clock-controls.tsx'
import { usePress } from './use-press.ts'

const can = { 'set-clock': true, resume: true } as const
const paused = { state: 'paused', leftMs: 272_000 } as const

const Clock = () => <ClockControls press={usePress().press} />

const begin = (language: 'en' | 'fa' = 'en', allowed: Readonly<Record<string, true>> = can) => {
  const room = playRoom(aView({ me: { can: allowed }, step: { clock: paused } }))
  room.render(<Clock />, language)
  return { ...room, user: userEvent.setup() }
}

test('C61 the digits of the clock are a button: a time is typed and set, and the focus is on the digits again', async () => {
  const { give, user } = begin()
  await user.click(screen.getByRole('button', { name: 'Set the clock' }))
  const field = screen.getByRole('textbox', { name: 'Time left' })
  expect(field).toHaveProperty('value', '4:32')
  await user.keyboard('۷:۱۵{Enter}')
  expect(give).toHaveBeenCalledExactlyOnceWith({ type: 'set-clock', leftMs: 435_000 })
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Set the clock' }))
})

test('C61 what is no time is said to be none: nothing is given, and what was typed stays', async () => {
  const { give, user } = begin()
  await user.click(screen.getByRole('button', { name: 'Set the clock' }))
  await user.keyboard('a while{Enter}')
  expect(screen.getByText(/^Write minutes/)).toBeDefined()
  expect(screen.getByRole('textbox')).toHaveProperty('value', 'a while')
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(give).not.toHaveBeenCalled()
})

test('C61 the time that stands there is written in the digits of the language', async () => {
  const { user } = begin('fa')
  await user.click(screen.getByRole('button', { name: 'تنظیم زمان' }))
  expect(screen.getByRole('textbox')).toHaveProperty('value', '۴:۳۲')
})

test('C61 minutes more, and stopping the clock or going on, are one press each, where all of it is', async () => {
  const { give, user } = begin()
  await user.click(screen.getByRole('button', { name: 'Set the clock' }))
  const popover = within(screen.getByRole('dialog'))
  await user.click(popover.getByRole('button', { name: '+5 min' }))
  expect(give).toHaveBeenLastCalledWith({ type: 'set-clock', addMs: 300_000 })
  await user.click(screen.getAllByRole('button', { name: 'Go on' })[0] as HTMLElement)
  expect(give).toHaveBeenLastCalledWith({ type: 'resume' })
})

test('C61 who may not set the clock cannot press its digits', () => {
  begin('en', {})
  expect(screen.getByRole('button', { name: 'Set the clock' })).toHaveProperty('disabled', true)
  expect(screen.getByRole('timer')).toBeDefined()
})

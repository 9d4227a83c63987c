// @vitest-environment jsdom
import { fail } from '@roundel/shared/kernel'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { useKnownSessions } from '../state/known-sessions.ts'
import { aView, anId } from '../testing/a-view.ts'
import { playRoom } from '../testing/played-room.tsx'
import { ForgetMe } from './forget-me.tsx'
import { LeaveSession } from './leave-session.tsx'
import { MySeat } from './my-seat.tsx'

const SEAT = anId<'seat'>('leila')

test('C68 one is forgotten only after typing one’s own name, and this device forgets the session too', async () => {
  const { give, render } = playRoom(aView())
  const onForgotten = vi.fn<() => void>()
  const session = { id: anId<'session'>('session'), title: 'x', role: 'participant', state: 'live', seenAt: 1 } as const
  useKnownSessions.getState().remember(session)
  render(<ForgetMe onForgotten={onForgotten} />)
  await userEvent.click(screen.getByRole('button', { name: 'Remove me and my name…' }))
  const button = screen.getByRole('button', { name: 'Remove me and my name' })
  await userEvent.type(screen.getByRole('textbox'), 'Leil')
  expect(button).toHaveProperty('disabled', true)
  await userEvent.type(screen.getByRole('textbox'), 'a')
  give.mockResolvedValueOnce(fail({ code: 'offline' }))
  await userEvent.click(button)
  expect(onForgotten).not.toHaveBeenCalled()
  expect(useKnownSessions.getState().sessions).toHaveLength(1)
  await userEvent.click(button)
  expect(give).toHaveBeenLastCalledWith({ type: 'forget-me' })
  expect(onForgotten).toHaveBeenCalledOnce()
  expect(useKnownSessions.getState().sessions).toEqual([])
})

test('C70 leaving is one press, and a refusal keeps the person here', async () => {
  const { give, render } = playRoom(aView())
  const onLeft = vi.fn<() => void>()
  render(<LeaveSession onLeft={onLeft} />)
  give.mockResolvedValueOnce(fail({ code: 'offline' }))
  await userEvent.click(screen.getByRole('button', { name: 'Leave the session' }))
  expect(onLeft).not.toHaveBeenCalled()
  await userEvent.click(screen.getByRole('button', { name: 'Leave the session' }))
  expect(onLeft).toHaveBeenCalledOnce()
})

test('C70 where one sits is said and taken away by oneself; the facilitator is told how to leave', async () => {
  const { give, render, show } = playRoom(aView({ me: { department: 'Sales', can: { 'move-seat': true } } }))
  render(<MySeat />)
  await userEvent.clear(screen.getByRole('textbox', { name: 'Department' }))
  await userEvent.type(screen.getByRole('textbox', { name: 'Place' }), ' Room  2{Enter}')
  expect(give).toHaveBeenLastCalledWith({ type: 'move-seat', seat: SEAT, department: '', place: 'Room 2' })
  expect(screen.queryByRole('button', { name: /Leave|Remove me/ })).toBeNull()
  show(aView({ me: { role: 'facilitator', can: {} } }))
  expect(screen.getByText('To leave, hand over the lead first.')).toBeDefined()
})

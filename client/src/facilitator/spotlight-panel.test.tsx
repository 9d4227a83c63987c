// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { OPEN, aView, anId } from '../testing/a-view.ts'
import { playRoom } from '../testing/played-room.tsx'
import { FacilitatorBar } from './facilitator-bar.tsx'

const me = { role: 'facilitator', can: { spotlight: true, message: true, gather: true } } as const

test('C63 beside a wall the notes stand in a list behind "More", and one press shows one to all', async () => {
  const { board, give, render } = playRoom(aView({ me, step: OPEN }))
  const note = { kind: 'idea', step: anId<'step'>('step-1'), lang: 'en', state: 'published' } as const
  board.items.add({ ...note, id: anId('tea'), text: 'Tea', rank: 'a0' } as never)
  board.items.add({ ...note, id: anId('sofa'), text: 'A sofa', rank: 'a1' } as never)
  render(<FacilitatorBar />)
  await userEvent.click(screen.getByRole('button', { name: 'More' }))
  await userEvent.click(screen.getByRole('button', { name: 'Put a note in the spotlight' }))
  await userEvent.click(screen.getByRole('button', { name: 'A sofa' }))
  expect(give).toHaveBeenCalledExactlyOnceWith({ type: 'spotlight', item: anId('sofa') })
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('C63 while people write in private nothing can be shown', async () => {
  const { render } = playRoom(aView({ me, step: {} }))
  render(<FacilitatorBar />)
  await userEvent.click(screen.getByRole('button', { name: 'More' }))
  expect(screen.queryByRole('button', { name: 'Put a note in the spotlight' })).toBeNull()
  expect(screen.getByRole('button', { name: 'Message to all' })).toBeDefined()
})

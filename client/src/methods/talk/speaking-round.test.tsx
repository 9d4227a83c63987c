// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { aView, anId } from '../../testing/a-view.ts'
import { playRoom } from '../../testing/played-room.tsx'
import { SpeakingRound } from './speaking-round.tsx'

const [leila, dmitri] = [anId<'seat'>('leila'), anId<'seat'>('dmitri')]
const people = [
  { id: leila, name: 'Leila', colour: 'mint', role: 'participant', here: true },
  { id: dmitri, name: 'Дмитрий', colour: 'sky', role: 'participant', here: true },
] as const
const round = { spoken: [], waiting: [dmitri, leila], skipped: [] }

test('C30 in a round everyone sees who speaks and who comes next, and presses only who may', async () => {
  const can = { 'next-speaker': true, 'skip-speaker': true } as const
  const { render, show, give } = playRoom(aView({ people: [...people], step: { kind: 'talk', round } }))
  render(<SpeakingRound round={round} />)
  expect(screen.getByText(/Дмитрий.* speaks/)).toBeDefined()
  expect(screen.getByRole('listitem').textContent).toContain('Leila')
  expect(screen.queryByRole('button')).toBeNull()
  show(aView({ people: [...people], me: { seat: dmitri, can }, step: { kind: 'talk', round } }))
  expect(screen.getByText('It is your turn')).toBeDefined()
  await userEvent.click(screen.getByRole('button', { name: 'Next person' }))
  expect(give).toHaveBeenLastCalledWith({ type: 'next-speaker', seat: dmitri })
  await userEvent.click(screen.getByRole('button', { name: 'Later' }))
  expect(give).toHaveBeenLastCalledWith({ type: 'skip-speaker', seat: dmitri })
})

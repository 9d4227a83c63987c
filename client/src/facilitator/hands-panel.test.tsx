// @vitest-environment jsdom
import type { Person } from '@roundel/shared/session'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { aView, anId } from '../testing/a-view.ts'
import { playRoom } from '../testing/played-room.tsx'
import { FacilitatorBar } from './facilitator-bar.tsx'

const me = { role: 'facilitator', can: { 'lower-hands': true, advance: true, arm: true } } as const
const person = (name: string, more: Partial<Person> = {}): Person => ({
  id: anId<'seat'>(name.toLowerCase()) as Person['id'],
  name,
  colour: 'sky',
  role: 'participant',
  here: true,
  ...more,
})
const late = person('Late', { hand: 2, marks: [{ type: 'hand' }] })
const early = person('Early', { hand: 1, marks: [{ type: 'hand' }, { type: 'need-time' }] })
const calm = person('Calm')

test('C64 those who lead see hands in the order in which they were raised, and take down one or all', async () => {
  const { give, show, render } = playRoom(aView({ me, people: [calm], step: {} }))
  render(<FacilitatorBar />)
  expect(screen.queryByRole('button', { name: /raised/ })).toBeNull()
  show(aView({ me, people: [calm, late, early], step: {} }))
  expect(screen.getByRole('status').textContent).toMatch(/raised a hand/)
  await userEvent.click(screen.getByRole('button', { name: '2 hands raised. 1 needs time.' }))
  const names = screen
    .getAllByRole('listitem', { hidden: true })
    .flatMap((row) => /Early|Late/.exec(row.textContent) ?? [])
  expect(names).toEqual(['Early', 'Late', 'Early'])
  await userEvent.click(screen.getByRole('button', { name: /Lower: .*Late/ }))
  expect(give).toHaveBeenLastCalledWith({ type: 'lower-hands', seats: [late.id] })
  await userEvent.click(screen.getByRole('button', { name: 'Lower all' }))
  expect(give).toHaveBeenLastCalledWith({ type: 'lower-hands', seats: [early.id, late.id] })
})

test('C64 the bright button says for whom it comes early, and can be pressed all the same', () => {
  const counts = { ready: 16, writers: 5, finished: 2, here: 6, published: 0 }
  const people = [
    person('A', { status: 'writing' }),
    person('B', { status: 'writing' }),
    person('C', { status: 'ready' }),
  ]
  const { show, render } = playRoom(aView({ me, people, step: { counts } }))
  render(<FacilitatorBar />)
  expect(screen.getByRole('button', { name: 'Reveal 16 ideas 2 still writing' })).toHaveProperty('disabled', false)
  show(aView({ me, people, step: { counts: { ...counts, needTime: 1 } } }))
  expect(screen.getByRole('button', { name: 'Reveal 16 ideas 1 needs more time' })).toBeDefined()
})

// @vitest-environment jsdom
import type { Person } from '@roundel/shared/session'
import { act, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { aView, anId } from '../testing/a-view.ts'
import { playRoom } from '../testing/played-room.tsx'
import { COUNTED_MS, CompanyAnnouncer } from './company-announcer.tsx'

const people = (...names: readonly string[]): readonly Person[] =>
  names.map((name) => ({ id: anId<'seat'>(name), name, colour: 'sky', role: 'participant', here: true }))
const spoken = () => screen.getByRole('status').textContent
const pass = (): void => {
  act(() => {
    vi.advanceTimersByTime(COUNTED_MS)
  })
}

test('C67 who came and went is read in one sentence for ten seconds, and what cancels out is not', () => {
  vi.useFakeTimers()
  const { render, show } = playRoom(aView({ people: people('a', 'b') }))
  render(<CompanyAnnouncer />)
  pass()
  expect(spoken()).toBe('')
  show(aView({ people: people('a', 'b', 'c') }))
  show(aView({ people: people('a', 'b', 'c', 'd', 'e') }))
  expect(spoken()).toBe('')
  pass()
  expect(spoken()).toBe('3 people joined. 5 here.')
  show(aView({ people: people('a', 'b', 'c', 'd') }))
  show(aView({ people: people('a', 'b', 'c', 'd', 'e') }))
  pass()
  expect(spoken()).toBe('')
  show(aView({ people: people('b') }))
  pass()
  expect(spoken()).toBe('4 people left. 1 here.')
})

// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { aView } from '../testing/a-view.ts'
import { playRoom } from '../testing/played-room.tsx'
import { PhaseAnnouncer } from './phase-announcer.tsx'

/** As on the page, where what reads out is there long before the session is. */
const Arriving = ({ where }: { readonly where: string }) => {
  const [isHere, setIsHere] = useState(false)
  return isHere ? <PhaseAnnouncer where={where} /> : <button onClick={() => setIsHere(true)}>Come in</button>
}
const comeIn = (): void => act(() => screen.getByRole('button').click())

test('C37 whoever comes in is told where the session is and what time is left, once', () => {
  const clock = { state: 'paused', leftMs: 230_000 } as const
  const { render, show } = playRoom(aView({ step: { clock } }))
  render(<Arriving where="Brainstorming: Write" />)
  comeIn()
  const said = 'You are in. Step 1 of 1, Brainstorming: Write. 4 minutes left.'
  expect(screen.getByText(said)).toBeDefined()
  show(aView({ step: { clock, locked: true } }))
  expect(screen.getAllByText(said)).toHaveLength(1)
})

test('C37 in the lobby the heading says it all', () => {
  const { render } = playRoom(aView({ session: { state: 'lobby' } }))
  render(<Arriving where="Today" />)
  comeIn()
  expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toEqual([''])
})

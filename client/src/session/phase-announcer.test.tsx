// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { useEffect, useState } from 'react'
import { expect, test } from 'vitest'
import { aView } from '../testing/a-view.ts'
import { playRoom } from '../testing/played-room.tsx'
import { PhaseAnnouncer } from './phase-announcer.tsx'

/** As on the page, where what reads out is there long before the session is. */
const Arriving = ({ where }: { readonly where: string }) => {
  const [isHere, setIsHere] = useState(false)
  useEffect(() => setIsHere(true), [])
  return isHere && <PhaseAnnouncer where={where} />
}

test('C37 whoever comes in is told where the session is and what time is left, once', () => {
  const clock = { state: 'paused', leftMs: 230_000 } as const
  const { render, show } = playRoom(aView({ step: { clock } }))
  render(<Arriving where="Brainstorming: Write" />)
  const said = 'You are in. Step 1 of 1, Brainstorming: Write. 4 minutes left.'
  expect(screen.getByText(said)).toBeDefined()
  show(aView({ step: { clock, locked: true } }))
  expect(screen.getAllByText(said)).toHaveLength(1)
})

test('C37 in the lobby the heading says it all', () => {
  const { render } = playRoom(aView({ session: { state: 'lobby' } }))
  render(<Arriving where="Today" />)
  expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toEqual([''])
})

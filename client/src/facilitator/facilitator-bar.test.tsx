// @vitest-environment jsdom
import { fail } from '@roundel/shared/kernel'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import { useActions } from '../keys/actions.ts'
import { OPEN, aView, anId } from '../testing/a-view.ts'
import { playRoom } from '../testing/played-room.tsx'
import { FacilitatorBar } from './facilitator-bar.tsx'

const CAN = Object.fromEntries(
  ['start', 'advance', 'arm', 'cancel', 'back', 'end', 'lock', 'pause', 'resume', 'set-clock', 'undo', 'skip'].map(
    (command) => [command, true as const],
  ),
)
const me = { role: 'facilitator', can: CAN } as const
const counts = { ready: 3, writers: 2, finished: 1, here: 4, published: 0 }

/** All that can be done now, as the palette has it. */
const Offered = () =>
  useActions().map(({ id, name, run }) => <button key={id} type="button" aria-label={`do: ${name}`} onClick={run} />)

const bar = () => within(screen.getByRole('toolbar'))

describe('the facilitator’s bar', () => {
  test('C13 its bright button speaks every language, with the plural the number needs', () => {
    const labels = { en: 'Reveal 3 ideas', ru: 'Открыть 3 идеи', fa: 'آشکارسازی ۳ ایده' } as const
    for (const language of ['en', 'ru', 'fa'] as const) {
      const { unmount } = playRoom(aView({ me, step: { counts } })).render(<FacilitatorBar />, language)
      expect(bar().getByRole('button', { name: labels[language] })).toBeDefined()
      unmount()
    }
  })

  test('C13 a press carries where the person thinks the session is', async () => {
    const { give, render } = playRoom(aView({ me, step: { counts } }))
    render(<FacilitatorBar />)
    await userEvent.click(bar().getByRole('button', { name: 'Reveal 3 ideas' }))
    expect(give).toHaveBeenCalledWith({ type: 'arm', expected: { step: anId('step-1'), epoch: 3 } })
  })

  test('C13 a press that is refused says why, and the button stays', async () => {
    const { give, render } = playRoom(aView({ me, step: { counts } }))
    give.mockResolvedValue(fail({ code: 'stale-phase' }))
    render(<FacilitatorBar />)
    await userEvent.click(bar().getByRole('button', { name: 'Reveal 3 ideas' }))
    expect(screen.getByRole('alert').textContent).toMatch(/The session had already moved on/)
    expect(screen.getAllByText(/The session had already moved on/)).toHaveLength(2)
    expect(bar().getByRole('button', { name: 'Reveal 3 ideas' })).toHaveProperty('disabled', false)
  })

  test('C13 a move can be taken back while the time for it lasts', () => {
    const { render, show } = playRoom(aView({ me, step: { ...OPEN, undoUntil: Date.now() + 9_000 } }))
    render(<FacilitatorBar />)
    expect(bar().getByRole('button', { name: 'Undo' })).toBeDefined()
    show(aView({ me, step: OPEN }))
    expect(bar().queryByRole('button', { name: 'Undo' })).toBeNull()
  })

  test('C13 what a person may not do now cannot be pressed', () => {
    const { render } = playRoom(aView({ me: { ...me, can: {} }, step: { counts } }))
    render(<FacilitatorBar />)
    expect(bar().getByRole('button', { name: 'Reveal 3 ideas' })).toHaveProperty('disabled', true)
    expect(bar().getByRole('button', { name: 'Back' })).toHaveProperty('disabled', true)
  })

  test('C13 the present phase is marked, and the lock says how it stands', () => {
    const { render } = playRoom(aView({ me, step: { locked: true } }))
    render(<FacilitatorBar />)
    expect(bar().getByText('Write').closest('li')?.getAttribute('aria-current')).toBe('step')
    expect(bar().getByRole('button', { name: 'Lock the board' }).getAttribute('aria-pressed')).toBe('true')
  })

  test('C201 in the last step the bright button finishes and makes the report; after the end it leads there, beside the way back', async () => {
    const agenda = [{ id: anId<'step'>('step-1'), kind: 'talk', title: 'Talk', minutes: 10, state: 'live' }] as const
    const view = aView({ me, session: { agenda }, step: { kind: 'talk', phases: [], phase: '' } })
    const { give, render, show } = playRoom(view)
    render(<FacilitatorBar />)
    await userEvent.click(bar().getByRole('button', { name: 'Finish and make the report' }))
    expect(give).toHaveBeenCalledWith({ type: 'end', expected: { step: anId('step-1'), epoch: 3 } })
    const { step: _step, ...ended } = aView({ me, session: { state: 'ended', undoUntil: Date.now() + 9_000 } })
    show(ended)
    expect(bar().getByRole('link', { name: 'To the report' }).getAttribute('href')).toBe(`/r/${ended.session.id}`)
    expect(bar().getByRole('button', { name: 'Undo' })).toBeDefined()
  })

  test('C14 whoever waits at the door is let in or turned away with one press', async () => {
    const people = [
      { id: anId<'seat'>('lukas'), name: 'Lukas', colour: 'sky', role: 'participant', here: true, state: 'waiting' },
    ] as const
    const { give, render } = playRoom(aView({ me, people: [...people], step: {} }))
    render(<FacilitatorBar />)
    await userEvent.click(screen.getByRole('button', { name: 'Let in' }))
    expect(give).toHaveBeenLastCalledWith({ type: 'admit', seat: anId('lukas') })
    await userEvent.click(screen.getByRole('button', { name: 'No' }))
    expect(give).toHaveBeenLastCalledWith({ type: 'refuse', seat: anId('lukas') })
  })
})

test('C84 the projector is one press away, behind More and in the list of all actions, and is one window', async () => {
  const { render } = playRoom(aView({ me, step: {} }))
  render(
    <>
      <FacilitatorBar />
      <Offered />
    </>,
  )
  await userEvent.click(bar().getByRole('button', { name: 'More' }))
  const link = screen.getByRole('link', { name: 'Open the projector' })
  expect(link.getAttribute('href')).toBe(`/s/${aView().session.id}/screen`)
  const open = vi.spyOn(globalThis, 'open').mockReturnValue(null)
  await userEvent.click(screen.getByRole('button', { name: 'do: Open the projector' }))
  expect(open).toHaveBeenCalledWith(link.getAttribute('href'), link.getAttribute('target'))
  open.mockRestore()
})

// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Lightbulb } from 'lucide-react'
import { beforeEach, describe, expect, test } from 'vitest'
import { Lobby } from '../session/lobby.tsx'
import { useCaughtUp } from '../state/caught-up.ts'
import { aView, anId } from '../testing/a-view.ts'
import { playRoom } from '../testing/played-room.tsx'
import { CatchUp } from './catch-up.tsx'
import { EarlyWriting } from './early-writing.tsx'

beforeEach(() => useCaughtUp.setState({ sessions: [] }))

const agenda = ['zero', 'step-1', 'two'].map((name, index) => ({
  id: anId<'step'>(name),
  kind: 'brainstorm' as const,
  minutes: 10,
  state: (['done', 'live', 'planned'] as const)[index] ?? 'planned',
}))
const late = () => aView({ session: { agenda }, step: { clock: { state: 'paused', leftMs: 240_000 } } })

describe('coming late', () => {
  test('C75 one line says where everyone is, what they do and how long still; once, and gone with the phase', async () => {
    const played = playRoom(late())
    const { unmount } = await act(async () => played.render(<CatchUp />))
    const line = /step 2 of 3.*Brainstorming.*writing ideas in silence\. 4 minutes left\./
    expect(screen.getAllByText(line).length).toBeGreaterThan(0)
    played.show(aView({ session: { agenda }, step: { phase: 'build' } }))
    expect(screen.queryByRole('button', { name: 'Close' })).toBeNull()
    unmount()
    await act(async () => playRoom(late()).render(<CatchUp />))
    expect(screen.queryByText(line)).toBeNull()
  })

  test('C75 whoever has been in the lobby is told nothing, also when this part of the page comes only after the start', async () => {
    const played = playRoom(aView({ session: { state: 'lobby' } }))
    const lobby = <Lobby leads={false} describe={() => ({ title: 'Brainstorming', icon: Lightbulb })} />
    const { unmount } = await act(async () => played.render(lobby))
    unmount()
    played.show(late())
    await act(async () => played.render(<CatchUp />))
    expect(screen.queryByText(/step 2 of 3/)).toBeNull()
  })
})

describe('coming early', () => {
  test('C75 what is written in the lobby is a private idea of the step to come, and nothing is on the board', async () => {
    const early = { step: anId<'step'>('step-1'), kinds: ['idea'] as const }
    const { draft, board, give, render } = playRoom(aView({ session: { state: 'lobby', early } }))
    await act(async () => render(<EarlyWriting early={early} />))
    await userEvent.type(screen.getByRole('textbox', { name: 'Your idea' }), 'Before we meet')
    await userEvent.click(screen.getByRole('button', { name: 'Add idea' }))
    await waitFor(() =>
      expect([...draft.items.all().values()]).toMatchObject([
        { text: 'Before we meet', state: 'ready', step: anId('step-1'), kind: 'idea' },
      ]),
    )
    expect(screen.getByText('Before we meet')).toBeDefined()
    expect(board.items.all().size).toBe(0)
    expect(give).not.toHaveBeenCalled()
  })
})

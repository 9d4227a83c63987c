// @vitest-environment jsdom
import { type ItemId, LIMITS, fail, ok } from '@roundel/shared/kernel'
import type { MePart, StepPart } from '@roundel/shared/session'
import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { GroupRoom } from '../methods/brainstorm/group-room.tsx'
import { NOTHING_PLACED } from '../methods/brainstorm/placing.ts'
import { aView, anId } from '../testing/a-view.ts'
import { playWidth } from '../testing/a-window.ts'
import { anIdea } from '../testing/an-idea.ts'
import { playRoom } from '../testing/played-room.tsx'
import { useState } from 'react'

const GROUP: Partial<StepPart> = {
  phase: 'group',
  policies: { add: 'none', kinds: [], edit: 'own', place: 'all', group: 'some' },
  named: [anId<'seat'>('olga')],
}
const people = [
  { id: anId<'seat'>('leila'), name: 'Leila', colour: 'mint', role: 'participant', here: true },
  { id: anId<'seat'>('olga'), name: 'Ольга', colour: 'sky', role: 'participant', here: true },
] as const
const door = anId<'cluster'>('door')
const START = 1_700_000_000_000

beforeEach(() => {
  playWidth(390)
  vi.useFakeTimers({ now: START, shouldAdvanceTime: true })
})
afterEach(() => vi.unstubAllGlobals())

const Room = () => <GroupRoom hand={useState(NOTHING_PLACED)} />

/** A phone in a large room with some loose ideas, and a server that deals as it is told to. */
const begin = (loose: number, me: Partial<MePart> = {}, step: Partial<StepPart> = {}) => {
  const view = (more: Partial<MePart> = {}) =>
    aView({ step: { ...GROUP, ...step }, people, me: { can: { deal: true }, ...me, ...more } })
  const played = playRoom(view())
  const { board, give, show } = played
  board.clusters.add({ id: door, step: anId<'step'>('step-1'), title: 'At the door', at: [0, 0] })
  for (let index = 0; index < loose; index++) board.items.add(anIdea(index))
  const idea = (index: number): ItemId => anIdea(index).id
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime })
  return {
    ...played,
    user,
    idea,
    /** What the server deals next; nothing when all is placed or with others. */
    deals: (index: number | undefined) =>
      give.mockImplementationOnce(async () =>
        index === undefined ? fail({ code: 'closed' }) : ok({ version: 2, item: idea(index) }),
      ),
    /** The session says what is this person's, and until when. */
    leases: (index: number | undefined, until = START + LIMITS.leaseMs) =>
      show(view(index === undefined ? {} : { dealt: { item: idea(index), until } })),
    draw: () => played.render(<Room />),
    asked: () => give.mock.calls.filter(([{ type }]) => type === 'deal').length,
  }
}

const shown = (): string | undefined =>
  screen.getByRole('region', { name: /^Place this idea/ }).querySelector('article p')?.textContent ?? undefined
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const see = (text: string | RegExp) => waitFor(() => expect(screen.getAllByText(text).length).toBeGreaterThan(0))

describe('C41 placing in a large room, on a phone', () => {
  test('C41 the server is asked, what it deals is shown, and the next is asked for once it is placed', async () => {
    const { deals, draw, user, board, idea, asked } = begin(5)
    deals(3)
    draw()
    await waitFor(() => expect(shown()).toBe('Idea 3'))
    await see('For a minute nobody else gets this one.')
    deals(1)
    await user.click(button('At the door'))
    expect(board.items.get(idea(3))?.cluster).toBe(door)
    await waitFor(() => expect(shown()).toBe('Idea 1'))
    expect(asked()).toBe(2)
  })

  test('C41 what one holds already, from before a reload, is shown without asking', async () => {
    const { draw, asked } = begin(5, { dealt: { item: anIdea(2).id, until: START + 30_000 } })
    draw()
    expect(shown()).toBe('Idea 2')
    expect(asked()).toBe(0)
  })

  test('C41 Skip gives it back and gets another; where there is no other that is said', async () => {
    const { deals, draw, user } = begin(5)
    deals(3)
    draw()
    await waitFor(() => expect(shown()).toBe('Idea 3'))
    deals(4)
    await user.click(button('Skip'))
    await waitFor(() => expect(shown()).toBe('Idea 4'))
    deals(4)
    await user.click(button('Skip'))
    await see('This is the only free one just now.')
    expect(shown()).toBe('Idea 4')
  })

  test('C41 when the minute is over that is told, nothing is taken away, and the idea can still be placed', async () => {
    const { deals, draw, leases, user, board, idea } = begin(5)
    deals(3)
    draw()
    await waitFor(() => expect(shown()).toBe('Idea 3'))
    leases(3)
    expect(screen.queryByText(/may take it now/)).toBeNull()
    leases(undefined)
    await see('Somebody else may take it now. You can still place it.')
    expect(shown()).toBe('Idea 3')
    await user.click(button('At the door'))
    expect(board.items.get(idea(3))?.cluster).toBe(door)
  })

  test('C41 the minute ends by the clock too, when the session is not heard', async () => {
    const { deals, draw } = begin(5)
    deals(3)
    draw()
    await waitFor(() => expect(shown()).toBe('Idea 3'))
    await act(() => vi.advanceTimersByTimeAsync(LIMITS.leaseMs + 1_000))
    await see(/may take it now/)
  })

  test('C41 an idea that somebody else placed stays in view, its buttons do nothing, and the next comes on a press', async () => {
    const { deals, draw, board, idea, user, asked } = begin(5)
    deals(3)
    draw()
    await waitFor(() => expect(shown()).toBe('Idea 3'))
    const other = anId<'cluster'>('other')
    act(() => {
      board.clusters.add({ id: other, step: anId<'step'>('step-1'), title: 'Elsewhere', at: [400, 0] })
      board.items.patch(idea(3), { cluster: other })
    })
    await see('Somebody else has placed this one.')
    expect(shown()).toBe('Idea 3')
    await user.click(button('At the door'))
    expect(board.items.get(idea(3))?.cluster).toBe(other)
    expect(asked()).toBe(1)
    deals(0)
    await user.click(button('Next idea'))
    await waitFor(() => expect(shown()).toBe('Idea 0'))
  })

  test('C41 while others hold the rest that is said; it looks again when asked, every minute, and when something comes back', async () => {
    const { deals, draw, user, board, idea, asked } = begin(2)
    deals(undefined)
    draw()
    await see('The last 2 ideas are with others now')
    deals(undefined)
    await user.click(button('Look again'))
    await see('The last 2 ideas are with others now')
    expect(asked()).toBe(2)
    deals(undefined)
    await act(() => vi.advanceTimersByTimeAsync(LIMITS.leaseMs))
    await waitFor(() => expect(asked()).toBe(3))
    act(() => board.items.patch(idea(0), { cluster: door }))
    await see('The last idea is with somebody else now')
    expect(asked()).toBe(3)
    deals(0)
    act(() => board.items.patch(idea(0), { cluster: undefined }))
    await waitFor(() => expect(shown()).toBe('Idea 0'))
  })

  test('C41 an idea placed here a moment ago that is dealt once more is not shown again', async () => {
    const { deals, draw, user } = begin(2)
    deals(1)
    draw()
    await waitFor(() => expect(shown()).toBe('Idea 1'))
    deals(1)
    await user.click(button('At the door'))
    await see('The last idea is with somebody else now')
  })

  test('C41 when everything has a group it says so, and asks no more', async () => {
    const { deals, draw, user, asked } = begin(1)
    deals(0)
    draw()
    await waitFor(() => expect(shown()).toBe('Idea 0'))
    await user.click(button('At the door'))
    await see('Every idea has a group')
    expect(asked()).toBe(1)
  })

  test('C41 without a connection one places from the list, and may ask again', async () => {
    const { give, draw, user, board, idea, deals } = begin(5)
    give.mockImplementationOnce(async () => fail({ code: 'offline' }))
    draw()
    await waitFor(() => expect(button('Try again')).toBeDefined())
    expect(shown()).toBe('Idea 0')
    await user.click(button('At the door'))
    expect(board.items.get(idea(0))?.cluster).toBe(door)
    deals(4)
    await user.click(button('Try again'))
    await waitFor(() => expect(shown()).toBe('Idea 4'))
  })

  test('C41 up to 80 ideas in a small room nothing is dealt, above that it is', async () => {
    const small = { named: undefined, policies: { ...GROUP.policies, group: 'all' } } as unknown as Partial<StepPart>
    const few = begin(80, {}, small)
    const { unmount } = few.draw()
    expect(shown()).toBe('Idea 0')
    expect(few.asked()).toBe(0)
    unmount()
    const many = begin(81, {}, small)
    many.deals(40)
    many.draw()
    await waitFor(() => expect(shown()).toBe('Idea 40'))
  })

  test('C41 on a locked board the buttons stay and say why they do nothing', async () => {
    const { draw, user, board, idea, asked } = begin(5, { can: {} }, { locked: true })
    draw()
    expect(shown()).toBe('Idea 0')
    expect(screen.getByText('Notes cannot be moved now.')).toBeDefined()
    await user.click(button('At the door'))
    expect(board.items.get(idea(0))?.cluster).toBeUndefined()
    expect(asked()).toBe(0)
  })
})

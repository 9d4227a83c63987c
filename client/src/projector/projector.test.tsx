// @vitest-environment jsdom
import type { View } from '@roundel/shared/session'
import { act, screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { anIdea } from '../testing/an-idea.ts'
import { OPEN, aView, anId } from '../testing/a-view.ts'
import { playRoom } from '../testing/played-room.tsx'
import { Projector } from './projector.tsx'

vi.mock('../sync/page-settings.ts', () => ({
  usePageSettings: () => ({ origin: 'https://roundel.example', create: 'anyone' }),
}))

const NOTHING = { add: 'none', kinds: [], edit: 'none', place: 'none', group: 'none' } as const
const me = { role: 'screen', name: '', can: {} } as const
const people = [
  { id: anId('amina'), name: 'Amina', colour: 'sky', role: 'facilitator', here: true },
  { id: anId('leila'), name: 'Leila', colour: 'mint', role: 'participant', here: true },
] as never

const aScreen = (change: Parameters<typeof aView>[0] = {}): View =>
  aView({ people, ...change, me, session: { code: 'K7QM-4TDX', ...change.session } })

const show = async (view: View, ideas = 0) => {
  const played = playRoom(view)
  for (let index = 0; index < ideas; index++) played.board.items.add(anIdea(index))
  await act(async () => played.render(<Projector />))
  await screen.findByRole('main', {}, { timeout: 10_000 })
  return played
}

const wall = (): string => document.body.textContent ?? ''
const question = () => screen.getByRole('heading', { level: 1 }).textContent

const KINDS = ['brainstorm', 'talk', 'break', 'group'] as const

/** Every picture there is on a wall. */
const PICTURES: Readonly<Record<string, View>> = {
  lobby: aScreen({ session: { state: 'lobby' } }),
  rules: aScreen({ step: { phase: 'frame', policies: NOTHING } }),
  private: aScreen({ step: {} }),
  armed: aScreen({ step: { armed: { press: 'reveal', at: Date.now() + 5_000 } as never } }),
  open: aScreen({ step: OPEN }),
  group: aScreen({ step: { phase: 'group', policies: { ...NOTHING, edit: 'own', place: 'all', group: 'all' } } }),
  lit: aScreen({ step: { ...OPEN, spotlight: anIdea(1).id } }),
  ...Object.fromEntries(
    KINDS.slice(1, 3).map((kind) => [kind, aScreen({ step: { kind, phase: kind, phases: [], policies: NOTHING } })]),
  ),
  ended: aScreen({ session: { state: 'ended', settings: { ...aView().session.settings, participantsExport: true } } }),
}

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }))
})

describe('what stands on the wall', () => {
  test.each(Object.entries(PICTURES))(
    'C80 %s: a heading, and nothing to press, to write or to leave by',
    async (_name, view) => {
      await show(view, 3)
      expect(await screen.findByRole('heading', { level: 1 }, { timeout: 10_000 })).toBeDefined()
      expect(
        document.querySelectorAll('button, input, textarea, select, a[href], summary, [contenteditable]'),
      ).toHaveLength(0)
    },
  )

  test('C80 in the lobby: what it is about, the way in, and who is here', async () => {
    await show(PICTURES['lobby'] as View)
    expect(question()).toBe('The front desk')
    expect(wall()).toContain('K7QM-4TDX')
    expect(wall()).toContain('roundel.example')
    expect(screen.getByRole('img', { name: 'QR code of the link to join' })).toBeDefined()
    expect(wall()).toContain('Leila')
    expect(wall()).toMatch(/2\s*people here/)
  })

  test('C80 while ideas lie open: the question, all of them, where we are, and the way in for who comes late', async () => {
    await show(PICTURES['open'] as View, 3)
    expect(question()).toBe('How might we make waiting calmer?')
    expect(screen.getAllByRole('article')).toHaveLength(3)
    expect(wall()).toContain('3 ideas')
    expect(wall()).toContain('1/1')
    expect(wall()).toContain('K7QM-4TDX')
  })

  test('C80 while they are grouped: each group with what is in it, and what is in none', async () => {
    const { board } = await show(PICTURES['group'] as View, 3)
    const cluster = anId<'cluster'>('waiting')
    await act(async () => {
      board.clusters.add({
        id: cluster,
        step: anId('step-1'),
        title: 'While you wait',
        colour: 'sky',
        at: [1, 1],
      } as never)
      board.items.patch(anIdea(1).id, { cluster })
    })
    const group = within(screen.getByRole('region', { name: 'While you wait' }))
    expect(group.getAllByRole('article').map(({ textContent }) => textContent)).toEqual(['Idea 1'])
    expect(within(screen.getByRole('region', { name: 'Not grouped yet' })).getAllByRole('article')).toHaveLength(2)
    expect(wall()).toContain('3 ideas, 1 group')
  })

  test('C80 after the end: thanks and what was made, and nothing to take along', async () => {
    await show(PICTURES['ended'] as View, 3)
    expect(question()).toContain('Here is what you made')
    expect(screen.getAllByRole('article')).toHaveLength(3)
  })

  test('C80 it speaks every language, from the side where that begins', async () => {
    const { render } = playRoom(PICTURES['private'] as View)
    await act(async () => render(<Projector />, 'fa'))
    await screen.findByText('ایده تا این لحظه')
    expect(wall()).toContain('۰')
  })
})

describe('while people write in private', () => {
  test('C81 there is one number, and nothing of any person, whatever the device knows', async () => {
    const counts = { ready: 16, writers: 13, finished: 11, hands: 7, here: 19, published: 3 }
    const { show: next } = await show(aScreen({ step: { counts } }), 3)
    expect(question()).toBe('How might we make waiting calmer?')
    expect(wall()).toMatch(/16\s*ideas so far/)
    for (const secret of ['Leila', 'Amina', '13', '11', '19', 'Idea 1']) expect(wall()).not.toContain(secret)
    expect(screen.queryAllByRole('article')).toEqual([])
    next(aScreen({ step: { counts: { ...counts, ready: 1 } } }))
    expect(wall()).toMatch(/1\s*idea so far/)
  })

  test('C81 a light that is still on from before shows nothing', async () => {
    await show(aScreen({ step: { spotlight: anIdea(1).id } }), 3)
    expect(screen.queryAllByRole('article')).toEqual([])
  })
})

describe('what comes before everything else', () => {
  test('C82 what is about to open counts down, and goes on counting what was written if it is called off', async () => {
    const { show: next } = await show(
      aScreen({ step: { armed: { press: 'reveal', at: Date.now() + 60_000 } as never } }),
    )
    // Never more than it takes, however the clocks of two machines differ.
    expect(wall()).toMatch(/All ideas open in\s*5/)
    next(aScreen({ step: { armed: { press: 'reveal', at: Date.now() - 2_000 } as never } }))
    expect(wall()).toMatch(/All ideas open in\s*0/)
    next(PICTURES['private'] as View)
    expect(wall()).toMatch(/0\s*ideas so far/)
  })

  test('C82 the item in the spotlight stands alone, until it is put out or withdrawn', async () => {
    const { board, show: next } = await show(PICTURES['lit'] as View, 3)
    const light = within(await screen.findByRole('region', { name: 'In the spotlight' }))
    expect(light.getByText('Idea 1')).toBeDefined()
    expect(screen.getAllByRole('article')).toHaveLength(1)
    await act(async () => board.items.patch(anIdea(1).id, { state: 'withdrawn' }))
    expect(screen.getAllByRole('article').map(({ textContent }) => textContent)).toEqual(['Idea 0', 'Idea 2'])
    next(PICTURES['open'] as View)
    expect(screen.getAllByRole('article')).toHaveLength(2)
  })

  test('C82 a line to all is shown for its time', async () => {
    const { show: next } = await show(PICTURES['private'] as View)
    const message = { text: 'Two minutes more', by: anId('amina') as never, until: Date.now() + 9_000 }
    next(aScreen({ step: {}, session: { message } }))
    expect(screen.getByRole('region', { name: 'A line for everyone' }).textContent).toBe('Two minutes more')
    next(aScreen({ step: {}, session: { message: { ...message, until: Date.now() - 1_000 } } }))
    expect(screen.queryByRole('region', { name: 'A line for everyone' })).toBeNull()
  })

  test('C82 a lost connection is said in a corner', async () => {
    const { room } = await show(PICTURES['private'] as View)
    await act(async () => {
      room.saved.connected('live')
      room.saved.lost('live')
    })
    await vi.waitFor(() => expect(screen.getByText('No connection. Trying again.')).toBeDefined(), { timeout: 8_000 })
    await act(async () => room.saved.connected('live'))
    expect(screen.queryByText('No connection. Trying again.')).toBeNull()
  }, 15_000)
})

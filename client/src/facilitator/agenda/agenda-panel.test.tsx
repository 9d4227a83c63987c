// @vitest-environment jsdom
import { MINUTE_MS, fail, ok } from '@roundel/shared/kernel'
import type { SessionPart } from '@roundel/shared/session'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import { aView, anId } from '../../testing/a-view.ts'
import { playRoom } from '../../testing/played-room.tsx'
import { AgendaPanel } from './agenda-panel.tsx'
import { NotesStrip } from './notes-strip.tsx'

const CAN = Object.fromEntries(
  ['insert-step', 'move-step', 'remove-step', 'edit-step', 'skip', 'reopen', 'switch-method', 'fit-rest', 'undo'].map(
    (command) => [command, true as const],
  ),
)
const me = { role: 'facilitator', can: CAN } as const
const NO_PLAN = { names: 'hidden', settings: {}, past: [] } as const
const step = (name: string, change: Partial<SessionPart['agenda'][number]> = {}): SessionPart['agenda'][number] => ({
  id: anId(name),
  kind: 'talk',
  title: name,
  minutes: 10,
  state: 'planned',
  plan: NO_PLAN,
  ...change,
})
const agenda = [
  step('Arrive', {
    state: 'done',
    plan: { ...NO_PLAN, past: ['talk'], spent: { begunAt: 1, endedAt: 2, ms: 7 * MINUTE_MS } },
  }),
  {
    ...step('Ideas', { state: 'live', plan: { ...NO_PLAN, notes: 'Smile first', past: [] } }),
    id: anId<'step'>('step-1'),
  },
  step('Two'),
  step('Three'),
  step('Four'),
]
const running = (change: Partial<SessionPart> = {}) =>
  aView({ me, session: { agenda, ...change }, step: { kind: 'talk', phase: 'talk' } })

const begin = (view = running()) => {
  const played = playRoom(view)
  played.render(<AgendaPanel onClose={() => undefined} />)
  return { ...played, user: userEvent.setup() }
}
const rows = () => screen.getAllByRole('listitem').filter((row) => row.dataset['step'])
const titles = () => rows().map((row) => agenda.find(({ id }) => id === row.dataset['step'])?.title)
const openActs = async (user: ReturnType<typeof userEvent.setup>, title: string) => {
  await user.click(screen.getByRole('button', { name: `${title}: what can be done` }))
  return within(rows().find((row) => within(row).queryByText(title)) as HTMLElement)
}

describe('the agenda of a running session', () => {
  test('C71 every step says how it stands, and its real minutes beside the planned ones', () => {
    begin()
    expect(rows().map((row) => row.textContent)).toEqual([
      expect.stringMatching(/Arrive.*Done.*7 of 10 minutes/),
      expect.stringMatching(/Ideas.*Now.*10 min/),
      expect.stringMatching(/Two.*To come.*10 min/),
      expect.stringMatching(/Three/),
      expect.stringMatching(/Four/),
    ])
    expect(rows()[1]?.getAttribute('aria-current')).toBe('step')
  })

  test('C71 Alt with an arrow moves what is to come, shown at once, told in order; what was does not move', async () => {
    const { user, give } = begin()
    screen.getByRole('button', { name: 'Four: what can be done' }).focus()
    await user.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}')
    expect(titles()).toEqual(['Arrive', 'Ideas', 'Four', 'Two', 'Three'])
    await waitFor(() => expect(give).toHaveBeenCalledTimes(2))
    expect(give.mock.calls.map(([command]) => command)).toEqual([
      { type: 'move-step', step: anId('Four'), before: anId('Three') },
      { type: 'move-step', step: anId('Four'), before: anId('Two') },
    ])
    screen.getByRole('button', { name: 'Ideas: what can be done' }).focus()
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    expect(give).toHaveBeenCalledTimes(2)
  })

  test('C71 a move that is refused goes back where it was, and says why', async () => {
    const { user, give } = begin()
    give.mockResolvedValue(fail({ code: 'wrong-phase' }))
    await user.click(screen.getByRole('button', { name: 'Two: move down to 2' }))
    await waitFor(() => expect(screen.getAllByRole('alert').some(({ textContent }) => textContent)).toBe(true))
    expect(titles()).toEqual(['Arrive', 'Ideas', 'Two', 'Three', 'Four'])
  })

  test('C71 a step is put right after the live one, or at the end', async () => {
    const { user, give } = begin()
    await user.click(screen.getByRole('button', { name: 'Add a step' }))
    await user.click(screen.getByRole('button', { name: /^Break/ }))
    expect(give).toHaveBeenLastCalledWith(
      expect.objectContaining({
        type: 'insert-step',
        before: anId('Two'),
        step: expect.objectContaining({ kind: 'break' }),
      }),
    )
    await user.click(screen.getByRole('button', { name: 'Add a step' }))
    await user.click(screen.getByRole('radio', { name: 'At the end' }))
    await user.click(screen.getByRole('button', { name: /^Break/ }))
    expect(give.mock.lastCall?.[0]).not.toHaveProperty('before')
  })

  test('C71 a correction is told once, with what differs alone, when the sheet closes', async () => {
    const { user, give } = begin()
    const acts = await openActs(user, 'Three')
    await user.click(acts.getByRole('button', { name: 'Change' }))
    const title = screen.getByRole('textbox', { name: 'What the step is called' })
    await user.clear(title)
    await user.type(title, 'Third')
    expect(give).not.toHaveBeenCalled()
    const sheet = title.closest('dialog') as HTMLElement
    await user.click(within(sheet).getByRole('button', { name: 'Close' }))
    // The platform tells that a dialog closed; this one has no platform.
    sheet.dispatchEvent(new Event('close'))
    await waitFor(() => expect(give).toHaveBeenCalledWith({ type: 'edit-step', step: anId('Three'), title: 'Third' }))
    expect(give).toHaveBeenCalledTimes(1)
  })

  test('C71 of a live step neither its title nor what people wrote under can be changed, of a past one the notes alone', async () => {
    const { user } = begin()
    await user.click((await openActs(user, 'Ideas')).getByRole('button', { name: 'Change' }))
    expect(screen.queryByRole('textbox', { name: 'What the step is called' })).toBeNull()
    expect(screen.getByRole('checkbox', { name: /Go on by itself/ })).toBeDefined()
    await user.click((await openActs(user, 'Arrive')).getByRole('button', { name: 'Notes' }))
    expect(screen.queryByRole('checkbox', { name: /Go on by itself/ })).toBeNull()
    expect(screen.getByRole('textbox', { name: 'Notes for yourself' })).toBeDefined()
  })

  test('C71 steps are passed over, taken off, brought back and reopened with one press each', async () => {
    const { user, give } = begin()
    const two = await openActs(user, 'Two')
    await user.click(two.getByRole('button', { name: 'Skip' }))
    expect(give).toHaveBeenLastCalledWith({ type: 'skip', step: anId('Two') })
    await user.click(two.getByRole('button', { name: 'Remove' }))
    expect(give).toHaveBeenLastCalledWith({ type: 'remove-step', step: anId('Two') })
    await user.click(screen.getByRole('button', { name: 'Bring back Two' }))
    expect(give.mock.lastCall?.[0]).toMatchObject({
      type: 'insert-step',
      before: anId('Three'),
      step: { id: anId('Two') },
    })
    const arrive = await openActs(user, 'Arrive')
    await user.click(arrive.getByRole('button', { name: 'Reopen: Conversation' }))
    expect(give).toHaveBeenLastCalledWith({
      type: 'reopen',
      step: anId('Arrive'),
      phase: 'talk',
      expected: { step: anId('step-1'), epoch: 3 },
    })
  })

  test('C71 late is said in words, the rest is fitted with a press that tells what it shortened, and undone', async () => {
    const now = Date.now()
    const timing = { startedAt: now - MINUTE_MS, dueAt: now + 20 * MINUTE_MS, restMs: 30 * MINUTE_MS }
    const { user, give, show } = begin(running({ timing }))
    expect(screen.getByText('10 minutes late')).toBeDefined()
    give.mockResolvedValue(ok({ version: 2, shortened: [{ step: anId<'step'>('Two'), from: 10, to: 4 }] }))
    await user.click(screen.getByRole('button', { name: 'Fit the rest' }))
    expect(give).toHaveBeenLastCalledWith({ type: 'fit-rest' })
    expect(screen.getByText(/Two.*: 10 minutes became 4/)).toBeDefined()
    const undoUntil = Date.now() + 9_000
    show(
      aView({
        me,
        session: { agenda, timing: { ...timing, restMs: 0 } },
        step: { kind: 'talk', phase: 'talk', undoUntil },
      }),
    )
    expect(screen.getByText('20 minutes to spare')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(give).toHaveBeenLastCalledWith({ type: 'undo' })
  })
})

describe('switching', () => {
  test('C72 everything a switch would do is said before the one press that does it', async () => {
    const preview = {
      left: 'skipped',
      phase: 'group',
      minutes: 10,
      stays: { items: 4, clusters: 1, links: 0 },
      input: { items: 3, steps: [] },
      asks: { items: 2, people: 1 },
    }
    const fetched = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => Response.json(preview))
    const { user, give } = begin()
    const live = await openActs(user, 'Ideas')
    await user.click(live.getByRole('button', { name: 'Another method' }))
    await user.click(screen.getByRole('radio', { name: 'Clustering' }))
    expect(await screen.findByText('4 ideas, 1 group')).toBeDefined()
    expect(screen.getByText('3 ideas of what is there.')).toBeDefined()
    expect(screen.getByText('2 ideas of 1 person, who is asked what becomes of it.')).toBeDefined()
    expect(screen.getByText(/begins with .*Clustering.* and takes 10 minutes/)).toBeDefined()
    expect(fetched.mock.lastCall?.[0]).toMatch(/\/switch\?kind=group$/)
    expect(give).not.toHaveBeenCalled()
    await user.click(screen.getByRole('button', { name: /^Switch: / }))
    expect(give).toHaveBeenCalledWith({
      type: 'switch-method',
      to: { kind: 'group' },
      expected: { step: anId('step-1'), epoch: 3 },
    })
    fetched.mockRestore()
  })
})

test('C76 the notes of the live step stand beside the bar of those who lead, whole with one press', async () => {
  const { render, show } = playRoom(running())
  render(<NotesStrip />)
  expect(screen.getByText('Smile first')).toBeDefined()
  await userEvent.click(screen.getByRole('button', { name: 'Show all notes' }))
  expect(screen.getByRole('button', { name: 'Show one line' }).getAttribute('aria-expanded')).toBe('true')
  show(running({ agenda: agenda.map(({ plan: _plan, ...rest }) => rest) }))
  expect(screen.queryByText('Smile first')).toBeNull()
})

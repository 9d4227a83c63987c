// @vitest-environment jsdom
import type { Item } from '@roundel/shared/board'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { aView, anId } from '../../testing/a-view.ts'
import { playRoom } from '../../testing/played-room.tsx'
import { SwitchPanel } from './switch-panel.tsx'

const item = (name: string, change: Partial<Item> = {}): Item => ({
  id: anId(name.replaceAll(' ', '-')),
  kind: 'idea',
  step: anId('step-1'),
  text: name,
  lang: 'en',
  rank: 'a',
  state: 'published',
  ...change,
})

const PREVIEW = {
  left: 'skipped',
  phase: 'frame',
  minutes: 16,
  stays: { items: 4, clusters: 1, links: 0 },
  input: { items: 3, steps: [anId('step-1')] },
  prompts: { kinds: ['cause', 'negative-idea', 'idea', 'insight', 'question'], most: 6, brought: [anId('Brought')] },
  asks: { items: 0, people: 0 },
}

afterEach(() => vi.restoreAllMocks())

const begin = async () => {
  const fetched = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => Response.json(PREVIEW))
  const played = playRoom(aView({ me: { role: 'facilitator' }, step: { kind: 'talk' } }))
  played.board.clusters.add({ id: anId('calm'), step: anId('step-1'), title: 'Calm' })
  played.board.items.add(item('Brought', { kind: 'cause' }))
  for (const name of ['In a group', 'In it too']) played.board.items.add(item(name, { cluster: anId('calm') }))
  for (let at = 0; at < 6; at++) played.board.items.add(item(`Idea ${at}`))
  played.board.items.add(item('Drawn', { kind: 'stimulus' }))
  played.board.items.add(item('Out of sight', { state: 'hidden' }))
  const onMove = vi.fn(async () => undefined)
  const user = userEvent.setup()
  played.render(<SwitchPanel onMove={onMove} onClose={() => undefined} />)
  await user.click(screen.getByRole('radio', { name: 'Brainstorming' }))
  await screen.findByRole('button', { name: 'Leave out: Brought' })
  const press = async () => {
    await user.click(screen.getByRole('button', { name: /^Switch: / }))
    return onMove.mock.lastCall as unknown as [{ readonly to: object }]
  }
  return { user, press, fetched }
}

test('C72 a switch begins from what the steps before bring, which is chosen already and can be left out', async () => {
  const { user, press } = await begin()
  expect((await press())[0].to).toEqual({ kind: 'brainstorm', prompts: [anId('Brought')] })
  await user.click(screen.getByRole('button', { name: 'Leave out: Brought' }))
  expect(screen.getByText(/Its question alone/)).toBeDefined()
  expect((await press())[0].to).toEqual({ kind: 'brainstorm' })
})

test('C72 what else fits is found on the board by its words, and no more of it is chosen than the method takes', async () => {
  const { user, press } = await begin()
  await user.click(screen.getByRole('button', { name: 'Choose from the board' }))
  const boxes = (): HTMLInputElement[] => screen.getAllByRole('checkbox')
  expect(screen.queryByRole('checkbox', { name: /Drawn|Out of sight/ })).toBeNull()
  await user.type(screen.getByRole('textbox', { name: 'Find a note' }), 'IDEA 3')
  expect(boxes()).toHaveLength(1)
  await user.click(screen.getByRole('checkbox', { name: 'Idea 3' }))
  await user.clear(screen.getByRole('textbox', { name: 'Find a note' }))
  for (const at of [0, 1, 2, 4]) await user.click(screen.getByRole('checkbox', { name: `Idea ${at}` }))
  expect(screen.getByText('6 notes of at most 6')).toBeDefined()
  expect(boxes().filter(({ disabled }) => disabled).length).toBe(boxes().length - 6)
  expect((await press())[0].to).toMatchObject({
    prompts: ['Brought', 'Idea 3', 'Idea 0', 'Idea 1', 'Idea 2', 'Idea 4'].map((name) =>
      anId(name.replaceAll(' ', '-')),
    ),
  })
})

test('C72 choosing a group chooses its notes', async () => {
  const { user, press } = await begin()
  await user.click(screen.getByRole('button', { name: 'Choose from the board' }))
  const groups = within(screen.getByRole('region', { name: 'Groups' }))
  await user.click(groups.getByRole('button', { name: 'Calm: the group with 2 notes' }))
  expect((await press())[0].to).toEqual({ kind: 'brainstorm', prompts: [anId('In-a-group'), anId('In-it-too')] })
})

test('C72 earlier ideas lie beside the new ones, or out of sight: what is foreseen is asked for as it will be', async () => {
  const { user, press, fetched } = await begin()
  expect(fetched.mock.lastCall?.[0]).toMatch(/switch\?kind=brainstorm$/)
  await user.click(screen.getByRole('radio', { name: 'Out of sight' }))
  expect(decodeURIComponent(fetched.mock.lastCall?.[0] as string)).toMatch(/&settings=\{"earlier":\[\]\}$/)
  await screen.findByText(/begins with/)
  expect((await press())[0].to).toMatchObject({ kind: 'brainstorm', settings: { earlier: [] } })
  await user.click(screen.getByRole('radio', { name: 'Clustering' }))
  expect(screen.queryByRole('radio', { name: 'Out of sight' })).toBeNull()
})

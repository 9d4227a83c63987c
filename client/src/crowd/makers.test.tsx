// @vitest-environment jsdom
import { fail } from '@roundel/shared/kernel'
import type { Language, Person, StepPart } from '@roundel/shared/session'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { GroupSide } from '../methods/brainstorm/group-side.tsx'
import { GroupWords } from '../methods/brainstorm/group-words.tsx'
import { NOTHING_PLACED } from '../methods/brainstorm/placing.ts'
import { useView } from '../sync/room-context.ts'
import { aView, anId } from '../testing/a-view.ts'
import { playWidth } from '../testing/a-window.ts'
import { anIdea } from '../testing/an-idea.ts'
import { playRoom } from '../testing/played-room.tsx'
import { NamedStrip } from './named-strip.tsx'
import { Naming } from './naming.tsx'

const seat = (name: string) => anId<'seat'>(name)
const person = (id: string, name: string, more: Partial<Person> = {}): Person => ({
  id: seat(id),
  name,
  colour: 'mint',
  role: 'participant',
  here: true,
  ...more,
})
const people = [
  person('amina', 'Amina', { role: 'facilitator' }),
  person('leila', 'Leila'),
  person('olga', 'Ольга'),
  person('reza', 'رضا'),
  person('jonas', 'Jonas'),
  person('wall', 'Wall', { role: 'screen' }),
]
const step = (named: readonly string[], more: Partial<StepPart> = {}): Partial<StepPart> => ({
  phase: 'group',
  policies: { add: 'none', kinds: [], edit: 'own', place: 'all', group: 'some' },
  named: named.map(seat),
  ...more,
})
const viewOf = (named: readonly string[], more: Partial<StepPart> = {}) => aView({ people, step: step(named, more) })

beforeEach(() => playWidth(820))
afterEach(() => vi.unstubAllGlobals())

const Words = () => {
  const { step: now } = useView()
  return now ? <GroupWords step={now} /> : null
}

describe('C42 who makes the groups', () => {
  test('C42 everyone reads it in their language, each name apart so that none reorders another, oneself as you', () => {
    const expected: Readonly<Record<Language, RegExp>> = {
      en: /The groups are made by [\u2066\u2068]you, Ольга, and \u2068رضا\u2069\u2069\.$/,
      ru: /Группы создают: [\u2066\u2068]вы, Ольга и \u2068رضا\u2069\u2069\.$/,
      fa: /سازندگان خوشه‌ها: [\u2067\u2068]\u2068شما\u2069،\u200f? \u2068Ольга\u2069،? و \u2068رضا\u2069\u2069\.$/,
    }
    for (const language of ['en', 'ru', 'fa'] as const) {
      const { container, unmount } = playRoom(viewOf(['reza', 'leila', 'olga'])).render(<Words />, language)
      expect(container.textContent.trim()).toMatch(expected[language])
      unmount()
    }
  })

  test('C42 those who are named are told so, and told when they are no longer', async () => {
    const { show, render } = playRoom(viewOf(['olga', 'reza']))
    render(<NamedStrip />)
    expect(screen.queryByText(/You make the groups/)).toBeNull()
    show(viewOf(['leila', 'olga']))
    const sentence = /^You make the groups now, with Ольга\. Everyone else places ideas into them\.$/
    expect(screen.getAllByText(sentence)).toHaveLength(2)
    expect(screen.getByRole('status').textContent).toMatch(sentence)
    await userEvent.click(screen.getByRole('button', { name: 'Close' }))
    expect(screen.queryByRole('button')).toBeNull()
    show(viewOf(['jonas']))
    expect(screen.getAllByText('Others make the groups now. You place ideas into them.').length).toBeGreaterThan(0)
    show(viewOf(['jonas'], { epoch: 9 }))
    expect(screen.queryByRole('button')).toBeNull()
  })

  test('C42 whoever may make no group finds the button where it is, pressed or not, with the reason', async () => {
    const { board, render } = playRoom(viewOf(['olga', 'reza']))
    board.items.add(anIdea(0))
    render(<GroupSide hand={[NOTHING_PLACED, () => undefined]} />)
    const why = 'The groups are made by \u2066Ольга and \u2068رضا\u2069\u2069. Ask them for one that is missing.'
    const button = screen.getByRole('button', { name: 'New group', description: why })
    expect(button.ariaDisabled ?? button.getAttribute('aria-disabled')).toBe('true')
    await userEvent.click(button)
    expect(board.clusters.all().size).toBe(0)
    expect(screen.getByRole('alert').textContent).toBe(why)
    const entry = screen.getByRole('option', { name: /^New group: made by/ })
    expect(entry).toHaveProperty('disabled', true)
  })

  test('C42 those who are named make groups', async () => {
    const { board, render } = playRoom(viewOf(['leila', 'reza']))
    board.items.add(anIdea(0))
    render(<GroupSide hand={[NOTHING_PLACED, () => undefined]} />)
    await userEvent.click(screen.getByRole('button', { name: 'New group' }))
    expect(board.clusters.all().size).toBe(1)
  })

  test('C42 those who lead choose them among the participants, at least one and at most twelve', async () => {
    const { give, render } = playRoom(viewOf(['olga', 'reza']))
    render(<Naming />)
    await userEvent.click(screen.getByRole('button', { name: 'Choose who' }))
    const boxes = screen.getAllByRole('checkbox')
    expect(boxes.map((box) => (box as HTMLInputElement).checked)).toEqual([true, true, false, false])
    expect(screen.queryByText('Amina')).toBeNull()
    for (const name of ['Ольга', 'رضا']) await userEvent.click(screen.getByRole('checkbox', { name: new RegExp(name) }))
    expect(screen.getByRole('button', { name: 'Nobody chosen' })).toHaveProperty('disabled', true)
    for (const name of ['Leila', 'Jonas', 'رضا'])
      await userEvent.click(screen.getByRole('checkbox', { name: new RegExp(name) }))
    give.mockResolvedValueOnce(fail({ code: 'bad-input' }))
    await userEvent.click(screen.getByRole('button', { name: 'Name 3 people' }))
    expect(give).toHaveBeenLastCalledWith({ type: 'name-some', seats: ['reza', 'leila', 'jonas'].map(seat) })
    await waitFor(() => expect(screen.getByRole('dialog').textContent).toMatch(/could not|not/))
    await userEvent.click(screen.getByRole('button', { name: 'Name 3 people' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(screen.getByRole('status').textContent).toMatch(/made by .*رضا.*, Leila, and Jonas/)
  })
})

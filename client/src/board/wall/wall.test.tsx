// @vitest-environment jsdom
import type { Item } from '@roundel/shared/board'
import type { StepPart } from '@roundel/shared/session'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Keyboard } from '../../keys/keyboard.tsx'
import { useGrouping } from '../../methods/brainstorm/use-grouping.ts'
import { aView, anId } from '../../testing/a-view.ts'
import { playRoom } from '../../testing/played-room.tsx'
import { Wall } from './wall.tsx'

const GROUP: Partial<StepPart> = {
  phase: 'group',
  policies: { add: 'none', kinds: [], edit: 'own', place: 'all', group: 'all' },
}
const door = anId<'cluster'>('door')
const step = anId<'step'>('step-1')

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = () => undefined
      unobserve = () => undefined
      disconnect = () => undefined
    },
  )
  vi.stubGlobal('requestAnimationFrame', () => 0)
})
afterEach(() => vi.unstubAllGlobals())

const Room = () => {
  const { wall } = useGrouping()
  return wall ? <Wall model={wall} /> : null
}

const begin = (change: Partial<StepPart> = {}) => {
  const played = playRoom(aView({ step: { ...GROUP, ...change } }))
  const { board } = played
  board.clusters.add({ id: door, step, title: 'At the door', at: [0, 0] })
  const add = (name: string, more: Partial<Item>) =>
    board.items.add({
      id: anId<'item'>(name),
      kind: 'idea',
      step,
      text: name,
      lang: 'en',
      rank: name,
      state: 'published',
      ...more,
    })
  add('a1', { cluster: door })
  add('a2', { cluster: door })
  add('b1', { at: [600, 0] })
  played.render(
    <>
      <Room />
      <Keyboard />
    </>,
  )
  const find = (name: string) => board.items.get(anId<'item'>(name)) ?? expect.fail(`no ${name}`)
  const focus = (name: string) => screen.getByRole('button', { name }).focus()
  return { ...played, find, focus, user: userEvent.setup() }
}

test('C27 the notes of the wall are one stop of Tab, and arrows go among them', async () => {
  const { user, focus } = begin()
  focus('a1')
  const reached = () => document.querySelectorAll('[data-note] > button[tabindex="0"]')
  expect(reached()).toHaveLength(1)
  await user.keyboard('{ArrowDown}')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'a2' }))
  await user.keyboard('{ArrowRight}')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'b1' }))
  await user.keyboard('{Home}')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'a1' }))
  expect(reached()).toHaveLength(1)
})

test('C27 a note is picked up, carried and dropped by keys, and every step is said', async () => {
  const { user, focus, find } = begin()
  focus('b1')
  await user.keyboard(' ')
  expect(screen.getByRole('alert').textContent).toMatch(/Picked up/)
  await user.keyboard('{ArrowLeft}')
  expect(screen.getByRole('alert').textContent).toMatch(/At the door.*position 1 of 3/)
  expect(find('b1').cluster).toBeUndefined()
  await user.keyboard(' ')
  expect(screen.getByRole('alert').textContent).toMatch(/Dropped/)
  expect(find('b1').cluster).toBe(door)
  expect(find('b1').rank < find('a1').rank).toBe(true)
  await user.keyboard('{Control>}z{/Control}')
  expect(find('b1').cluster).toBeUndefined()
})

test('C27 Escape leaves a carried note where it was', async () => {
  const { user, focus, find } = begin()
  const before = find('a1')
  focus('a1')
  await user.keyboard(' {ArrowDown}{Escape}')
  expect(screen.getByRole('alert').textContent).toMatch(/Cancelled/)
  expect(find('a1')).toBe(before)
})

test('C27 M opens a note’s list of groups', async () => {
  const { user, focus, find } = begin()
  focus('b1')
  await user.keyboard('m')
  const list = screen.getByRole('combobox', { name: /b1/ })
  expect(document.activeElement).toBe(list)
  await user.selectOptions(list, 'At the door')
  expect(find('b1').cluster).toBe(door)
})

test('C27 a locked board and a phase without placing leave everything where it is', async () => {
  for (const change of [
    { locked: true },
    { policies: { add: 'none', kinds: [], edit: 'own', place: 'none', group: 'none' } },
  ] satisfies Partial<StepPart>[]) {
    const { user, focus, find, show } = begin()
    show(aView({ step: { ...GROUP, ...change } }))
    focus('b1')
    await user.keyboard(' {ArrowLeft} ')
    expect(find('b1').cluster).toBeUndefined()
    expect(screen.queryByRole('combobox')).toBeNull()
    document.body.replaceChildren()
  }
})

test('C29 a group gets a colour and an icon by name, and loses both again', async () => {
  const { user, board } = begin()
  await user.click(screen.getByRole('button', { name: /Colour and icon/ }))
  await user.click(screen.getByRole('radio', { name: 'Mint' }))
  await user.click(screen.getByRole('radio', { name: 'Flag' }))
  expect(board.clusters.get(door)).toMatchObject({ colour: 'mint', icon: 'flag' })
  await user.click(screen.getByRole('button', { name: 'Neither colour nor icon' }))
  expect(board.clusters.get(door)).not.toHaveProperty('colour')
})

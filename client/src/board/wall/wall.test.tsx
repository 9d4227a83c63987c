// @vitest-environment jsdom
import type { Item } from '@roundel/shared/board'
import type { StepPart } from '@roundel/shared/session'
import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { WALL } from '../../i18n/catalogue.ts'
import { loadCatalogue } from '../../i18n/load-catalogue.ts'
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

// What is loaded when it is first opened is loaded before, so that no test waits for it.
beforeAll(async () => {
  await Promise.all([
    import('./merge-panel.tsx'),
    import('./colour-panel.tsx'),
    import('./colour-names.tsx'),
    loadCatalogue(WALL, 'en'),
  ])
})
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

/** A view of somebody who may give the commands of grouping. */
const mine = (change: Parameters<typeof aView>[0]) =>
  aView({ me: { can: { merge: true, unmerge: true, 'name-colour': true } }, ...change })

/** Does what opens something that is loaded later, and waits until it is there. */
const later = (does: () => Promise<void>) => act(async () => does())

const Room = () => {
  const { wall } = useGrouping()
  return wall ? <Wall model={wall} /> : null
}

const begin = (change: Partial<StepPart> = {}) => {
  const played = playRoom(mine({ step: { ...GROUP, ...change } }))
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
  const { unmount } = played.render(
    <>
      <Room />
      <Keyboard />
    </>,
  )
  const find = (name: string) => board.items.get(anId<'item'>(name)) ?? expect.fail(`no ${name}`)
  const focus = (name: string) => screen.getByRole('button', { name }).focus()
  return { ...played, unmount, find, focus, user: userEvent.setup() }
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

test('C48 a carried note that others move or take off the wall is let go, and nothing of it is written', async () => {
  for (const change of [{ cluster: door }, { at: [900, 900] }, { state: 'withdrawn' }] satisfies Partial<Item>[]) {
    const { user, focus, find, board, unmount } = begin()
    focus('b1')
    await user.keyboard(' {ArrowLeft}')
    act(() => board.items.patch(anId<'item'>('b1'), change))
    expect(screen.getByRole('alert').textContent).toMatch(/Somebody else moved/)
    const after = find('b1')
    await user.keyboard(' {Escape}')
    expect(find('b1')).toBe(after)
    unmount()
  }
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

test('C44 a note is merged from its menu or by Shift and M, shown under the other one, and taken apart', async () => {
  const { user, focus, board, give } = begin()
  focus('b1')
  await later(() => user.keyboard('{Shift>}m{/Shift}'))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'a2' }))
  expect(give).toHaveBeenCalledWith({ type: 'merge', item: anId<'item'>('b1'), into: anId<'item'>('a2') })
  act(() => {
    board.items.patch(anId<'item'>('b1'), { state: 'merged' })
    board.links.add({ id: anId<'link'>('l'), type: 'duplicate-of', from: anId<'item'>('b1'), to: anId<'item'>('a2') })
  })
  expect(screen.queryByRole('button', { name: 'b1' })).toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'a2' }))
  expect(document.querySelector('summary')?.textContent).toBe('+1 same')
  await user.keyboard('{Shift>}{Enter}{/Shift}')
  expect(document.querySelector('details')?.open).toBe(true)
  expect(screen.getByRole('alert').textContent).toMatch(/Says the same: .*b1/)

  await later(() => user.selectOptions(screen.getByRole('combobox', { name: /a2/ }), 'Merge with…'))
  await user.click(await screen.findByRole('button', { name: /Take apart/ }))
  expect(give).toHaveBeenLastCalledWith({ type: 'unmerge', item: anId<'item'>('b1') })
  // Taking the taking apart back merges them again.
  act(() => {
    board.items.patch(anId<'item'>('b1'), { state: 'published' })
    board.links.remove(anId<'link'>('l'))
  })
  await user.click(screen.getByRole('button', { name: 'Close' }))
  await user.keyboard('{Control>}z{/Control}')
  expect(give).toHaveBeenLastCalledWith({ type: 'merge', item: anId<'item'>('b1'), into: anId<'item'>('a2') })
})

test('C63 those who lead put a note of the wall into the spotlight from its menu, others have no such line', async () => {
  const { user, give, show } = begin()
  const lines = () =>
    within(screen.getByRole('combobox', { name: /b1/ })).queryAllByRole('option', { name: /spotlight/ })
  expect(lines()).toHaveLength(0)
  show(aView({ me: { role: 'facilitator', can: { spotlight: true } }, step: GROUP }))
  expect(lines()).toHaveLength(1)
  await user.selectOptions(screen.getByRole('combobox', { name: /b1/ }), 'Put in the spotlight')
  expect(give).toHaveBeenLastCalledWith({ type: 'spotlight', item: anId<'item'>('b1') })
})

test('C44 a merge that is refused says why and leaves the panel open', async () => {
  const { user, focus, give } = begin()
  give.mockResolvedValue({ ok: false, error: { code: 'closed' } })
  focus('b1')
  await later(() => user.keyboard('{Shift>}m{/Shift}'))
  const dialog = await screen.findByRole('dialog')
  await user.click(within(dialog).getByRole('button', { name: 'a2' }))
  const alerts = within(dialog).getAllByRole('alert')
  expect(alerts.some(({ textContent }) => textContent !== '')).toBe(true)
})

test('C46 a note gets a colour by its name, and whoever may group says what it means', async () => {
  const { user, focus, find, give } = begin()
  focus('b1')
  await later(() => user.keyboard('c'))
  await user.click(within(await screen.findByRole('dialog')).getByRole('radio', { name: 'Mint' }))
  expect(find('b1').colour).toBe('mint')
  await user.click(screen.getByRole('button', { name: 'No colour of its own' }))
  expect(find('b1')).not.toHaveProperty('colour')
  const names = within(screen.getByRole('dialog')).getByRole('button', { name: 'What the colours mean' })
  await later(() => user.click(names))
  await user.type(await screen.findByRole('textbox', { name: /Meaning of .*Mint/ }), 'Costs nothing{Enter}')
  expect(give).toHaveBeenCalledWith({ type: 'name-colour', colour: 'mint', name: 'Costs nothing' })
})

test('C46 what colours mean is read by everyone, and changed by nobody who may not group', () => {
  const policies = { add: 'none', kinds: [], edit: 'own', place: 'none', group: 'none' } as const
  const { show } = begin({ policies })
  show(aView({ step: { ...GROUP, policies }, session: { colours: { mint: 'Costs nothing' } } }))
  expect(screen.getByText('Costs nothing')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'What the colours mean' })).toBeNull()
})

test('C29 a group is dissolved from its menu, and comes back', async () => {
  const { user, find, board } = begin()
  await user.click(screen.getByRole('button', { name: /Colour and icon/ }))
  await user.click(screen.getByRole('button', { name: 'Dissolve the group' }))
  expect([find('a1').cluster, find('a2').cluster]).toEqual([undefined, undefined])
  expect(screen.queryByRole('region', { name: 'At the door' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect([find('a1').cluster, find('a2').cluster]).toEqual([door, door])
  expect(board.clusters.get(door)?.title).toBe('At the door')
})

test('C28 an empty group that was made goes again', async () => {
  const { user } = begin()
  const groups = () => screen.queryAllByRole('region').length
  const before = groups()
  await user.click(screen.getByRole('button', { name: 'New group' }))
  expect(groups()).toBe(before + 1)
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(groups()).toBe(before)
  await user.click(screen.getByRole('button', { name: 'Do again' }))
  expect(groups()).toBe(before + 1)
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

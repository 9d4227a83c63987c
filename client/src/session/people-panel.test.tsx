// @vitest-environment jsdom
import { fail, omit } from '@roundel/shared/kernel'
import type { Person } from '@roundel/shared/session'
import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { LATER, LEADING } from '../i18n/catalogue.ts'
import { loadCatalogue } from '../i18n/load-catalogue.ts'
import { aView, anId } from '../testing/a-view.ts'
import { playRoom } from '../testing/played-room.tsx'
import { PeoplePanel } from './people-panel.tsx'

const person = (name: string, more: Partial<Person> = {}): Person => ({
  id: anId<'seat'>(name.toLowerCase()),
  name,
  colour: 'sky',
  role: 'participant',
  here: true,
  ...more,
})
const AMINA = person('Amina', { role: 'facilitator' })
const CAN = Object.fromEntries(
  [
    'rename',
    'move-seat',
    'merge-seats',
    'set-role',
    'set-side',
    'set-flag',
    'lower-hands',
    'hand-over',
    'remove',
    'restore',
    'renew-link',
  ].map((command) => [command, true as const]),
)
const me = { seat: AMINA.id, name: 'Amina', role: 'facilitator', can: CAN } as const

const open = async (change: Parameters<typeof aView>[0]) => {
  const played = playRoom(aView(change))
  await act(async () => {
    played.render(<PeoplePanel onClose={() => undefined} />)
  })
  await screen.findByText('Amina', { selector: 'bdi' })
  return played
}
beforeAll(async () => {
  await import('../facilitator/people/leading-people.tsx')
  await Promise.all([loadCatalogue(LATER, 'en'), loadCatalogue(LEADING, 'en')])
})

const rowOf = (name: string) => within(screen.getByText(name, { selector: 'bdi' }).closest('li')!)
const chooseFor = async (name: string, entry: string): Promise<void> => {
  await userEvent.click(rowOf(name).getByRole('button', { name: /What to do about/ }))
  await userEvent.click(screen.getByText(entry, { exact: true }))
}

describe('people, for everyone', () => {
  test('C67 participants see who is here, not how they do, and can do nothing about anybody', async () => {
    const leila = person('Leila')
    await open({ people: [AMINA, leila, person('Reza', { here: false, status: 'quiet' })], me: { can: {} } })
    expect(screen.getAllByRole('listitem').map((row) => row.querySelector('bdi')?.textContent)).toEqual([
      'Amina',
      'Leila',
      'Reza',
    ])
    expect(screen.queryByText(/quiet|away/)).toBeNull()
    expect(screen.queryByRole('button', { name: /What to do about/ })).toBeNull()
    await userEvent.click(rowOf('Leila').getByRole('button', { name: 'My seat' }))
    expect(screen.getByRole('heading', { name: 'My seat' })).toBe(document.activeElement)
  })

  test('C67 a name is found whatever its accents, and nobody is nobody', async () => {
    await open({ people: [AMINA, person('Tomás')], me: { can: {} } })
    await userEvent.type(screen.getByRole('searchbox'), 'tomas')
    expect(screen.queryByText('Amina')).toBeNull()
    expect(screen.getByText('Tomás')).toBeDefined()
    await userEvent.type(screen.getByRole('searchbox'), 'x')
    expect(screen.getByText('Nobody here has that name.')).toBeDefined()
  })
})

describe('people, for those who lead', () => {
  test('C66 every command about a person is in their menu', async () => {
    const { give } = await open({
      me,
      people: [AMINA, person('Leila', { marks: [{ type: 'hand' }], hand: 1, flags: ['scribe'] })],
    })
    const seat = anId('leila')
    for (const [entry, command] of [
      ['Co-facilitator', { type: 'set-role', seat, role: 'co-facilitator' }],
      ['On the client’s side', { type: 'set-side', seat, side: 'client' }],
      ['Decider', { type: 'set-flag', seat, flag: 'decider', on: true }],
      ['Scribe', { type: 'set-flag', seat, flag: 'scribe', on: false }],
      ['Lower the hand', { type: 'lower-hands', seats: [seat] }],
      ['Remove', { type: 'remove', seat }],
    ] as const) {
      await chooseFor('Leila', entry)
      expect(give).toHaveBeenLastCalledWith(command)
    }
  })

  test('C66 a co-facilitator is offered nothing about those who lead but their own seat', async () => {
    const bob = person('Bob', { role: 'co-facilitator' })
    await open({
      me: { seat: bob.id, role: 'co-facilitator', can: omit(CAN, 'hand-over') },
      people: [AMINA, bob],
    })
    await userEvent.click(rowOf('Amina').getByRole('button', { name: /What to do about/ }))
    expect(screen.queryByRole('menuitem', { name: /Rename|Remove|Hand over|Link for/ })).toBeNull()
    expect(screen.queryByRole('menuitemradio')).toBeNull()
  })

  test('C66 a name is put right on a page of its own; a refusal stays there, and the way back leads to the menu', async () => {
    const { give } = await open({ me, people: [AMINA, person('Leila')] })
    await chooseFor('Leila', 'Rename…')
    const field = screen.getByRole('textbox', { name: 'Name' })
    await userEvent.clear(field)
    await userEvent.type(field, 'Leyla')
    give.mockResolvedValueOnce(fail({ code: 'not-allowed' }))
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(screen.getByText('You may not do that here.')).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(give).toHaveBeenLastCalledWith({ type: 'rename', seat: anId('leila'), name: 'Leyla' })
    expect(document.activeElement).toBe(rowOf('Leila').getByRole('button', { name: /What to do about/ }))
  })

  test('C68 two seats become one only by a button that names both', async () => {
    const { give } = await open({ me, people: [AMINA, person('Leila'), person('Leila (2)', { here: false })] })
    await chooseFor('Leila', 'Same person as…')
    expect(screen.getByRole('button', { name: 'Choose the other seat' })).toHaveProperty('disabled', true)
    expect(screen.getAllByRole('radio')).toHaveLength(1)
    await userEvent.click(screen.getByRole('radio', { name: /Leila \(2\)/ }))
    await userEvent.click(screen.getByRole('button', { name: /^Make .*Leila \(2\).* one with .*Leila/ }))
    expect(give).toHaveBeenLastCalledWith({
      type: 'merge-seats',
      seat: anId('leila'),
      other: anId('leila (2)'),
      name: 'Leila (2)',
    })
  })

  test('C68 the lead is handed over after one has read what that means', async () => {
    const { give } = await open({ me, people: [AMINA, person('Leila')] })
    await chooseFor('Leila', 'Hand over the lead…')
    expect(give).not.toHaveBeenCalled()
    expect(screen.getByText(/You help on as a co-facilitator/)).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: /Hand the lead to/ }))
    expect(give).toHaveBeenLastCalledWith({ type: 'hand-over', seat: anId('leila') })
  })

  test('C69 whoever was removed is let back by one press: for ten seconds above, then under "Removed"', async () => {
    const leila = person('Leila')
    const { show, give } = await open({ me, people: [AMINA, leila] })
    vi.useFakeTimers({ shouldAdvanceTime: true })
    await chooseFor('Leila', 'Remove')
    const after = aView({ me, people: [AMINA], session: { removed: [{ seat: leila.id, name: 'Leila' }] } })
    show(after)
    expect(screen.queryByRole('heading', { name: 'Removed' })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Let back' }))
    expect(give).toHaveBeenLastCalledWith({ type: 'restore', seat: leila.id })
    act(() => {
      vi.advanceTimersByTime(10_000)
    })
    const section = within(screen.getByRole('heading', { name: 'Removed' }).closest('section')!)
    give.mockClear()
    await userEvent.click(section.getByRole('button', { name: 'Let back' }))
    expect(give).toHaveBeenLastCalledWith({ type: 'restore', seat: leila.id })
  })

  test('C69 the door: one by one, all at once, and who only waits for a seat', async () => {
    const [lukas, rosa] = [person('Lukas', { state: 'waiting' }), person('Rosa', { state: 'waiting' })]
    const { give } = await open({ me, people: [AMINA, lukas, rosa, person('Zoe', { state: 'waiting', line: 1 })] })
    await userEvent.click(rowOf('Lukas').getByRole('button', { name: 'Let in' }))
    expect(give).toHaveBeenLastCalledWith({ type: 'admit-all', seats: [lukas.id] })
    await userEvent.click(screen.getByRole('button', { name: 'Let everyone in (2)' }))
    expect(give).toHaveBeenLastCalledWith({ type: 'admit-all', seats: [lukas.id, rosa.id] })
    expect(rowOf('Zoe').queryByRole('button', { name: 'Let in' })).toBeNull()
    expect(rowOf('Zoe').getByText(/in line: .*1/)).toBeDefined()
    await userEvent.click(rowOf('Zoe').getByRole('button', { name: 'No' }))
    expect(give).toHaveBeenLastCalledWith({ type: 'refuse', seat: anId('zoe') })
  })

  test('C69 who asks to come back is let back or not', async () => {
    const { give } = await open({ me, people: [AMINA], session: { asking: [{ seat: anId('leila'), name: 'Leila' }] } })
    await userEvent.click(rowOf('Leila').getByRole('button', { name: 'Let back' }))
    expect(give).toHaveBeenLastCalledWith({ type: 'restore', seat: anId('leila') })
    await userEvent.click(rowOf('Leila').getByRole('button', { name: 'No' }))
    expect(give).toHaveBeenLastCalledWith({ type: 'refuse', seat: anId('leila') })
  })

  test('C70 each way in is renewed after one has read what that means', async () => {
    const { give } = await open({
      me,
      people: [AMINA],
      session: { code: 'ABCD-EFGH', links: { participant: 'secret', client: 'other' } },
    })
    await userEvent.click(screen.getByRole('button', { name: 'Links and code' }))
    for (const [title, invite] of [
      ['Code', 'code'],
      ['Clients’ link', 'client'],
    ] as const) {
      const way = within(screen.getByRole('heading', { name: title }).closest('section')!)
      give.mockClear()
      await userEvent.click(way.getByRole('button', { name: 'Renew…' }))
      expect(way.getByText(/lets nobody in any more/)).toBeDefined()
      expect(give).not.toHaveBeenCalled()
      await userEvent.click(way.getByRole('button', { name: 'Renew now' }))
      expect(give).toHaveBeenLastCalledWith({ type: 'renew-link', invite })
    }
    expect(screen.queryByRole('heading', { name: 'Your own link' })).toBeNull()
  })
})

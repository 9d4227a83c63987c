import { describe, expect, test } from 'vitest'
import { groupDuplicates } from '../../board/index.ts'
import { type ItemId, LIMITS, type SeatId } from '../../kernel/index.ts'
import { SimulatedRoom } from '../simulated/room.ts'
import { viewFor } from '../view/view-for.ts'
import { type Command, can } from './index.ts'

/** A brainstorm whose three ideas, of two people, lie open; grouping begins with the next press. */
const opened = (names: 'hidden' | 'shown' = 'hidden') => {
  const room = new SimulatedRoom({ agenda: [{ kind: 'brainstorm', names, settings: { variant: 'free', group: 9 } }] })
  const [leila, dmitry, olga] = [room.enter('Leila'), room.enter('Dmitry'), room.enter('Olga', 'observer')]
  room.give(room.facilitator, { type: 'start' })
  const add = (seat: SeatId, text: string): ItemId => {
    const result = room.give(seat, { type: 'add-item', kind: 'idea', text })
    if (!result.ok) throw new Error(result.error.code)
    return result.value.answer.item as ItemId
  }
  const [tea, chai, sign] = [add(leila, 'Tea'), add(dmitry, 'Чай'), add(leila, 'A sign')]
  return { room, leila, dmitry, olga, tea, chai, sign }
}

const grouping = (names: 'hidden' | 'shown' = 'hidden') => {
  const began = opened(names)
  began.room.goOn()
  began.room.wait(LIMITS.graceMs)
  return began
}

const codeOf = (room: SimulatedRoom, seat: SeatId, command: Command): string => {
  const result = room.give(seat, command)
  return result.ok ? 'ok' : result.error.code
}
const merging = (item: ItemId, into: ItemId): Command => ({ type: 'merge', item, into })

/** The texts under each standing item. */
const shown = (room: SimulatedRoom) => {
  const items = new Map([...room.items].map(([id, { item }]) => [id, item]))
  const groups = groupDuplicates(items, room.links.values())
  return Object.fromEntries([...groups].map(([id, list]) => [items.get(id)?.text, list.map(({ text }) => text)]))
}
const stateOf = (room: SimulatedRoom, id: ItemId) => room.items.get(id)?.item.state

describe('C44 merging', () => {
  test('C44 one note stands for both, both texts are kept, and taking it back leaves everything as it was', () => {
    const { room, dmitry, tea, chai } = grouping()
    const before = room.items.get(tea)
    expect(codeOf(room, dmitry, merging(tea, chai))).toBe('ok')
    expect(shown(room)).toEqual({ Чай: ['Tea'] })
    expect(room.items.get(tea)?.item).toEqual({ ...before?.item, state: 'merged' })
    expect(codeOf(room, dmitry, { type: 'unmerge', item: tea })).toBe('ok')
    expect(room.items.get(tea)).toEqual(before)
    expect([...room.links]).toEqual([])
  })

  test('C44 what is done already is done once', () => {
    const { room, leila, tea, chai } = grouping()
    for (let press = 0; press < 2; press++) expect(codeOf(room, leila, merging(tea, chai))).toBe('ok')
    expect(room.links.size).toBe(1)
    for (let press = 0; press < 2; press++) expect(codeOf(room, leila, { type: 'unmerge', item: tea })).toBe('ok')
    expect(shown(room)).toEqual({})
  })

  test('C44 merges of merges are found under the last, and come apart in any order', () => {
    const { room, leila, tea, chai, sign } = grouping()
    room.give(leila, merging(tea, chai))
    room.give(leila, merging(chai, sign))
    expect(shown(room)['A sign']?.toSorted()).toEqual(['Tea', 'Чай'].toSorted())
    room.give(leila, { type: 'unmerge', item: chai })
    expect(shown(room)).toEqual({ Чай: ['Tea'] })
    expect(codeOf(room, leila, merging(sign, tea))).toBe('closed')
    expect(codeOf(room, leila, merging(tea, sign))).toBe('closed')
  })

  test('C44 not with itself, not with what is not there, not with another kind, not with what is hidden', () => {
    const { room, leila, tea, chai } = grouping()
    expect(codeOf(room, leila, merging(tea, tea))).toBe('bad-input')
    for (const pair of [merging(tea, 'nothing000000000' as ItemId), merging('nothing000000000' as ItemId, tea)]) {
      expect(codeOf(room, leila, pair)).toBe('unknown')
    }
    const worse = room.items.get(chai)
    if (worse) room.items.set(chai, { ...worse, item: { ...worse.item, kind: 'negative-idea' } })
    expect(codeOf(room, leila, merging(tea, chai))).toBe('bad-input')
    if (worse) room.items.set(chai, { ...worse, item: { ...worse.item, state: 'hidden' } })
    expect(codeOf(room, leila, merging(tea, chai))).toBe('closed')
    expect(codeOf(room, leila, { type: 'unmerge', item: chai })).toBe('closed')
  })

  test('C44 for those who may group and those who lead; for nobody on a locked board but those who lead', () => {
    const { room, leila, olga, tea, chai } = opened()
    expect(codeOf(room, leila, merging(tea, chai))).toBe('wrong-phase')
    expect(can(room.session, leila, 'merge')).toBe(false)
    expect(codeOf(room, room.facilitator, merging(tea, chai))).toBe('ok')
    expect(codeOf(room, room.facilitator, { type: 'unmerge', item: tea })).toBe('ok')
    room.goOn()
    room.wait(LIMITS.graceMs)
    expect(codeOf(room, olga, merging(tea, chai))).toBe('not-allowed')
    room.give(room.facilitator, { type: 'lock', locked: true })
    room.wait(LIMITS.graceMs)
    for (const command of [merging(tea, chai), { type: 'unmerge', item: tea } as const]) {
      expect(codeOf(room, leila, command)).toBe('locked')
      expect(can(room.session, leila, command.type)).toBe(false)
      expect(codeOf(room, room.facilitator, command)).toBe('ok')
    }
  })

  test('C44 in a large room for the few who are named to group', () => {
    const { room, leila, dmitry, tea, chai } = opened()
    for (let count = 0; count < 21; count++) room.enter(`Guest ${count}`)
    room.goOn()
    room.give(room.facilitator, { type: 'name-some', seats: [leila] })
    room.wait(LIMITS.graceMs)
    expect(codeOf(room, dmitry, merging(tea, chai))).toBe('not-allowed')
    expect(codeOf(room, leila, merging(tea, chai))).toBe('ok')
  })

  test('C44 whoever takes their own note off the board takes no other off with it', () => {
    const { room, leila, dmitry, tea, chai } = opened()
    room.give(room.facilitator, merging(tea, chai))
    expect(codeOf(room, leila, { type: 'withdraw', item: tea, withdrawn: true })).toBe('closed')
    expect(codeOf(room, dmitry, { type: 'withdraw', item: chai, withdrawn: true })).toBe('ok')
    expect([stateOf(room, tea), stateOf(room, chai)]).toEqual(['published', 'withdrawn'])
    expect(room.links.size).toBe(0)
    expect(codeOf(room, dmitry, { type: 'withdraw', item: chai, withdrawn: false })).toBe('ok')
    expect(shown(room)).toEqual({})
  })

  test('C44 nothing that is written tells who wrote either, or who merged them', () => {
    const { room, leila, tea, chai } = grouping()
    const decision = room.give(leila, merging(tea, chai))
    const text = JSON.stringify(decision.ok && decision.value.writes)
    expect(text).toContain('duplicate-of')
    for (const seat of Object.keys(room.session.seats)) expect(text).not.toContain(seat)
  })
})

describe('C46 names of colours', () => {
  const coloursOf = (room: SimulatedRoom, seat: SeatId) =>
    viewFor(room.session, seat, room.surroundings()).session.colours

  test('C46 a colour gets a name, another one, and none, and everyone seated reads it', () => {
    const { room, leila, olga } = grouping()
    expect(coloursOf(room, olga)).toBeUndefined()
    expect(codeOf(room, leila, { type: 'name-colour', colour: 'mint', name: 'Costs nothing' })).toBe('ok')
    room.give(leila, { type: 'name-colour', colour: 'sky', name: 'Needs a law' })
    for (const seat of [leila, olga, room.facilitator]) {
      expect(coloursOf(room, seat)).toEqual({ mint: 'Costs nothing', sky: 'Needs a law' })
    }
    room.give(leila, { type: 'name-colour', colour: 'mint', name: '' })
    expect(coloursOf(room, leila)).toEqual({ sky: 'Needs a law' })
    room.give(room.facilitator, { type: 'set-setting', door: 'ask' })
    expect(coloursOf(room, room.enter('Late'))).toBeUndefined()
  })

  test('C46 only where groups are made, and only by those who may make them', () => {
    const { room, leila, olga } = opened()
    const command = { type: 'name-colour', colour: 'mint', name: 'x' } as const
    expect(codeOf(room, leila, command)).toBe('wrong-phase')
    room.goOn()
    room.wait(LIMITS.graceMs)
    expect(codeOf(room, olga, command)).toBe('not-allowed')
    expect(codeOf(room, leila, command)).toBe('ok')
  })
})

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ItemId, SeatId } from '../../kernel/index.ts'
import { findSeat } from '../rights.ts'
import { SimulatedRoom } from '../simulated/room.ts'
import type { Command } from './index.ts'

const gather = () => {
  const room = new SimulatedRoom({ agenda: [{ kind: 'brainstorm' }, { kind: 'brainstorm', names: 'shown' }] })
  const leila = room.enter('Leila')
  const again = room.enter('Leila', 'participant', { place: 'Room 2' })
  room.give(room.facilitator, { type: 'start' })
  return { room, facilitator: room.facilitator, leila, again }
}

const codeOf = (room: SimulatedRoom, seat: SeatId, command: Command): string => {
  const result = room.give(seat, command)
  return result.ok ? 'ok' : result.error.code
}

const merge = (seat: SeatId, other: SeatId, name: string): Command => ({ type: 'merge-seats', seat, other, name })

describe('S89 one person with two seats', () => {
  test('S89 the first has everything of the other, which is no more', () => {
    const { room, facilitator, leila, again } = gather()
    const late = room.enter('Late')
    room.give(again, { type: 'mark', mark: 'hand' })
    room.give(late, { type: 'mark', mark: 'hand' })
    room.give(leila, { type: 'mark', mark: 'ready' })
    room.give(facilitator, { type: 'set-flag', seat: again, flag: 'scribe', on: true })
    const drafts = [room.write(leila, 'One'), room.write(again, 'Two'), room.write(again, '…', { state: 'composing' })]
    const result = room.give(facilitator, merge(leila, again, 'Leila (2)'))
    expect(result).toMatchObject({
      value: {
        ended: { type: 'merged', seat: again, into: leila },
        notice: { code: 'seats-merged', details: { seat: leila, was: 'Leila (2)', name: 'Leila' } },
      },
    })
    expect(findSeat(room.session, again)).toBeUndefined()
    expect(findSeat(room.session, leila)).toMatchObject({ name: 'Leila', place: 'Room 2', flags: ['scribe'] })
    expect(room.session.marks).toEqual([
      { type: 'hand', seat: leila },
      { type: 'hand', seat: late },
      { type: 'ready', seat: leila },
    ])
    expect([...(room.drafts.get(leila)?.keys() ?? [])]).toEqual(drafts)
    expect(room.drafts.has(again)).toBe(false)
    room.goOn()
    expect([...room.items.values()].map(({ owner }) => owner)).toEqual([leila, leila])
  })

  test('S89 what it shared is the first’s, by name where names are shown', () => {
    const { room, facilitator, leila, again } = gather()
    room.write(again, 'Unsigned')
    room.goOn()
    room.give(facilitator, { type: 'skip' })
    room.write(again, 'Signed')
    room.goOn()
    room.give(facilitator, merge(leila, again, 'Leila (2)'))
    const items = [...room.items.values()]
    expect(items.map(({ owner }) => owner)).toEqual([leila, leila])
    expect(items.map(({ item }) => item.author)).toEqual([undefined, leila])
    const [id] = room.items.keys()
    expect(codeOf(room, leila, { type: 'withdraw', item: id as ItemId, withdrawn: true })).toBe('ok')
  })

  test('S89 it takes the name of the seat that ends, and a right to both', () => {
    const { room, facilitator, leila, again } = gather()
    const co = room.enter('Bob')
    const other = room.enter('Cem')
    const olga = room.enter('Olga', 'observer')
    const screen = room.enter('', 'screen')
    room.give(facilitator, { type: 'set-role', seat: co, role: 'co-facilitator' })
    expect(codeOf(room, leila, merge(leila, again, 'Leila (2)'))).toBe('not-allowed')
    expect(codeOf(room, facilitator, merge(leila, again, 'Leila'))).toBe('bad-input')
    expect(codeOf(room, facilitator, merge(leila, leila, 'Leila'))).toBe('bad-input')
    // A device that opened a participant's seat comes to lead by no merger, and who leads gets no drafts by one.
    for (const leading of [facilitator, co]) {
      expect(codeOf(room, facilitator, merge(leading, other, 'Cem'))).toBe('bad-input')
      expect(codeOf(room, facilitator, merge(other, leading, findSeat(room.session, leading)?.name ?? ''))).toBe(
        'bad-input',
      )
    }
    expect(codeOf(room, facilitator, merge(olga, other, 'Cem'))).toBe('bad-input')
    expect(codeOf(room, facilitator, merge(leila, screen, 'x'))).toBe('bad-input')
    room.give(facilitator, { type: 'remove', seat: again })
    expect(codeOf(room, co, merge(leila, again, 'Leila (2)'))).toBe('wrong-phase')
    expect(codeOf(room, co, merge(leila, olga, 'Olga'))).toBe('ok')
    expect(codeOf(room, co, merge(leila, olga, 'Olga'))).toBe('unknown')
  })

  test('S89 a seat that was left comes back with the one that was taken instead', () => {
    const { room, facilitator, leila, again } = gather()
    room.write(leila, 'Before')
    room.give(leila, { type: 'leave' })
    expect(codeOf(room, facilitator, merge(leila, again, 'Leila (2)'))).toBe('ok')
    expect(findSeat(room.session, leila)?.state).toBe('seated')
  })

  test('S89 whatever was written before and after, nothing is lost or doubled', () => {
    const act = fc.record({
      who: fc.nat(3),
      what: fc.constantFrom('write', 'write', 'compose', 'add', 'on', 'merge', 'late', 'mark'),
    })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40, size: 'max' }), fc.nat(), (acts, seed) => {
        const room = new SimulatedRoom(
          { agenda: [{ kind: 'brainstorm' }, { kind: 'brainstorm', names: 'shown' }] },
          seed,
        )
        const people = [0, 1, 2, 3].map((nth) => room.enter(`P${nth}`))
        /** Which of the texts each person wrote. */
        const wrote = new Map(people.map((seat): [SeatId, Set<string>] => [seat, new Set()]))
        room.give(room.facilitator, { type: 'start' })
        for (const [index, { who, what }] of acts.entries()) {
          const seat = people[who % people.length] as SeatId
          const text = `Text ${index}`
          if (what === 'on') room.goOn()
          else if (what === 'mark') room.give(seat, { type: 'mark', mark: 'hand' })
          else if (what === 'late') {
            for (const [id] of room.drafts.get(seat) ?? []) room.give(seat, { type: 'publish-late', draft: id })
          } else if (what === 'merge') {
            const other = people[(who + 1) % people.length] as SeatId
            const { name = '' } = findSeat(room.session, other) ?? {}
            if (!room.give(room.facilitator, merge(seat, other, name)).ok) continue
            people.splice(people.indexOf(other), 1)
            for (const own of wrote.get(other) ?? []) wrote.get(seat)?.add(own)
            wrote.delete(other)
          } else if (what === 'add') {
            if (room.give(seat, { type: 'add-item', kind: 'idea', text }).ok) wrote.get(seat)?.add(text)
          } else if (room.session.position.state === 'live') {
            room.write(seat, text, { state: what === 'write' ? 'ready' : 'composing' })
            wrote.get(seat)?.add(text)
          }
        }
        for (const [seat, texts] of wrote) {
          const shared = [...room.items.values()].flatMap(({ item, owner }) => (owner === seat ? [item.text] : []))
          const open = [...(room.drafts.get(seat)?.values() ?? [])].filter(({ state }) => state !== 'published')
          expect([...shared, ...open.map(({ text }) => text)].toSorted()).toEqual([...texts].toSorted())
        }
      }),
      { numRuns: 200 },
    )
  })
})

import { describe, expect, test } from 'vitest'
import type { SeatId } from '../../kernel/index.ts'
import { parkSeat } from '../join.ts'
import { findSeat } from '../rights.ts'
import { SimulatedRoom } from '../simulated/room.ts'
import { viewFor } from '../view/view-for.ts'
import type { Person } from '../view/view.ts'
import { type Command, can, mayOpenClaimed } from './index.ts'

const gather = () => {
  const room = new SimulatedRoom()
  const before = room.enter('Leila')
  const kofi = room.enter('Kofi')
  room.give(room.facilitator, { type: 'set-role', seat: kofi, role: 'co-facilitator' })
  return { room, facilitator: room.facilitator, kofi, before, again: room.enter('leila') }
}

const codeOf = (room: SimulatedRoom, seat: SeatId, command: Command): string => {
  const result = room.give(seat, command)
  return result.ok ? 'ok' : result.error.code
}

const opens = (room: SimulatedRoom, claimant: SeatId, seat: SeatId): boolean => {
  const found = findSeat(room.session, claimant)
  return found !== undefined && mayOpenClaimed(room.session, found, seat)
}

const peopleOf = (room: SimulatedRoom, seat: SeatId): readonly Person[] =>
  viewFor(room.session, seat, {
    now: room.now,
    version: 1,
    here: new Set(),
    ready: new Map(),
    activeAt: new Map(),
    published: 0,
  }).people

describe('C49 the same person on another device', () => {
  test('C49 a claim opens nothing; a press of somebody who leads does, for this one seat', () => {
    const { room, facilitator, kofi, before, again } = gather()
    expect(codeOf(room, again, { type: 'claim-seat', seat: before })).toBe('ok')
    expect(opens(room, again, before)).toBe(false)
    for (const nobody of [again, before])
      expect(codeOf(room, nobody, { type: 'grant-claim', seat: again })).toBe('not-allowed')
    expect(codeOf(room, kofi, { type: 'grant-claim', seat: again })).toBe('ok')
    expect(opens(room, again, before)).toBe(true)
    expect(opens(room, again, facilitator)).toBe(false)
    expect(opens(room, before, again)).toBe(false)
    expect(codeOf(room, facilitator, { type: 'grant-claim', seat: again })).toBe('unknown')
  })

  test('C49 nobody claims a seat of another name, role or side, of those who lead, or one that was taken away', () => {
    const { room, facilitator, kofi, before, again } = gather()
    const client = room.enter('Leila', 'client')
    const observer = room.enter('Leila', 'observer')
    const amina = room.enter('Amina')
    const other = room.enter('Kofi')
    for (const seat of [kofi, client, observer, amina, again, 'nobody0000000000' as SeatId])
      expect(codeOf(room, again, { type: 'claim-seat', seat })).toBe('unknown')
    expect(codeOf(room, amina, { type: 'claim-seat', seat: facilitator })).toBe('unknown')
    expect(codeOf(room, other, { type: 'claim-seat', seat: kofi })).toBe('unknown')
    expect(codeOf(room, kofi, { type: 'claim-seat', seat: other })).toBe('not-allowed')
    room.give(facilitator, { type: 'remove', seat: before })
    expect(codeOf(room, again, { type: 'claim-seat', seat: before })).toBe('unknown')
  })

  test('C49 a seat that was left can be claimed too', () => {
    const { room, before, again } = gather()
    room.session = parkSeat(room.session, before)
    expect(codeOf(room, again, { type: 'claim-seat', seat: before })).toBe('ok')
  })

  test('C49 one asks once, whatever the answer', () => {
    const { room, facilitator, before, again } = gather()
    expect(can(room.session, again, 'claim-seat')).toBe(true)
    room.give(again, { type: 'claim-seat', seat: before })
    expect(can(room.session, again, 'claim-seat')).toBe(false)
    expect(codeOf(room, facilitator, { type: 'refuse-claim', seat: again })).toBe('ok')
    expect(codeOf(room, again, { type: 'claim-seat', seat: before })).toBe('not-allowed')
    expect(codeOf(room, facilitator, { type: 'grant-claim', seat: again })).toBe('unknown')
    expect(opens(room, again, before)).toBe(false)
  })

  test('C49 what was granted ends when the seat becomes another’s, such as that of somebody who leads', () => {
    const { room, facilitator, before, again } = gather()
    room.give(again, { type: 'claim-seat', seat: before })
    room.give(facilitator, { type: 'grant-claim', seat: again })
    room.give(facilitator, { type: 'set-role', seat: before, role: 'co-facilitator' })
    expect(opens(room, again, before)).toBe(false)
  })

  test('C49 who asks is seen by those who lead, and by themselves, alone', () => {
    const { room, facilitator, kofi, before, again } = gather()
    room.give(again, { type: 'claim-seat', seat: before })
    for (const leader of [facilitator, kofi])
      expect(peopleOf(room, leader).flatMap(({ id, claims }) => (claims ? [[id, claims]] : []))).toEqual([
        [again, before],
      ])
    for (const seat of [before, again]) expect(peopleOf(room, seat).some(({ claims }) => claims)).toBe(false)
    room.give(facilitator, { type: 'refuse-claim', seat: again })
    expect(peopleOf(room, facilitator).some(({ claims }) => claims)).toBe(false)
  })
})

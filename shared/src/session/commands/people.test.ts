import { describe, expect, test } from 'vitest'
import type { SeatId } from '../../kernel/index.ts'
import { facilitatorOf } from '../join.ts'
import { SimulatedRoom } from '../simulated/room.ts'
import { findSeat } from '../rights.ts'
import { type Command, can } from './index.ts'

const gather = () => {
  const room = new SimulatedRoom()
  const co = room.enter('Bob')
  room.give(room.facilitator, { type: 'set-role', seat: co, role: 'co-facilitator' })
  return {
    room,
    facilitator: room.facilitator,
    co,
    leila: room.enter('Leila'),
    olga: room.enter('Olga', 'observer'),
    screen: room.enter('', 'screen'),
  }
}

const seatOf = (room: SimulatedRoom, id: SeatId) => findSeat(room.session, id)
const codeOf = (room: SimulatedRoom, seat: SeatId, command: Command): string => {
  const result = room.give(seat, command)
  return result.ok ? 'ok' : result.error.code
}

describe('S21 people', () => {
  test('S21 everyone renames themselves but screens; facilitators rename others, co-facilitators none who lead', () => {
    const { room, facilitator, co, leila, olga, screen } = gather()
    expect(codeOf(room, leila, { type: 'rename', seat: leila, name: 'Leyla' })).toBe('ok')
    expect(codeOf(room, olga, { type: 'rename', seat: olga, name: 'Leyla' })).toBe('ok')
    expect(seatOf(room, olga)?.name).toBe('Leyla (2)')
    expect(codeOf(room, leila, { type: 'rename', seat: leila, name: 'LEYLA' })).toBe('ok')
    expect(seatOf(room, leila)?.name).toBe('LEYLA')
    expect(codeOf(room, leila, { type: 'rename', seat: olga, name: 'x' })).toBe('not-allowed')
    expect(codeOf(room, co, { type: 'rename', seat: leila, name: 'Lili' })).toBe('ok')
    expect(codeOf(room, co, { type: 'rename', seat: facilitator, name: 'x' })).toBe('not-allowed')
    expect(codeOf(room, screen, { type: 'rename', seat: screen, name: 'x' })).toBe('not-allowed')
    expect(codeOf(room, facilitator, { type: 'rename', seat: 'nobody0000000000' as SeatId, name: 'x' })).toBe('unknown')
  })

  test('S21 both may promote; the facilitator alone takes the lead away, from everyone but themselves', () => {
    const { room, facilitator, co, leila, olga, screen } = gather()
    expect(codeOf(room, co, { type: 'set-role', seat: leila, role: 'co-facilitator' })).toBe('ok')
    expect(codeOf(room, co, { type: 'set-role', seat: leila, role: 'participant' })).toBe('not-allowed')
    expect(codeOf(room, facilitator, { type: 'set-role', seat: leila, role: 'participant' })).toBe('ok')
    expect(codeOf(room, facilitator, { type: 'set-role', seat: facilitator, role: 'participant' })).toBe('not-allowed')
    expect(codeOf(room, co, { type: 'set-role', seat: co, role: 'participant' })).toBe('ok')
    expect(codeOf(room, facilitator, { type: 'set-role', seat: screen, role: 'participant' })).toBe('bad-input')
    expect(codeOf(room, olga, { type: 'set-role', seat: olga, role: 'participant' })).toBe('not-allowed')
  })

  test('S21 whoever only watches from now on keeps neither flags nor marks', () => {
    const { room, facilitator, leila } = gather()
    room.give(facilitator, { type: 'start' })
    room.give(facilitator, { type: 'set-flag', seat: leila, flag: 'scribe', on: true })
    room.give(leila, { type: 'mark', mark: 'hand' })
    room.give(facilitator, { type: 'set-role', seat: leila, role: 'observer' })
    expect(seatOf(room, leila)?.flags).toEqual([])
    expect(room.session.marks).toEqual([])
  })

  test('S21 a role with no room left is refused', () => {
    const room = new SimulatedRoom({ settings: { participants: 1 } })
    room.enter('Leila')
    const olga = room.enter('Olga', 'observer')
    expect(codeOf(room, room.facilitator, { type: 'set-role', seat: olga, role: 'participant' })).toBe('full')
  })

  test('S21 flags are given and taken; there is one decider; who watches has none', () => {
    const { room, facilitator, co, leila, olga } = gather()
    for (const seat of [leila, co]) room.give(facilitator, { type: 'set-flag', seat, flag: 'decider', on: true })
    room.give(facilitator, { type: 'set-flag', seat: co, flag: 'scribe', on: true })
    room.give(facilitator, { type: 'set-flag', seat: co, flag: 'scribe', on: true })
    expect([seatOf(room, leila)?.flags, seatOf(room, co)?.flags]).toEqual([[], ['decider', 'scribe']])
    room.give(facilitator, { type: 'set-flag', seat: co, flag: 'decider', on: false })
    expect(seatOf(room, co)?.flags).toEqual(['scribe'])
    expect(codeOf(room, facilitator, { type: 'set-flag', seat: olga, flag: 'host', on: true })).toBe('bad-input')
  })

  test('S21 sides are set by those who lead', () => {
    const { room, facilitator, co, leila } = gather()
    expect(codeOf(room, co, { type: 'set-side', seat: leila, side: 'client' })).toBe('ok')
    expect(seatOf(room, leila)?.side).toBe('client')
    expect(codeOf(room, leila, { type: 'set-side', seat: leila, side: 'team' })).toBe('not-allowed')
    expect(codeOf(room, co, { type: 'set-side', seat: facilitator, side: 'client' })).toBe('not-allowed')
  })

  test('S22 the facilitator alone hands over; the former helps on, and no longer knows the facilitator’s link', () => {
    const { room, facilitator, co, leila, olga, screen } = gather()
    const before = room.session.links
    for (const seat of [co, leila]) expect(codeOf(room, seat, { type: 'hand-over', seat })).toBe('not-allowed')
    for (const seat of [olga, screen]) expect(codeOf(room, facilitator, { type: 'hand-over', seat })).toBe('bad-input')
    expect(codeOf(room, facilitator, { type: 'hand-over', seat: leila })).toBe('ok')
    expect(facilitatorOf(room.session).id).toBe(leila)
    expect(seatOf(room, facilitator)?.role).toBe('co-facilitator')
    const { facilitator: renewed, ...others } = room.session.links
    expect(renewed).not.toBe(before.facilitator)
    // 32 bytes of chance need 43 characters of 6 bits.
    expect(renewed).toHaveLength(43)
    expect(before).toMatchObject(others)
  })

  test('S22 handing over to somebody who is not here is refused', () => {
    const { room, facilitator, leila } = gather()
    room.give(leila, { type: 'leave' })
    expect(codeOf(room, facilitator, { type: 'hand-over', seat: leila })).toBe('wrong-phase')
  })
})

describe('S23 door', () => {
  test('S23 those who lead let in and turn away, as long as there is room', () => {
    const room = new SimulatedRoom({ settings: { door: 'ask', participants: 1 } })
    const [leila, lukas, rosa] = [room.enter('Leila'), room.enter('Lukas'), room.enter('Rosa')]
    expect(codeOf(room, leila, { type: 'admit', seat: leila })).toBe('not-seated')
    expect(codeOf(room, room.facilitator, { type: 'admit', seat: leila })).toBe('ok')
    expect(codeOf(room, room.facilitator, { type: 'admit', seat: leila })).toBe('wrong-phase')
    expect(codeOf(room, room.facilitator, { type: 'admit', seat: lukas })).toBe('full')
    expect(codeOf(room, room.facilitator, { type: 'refuse', seat: lukas })).toBe('ok')
    expect(codeOf(room, lukas, { type: 'leave' })).toBe('not-seated')
    expect(codeOf(room, rosa, { type: 'leave' })).toBe('ok')
    expect(seatOf(room, rosa)?.state).toBe('refused')
    expect(codeOf(room, leila, { type: 'admit', seat: rosa })).toBe('not-allowed')
  })

  test('S23 nobody removes the facilitator or themselves, and co-facilitators nobody who leads', () => {
    const { room, facilitator, co, leila } = gather()
    const ann = room.enter('Ann')
    room.give(facilitator, { type: 'set-role', seat: ann, role: 'co-facilitator' })
    for (const [actor, seat] of [
      [facilitator, facilitator],
      [co, facilitator],
      [co, co],
      [co, ann],
      [leila, co],
    ] as const) {
      expect(codeOf(room, actor, { type: 'remove', seat })).toBe('not-allowed')
    }
    expect(codeOf(room, facilitator, { type: 'remove', seat: ann })).toBe('ok')
    expect(codeOf(room, co, { type: 'restore', seat: ann })).toBe('not-allowed')
    expect(codeOf(room, facilitator, { type: 'restore', seat: ann })).toBe('ok')
    expect(codeOf(room, co, { type: 'remove', seat: leila })).toBe('ok')
  })

  test('S23 a removed person can do nothing and their items stay; restored they have their seat again', () => {
    const { room, facilitator, leila } = gather()
    room.give(facilitator, { type: 'start' })
    room.write(leila, 'Show the way')
    room.goOn()
    room.give(leila, { type: 'mark', mark: 'hand' })
    room.give(facilitator, { type: 'remove', seat: leila })
    expect(room.items.size).toBe(1)
    expect(room.session.marks).toEqual([])
    expect(codeOf(room, leila, { type: 'mark', mark: 'hand' })).toBe('removed')
    expect(can(room.session, leila, 'mark')).toBe(false)
    room.enter('Leila')
    expect(codeOf(room, facilitator, { type: 'restore', seat: leila })).toBe('ok')
    expect(seatOf(room, leila)).toMatchObject({ state: 'seated', name: 'Leila (2)' })
    expect(codeOf(room, facilitator, { type: 'restore', seat: leila })).toBe('wrong-phase')
  })

  test('S23 everyone may leave but the facilitator, who hands over first', () => {
    const { room, facilitator, leila, olga, screen } = gather()
    for (const seat of [leila, olga, screen]) expect(codeOf(room, seat, { type: 'leave' })).toBe('ok')
    expect(seatOf(room, leila)?.state).toBe('parked')
    expect(codeOf(room, facilitator, { type: 'leave' })).toBe('not-allowed')
    expect(codeOf(room, leila, { type: 'leave' })).toBe('not-seated')
  })

  test('S22 links and code are renewed by those who lead, the facilitator’s by the facilitator', () => {
    const { room, facilitator, co, leila } = gather()
    const { links, code } = room.session
    expect(codeOf(room, leila, { type: 'renew-link', invite: 'code' })).toBe('not-allowed')
    expect(codeOf(room, co, { type: 'renew-link', invite: 'facilitator' })).toBe('not-allowed')
    expect(codeOf(room, co, { type: 'renew-link', invite: 'code' })).toBe('ok')
    expect(codeOf(room, co, { type: 'renew-link', invite: 'client' })).toBe('ok')
    expect(codeOf(room, facilitator, { type: 'renew-link', invite: 'facilitator' })).toBe('ok')
    expect(room.session.code).not.toBe(code)
    expect(room.session.links.client).not.toBe(links.client)
    expect(room.session.links.client).toHaveLength(22)
    expect(room.session.links.facilitator).not.toBe(links.facilitator)
    expect(room.session.links.observer).toBe(links.observer)
  })
})

describe('S91 where people sit, and what they are called', () => {
  test('S91 people say it of themselves, those who lead of others too; an empty text takes it away', () => {
    const { room, facilitator, co, leila, olga, screen } = gather()
    const move = (seat: SeatId, other: SeatId, more: object): string =>
      codeOf(room, seat, { type: 'move-seat', seat: other, ...more })
    expect(move(leila, leila, { place: 'Room 2', department: 'Sales' })).toBe('ok')
    expect(seatOf(room, leila)).toMatchObject({ place: 'Room 2', department: 'Sales' })
    expect(move(co, leila, { place: '' })).toBe('ok')
    expect(seatOf(room, leila)).not.toHaveProperty('place')
    expect(seatOf(room, leila)?.department).toBe('Sales')
    expect(move(leila, olga, { place: 'x' })).toBe('not-allowed')
    expect(move(co, facilitator, { place: 'x' })).toBe('not-allowed')
    expect(move(screen, screen, { place: 'x' })).toBe('not-allowed')
    expect(move(facilitator, leila, {})).toBe('bad-input')
  })

  test('S91 who gives themselves another name is announced; what a facilitator puts right is not', () => {
    const { room, facilitator, leila } = gather()
    const rename = (seat: SeatId, name: string) => {
      const result = room.give(seat, { type: 'rename', seat: leila, name })
      return result.ok ? result.value.notice : undefined
    }
    expect(rename(leila, 'Amina')).toEqual({
      code: 'renamed',
      details: { seat: leila, was: 'Leila', name: 'Amina (2)' },
    })
    expect(rename(leila, 'Amina (2)')).toBeUndefined()
    expect(rename(facilitator, 'Leila')).toBeUndefined()
  })
})

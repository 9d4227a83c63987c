import { describe, expect, test } from 'vitest'
import type { SeatId } from '../../kernel/index.ts'
import { findSeat } from '../rights.ts'
import { SimulatedRoom } from '../simulated/room.ts'
import { viewFor } from '../view/view-for.ts'
import type { Command } from './index.ts'

const OFFERED_AFTER = 120_000

const gather = (write = 6) => {
  const room = new SimulatedRoom({ agenda: [{ kind: 'brainstorm', settings: { write } }, { kind: 'brainstorm' }] })
  const people = {
    facilitator: room.facilitator,
    leila: room.enter('Leila'),
    bob: room.enter('Bob'),
    rosa: room.enter('Rosa', 'client'),
    olga: room.enter('Olga', 'observer'),
    screen: room.enter('', 'screen'),
  }
  room.give(room.facilitator, { type: 'start' })
  const { facilitator: _gone, ...others } = people
  return { room, ...people, others: Object.values(others) }
}

const codeOf = (room: SimulatedRoom, seat: SeatId, command: Command): string => {
  const result = room.give(seat, command)
  return result.ok ? 'ok' : result.error.code
}

const canOf = (room: SimulatedRoom, seat: SeatId) =>
  Object.keys(viewFor(room.session, seat, room.surroundings()).me.can).toSorted()

/** The facilitator goes, and one of the others takes the clock. */
const abandon = (write?: number) => {
  const session = gather(write)
  const { room, others, leila } = session
  room.waitWith(others, 0)
  room.waitWith(others, OFFERED_AFTER)
  room.give(leila, { type: 'take-clock', taken: true })
  return session
}

describe('S88 the offer', () => {
  test('S88 the clock is offered after 120 s without anybody who leads: to participants of the team, and to nobody else', () => {
    const { room, leila, bob, rosa, olga, screen, others } = gather()
    room.waitWith(others, 0)
    room.waitWith(others, OFFERED_AFTER - 1)
    expect(codeOf(room, leila, { type: 'take-clock', taken: true })).toBe('wrong-phase')
    room.waitWith(others, 1)
    const offered = [leila, bob, rosa, olga, screen].filter((seat) => canOf(room, seat).includes('take-clock'))
    expect(offered).toEqual([leila, bob])
    for (const seat of [rosa, olga, screen])
      expect(codeOf(room, seat, { type: 'take-clock', taken: true })).toBe('not-allowed')
    expect(codeOf(room, leila, { type: 'take-clock', taken: true })).toBe('ok')
    expect(codeOf(room, bob, { type: 'take-clock', taken: true })).toBe('closed')
    expect(viewFor(room.session, bob, room.surroundings()).step?.keeper).toBe(leila)
  })

  test('S88 as long as a co-facilitator is here nothing is offered', () => {
    const { room, leila, bob, others } = gather()
    room.give(room.facilitator, { type: 'set-role', seat: bob, role: 'co-facilitator' })
    room.waitWith(others, 10 * OFFERED_AFTER)
    expect(room.session).not.toHaveProperty('keeping')
    expect(canOf(room, leila)).not.toContain('take-clock')
  })

  test('S88 a short absence offers nothing, and begins anew with each', () => {
    const { room, others } = gather()
    for (let times = 0; times < 3; times++) {
      room.waitWith(others, OFFERED_AFTER - 1)
      room.waitWith([room.facilitator], 10)
    }
    expect(room.session).not.toHaveProperty('keeping')
  })

  test('S88 in the lobby and after the end there is no clock to keep', () => {
    const room = new SimulatedRoom()
    const leila = room.enter('Leila')
    room.waitWith([leila], OFFERED_AFTER)
    room.waitWith([leila], OFFERED_AFTER)
    expect(room.session).not.toHaveProperty('keeping')
  })
})

describe('S88 keeping the clock', () => {
  test('S88 whoever keeps it goes on, extends, pauses and says a line, and does nothing else that others may not', () => {
    const { room, leila, bob } = abandon()
    const more = canOf(room, leila).filter((type) => !canOf(room, bob).includes(type))
    expect(more).toEqual(['arm', 'message', 'pause', 'set-clock', 'take-clock'])
    expect(findSeat(room.session, leila)).toMatchObject({ role: 'participant', flags: [] })
    expect(codeOf(room, leila, { type: 'set-clock', addMs: 60_000 })).toBe('ok')
    expect(codeOf(room, leila, { type: 'pause' })).toBe('ok')
    expect(codeOf(room, leila, { type: 'resume' })).toBe('ok')
    expect(codeOf(room, leila, { type: 'message', text: 'We go on' })).toBe('ok')
    expect(codeOf(room, leila, { type: 'arm' })).toBe('ok')
    expect(codeOf(room, leila, { type: 'cancel' })).toBe('ok')
    room.give(leila, { type: 'arm' })
    expect(codeOf(room, leila, { type: 'advance' })).toBe('ok')
    expect(viewFor(room.session, bob, room.surroundings()).step?.phase).toBe('build')
  })

  test.each<Command>([
    { type: 'end' },
    { type: 'back' },
    { type: 'skip' },
    { type: 'lock', locked: true },
    { type: 'gather' },
    { type: 'set-setting', door: 'ask' },
    { type: 'renew-link', invite: 'code' },
  ])('S88 $type stays with those who lead', (command) => {
    const { room, leila } = abandon()
    expect(codeOf(room, leila, command)).toBe('not-allowed')
  })

  test('S88 nor are people theirs', () => {
    const { room, leila, bob } = abandon()
    for (const type of ['remove', 'admit', 'hand-over', 'restore'] as const) {
      expect(codeOf(room, leila, { type, seat: bob })).toBe('not-allowed')
    }
    expect(codeOf(room, leila, { type: 'set-role', seat: leila, role: 'co-facilitator' })).toBe('not-allowed')
    expect(codeOf(room, leila, { type: 'rename', seat: bob, name: 'x' })).toBe('not-allowed')
  })

  test('S88 their own press can be taken back, that of somebody who leads cannot', () => {
    const { room, leila, facilitator } = abandon()
    room.give(facilitator, { type: 'end' })
    expect(codeOf(room, leila, { type: 'undo' })).toBe('not-allowed')
    const other = abandon()
    for (let press = 0; press < 2; press++) {
      other.room.give(other.leila, { type: 'arm' })
      other.room.give(other.leila, { type: 'advance' })
    }
    expect(other.room.give(other.leila, { type: 'advance' }).ok).toBe(true)
    expect(codeOf(other.room, other.leila, { type: 'undo' })).toBe('ok')
  })
})

describe('S88 giving it back', () => {
  test('S88 it ends at once when somebody who leads is back', () => {
    const { room, leila, facilitator, others } = abandon()
    room.waitWith([facilitator, ...others], 0)
    expect(room.session).not.toHaveProperty('keeping')
    expect(codeOf(room, leila, { type: 'pause' })).toBe('not-allowed')
  })

  test('S88 it is laid down for somebody else, and offered again when its keeper leaves, goes, or takes no part any more', () => {
    const { room, leila, bob, facilitator, others } = abandon()
    expect(codeOf(room, leila, { type: 'take-clock', taken: false })).toBe('ok')
    expect(codeOf(room, bob, { type: 'take-clock', taken: true })).toBe('ok')
    room.give(bob, { type: 'leave' })
    expect(room.session.keeping).toEqual({})
    room.give(leila, { type: 'take-clock', taken: true })
    room.waitWith(
      others.filter((seat) => seat !== leila),
      OFFERED_AFTER,
    )
    expect(room.session.keeping).toEqual({})
    room.give(leila, { type: 'take-clock', taken: true })
    room.give(facilitator, { type: 'set-side', seat: leila, side: 'client' })
    expect(room.session.keeping).toEqual({})
  })
})

import { describe, expect, test } from 'vitest'
import type { SeatId } from '../../kernel/index.ts'
import { listSeats } from '../rights.ts'
import { SimulatedRoom } from '../simulated/room.ts'
import { viewFor } from '../view/view-for.ts'
import { can } from './index.ts'

const inTurn = (seed = 1) => {
  const room = new SimulatedRoom({ agenda: [{ kind: 'talk', settings: { round: true } }, { kind: 'break' }] }, seed)
  const people = ['Leila', 'Dmitry', 'Sara'].map((name) => room.enter(name))
  const observer = room.enter('Olga', 'observer')
  room.give(room.facilitator, { type: 'start' })
  return { room, people, observer }
}

const roundOf = ({ session }: SimulatedRoom) => (session.position.state === 'live' ? session.position.round : undefined)
const speaking = (room: SimulatedRoom): SeatId => roundOf(room)?.waiting[0] as SeatId
const next = (room: SimulatedRoom, seat = speaking(room), by = room.facilitator) =>
  room.give(by, { type: 'next-speaker', seat })

describe('S56 a round', () => {
  test('S56 everyone who takes part speaks once, in an order that chance decides', () => {
    const orders = new Set<string>()
    for (let seed = 1; seed <= 60; seed++) {
      const { room, people } = inTurn(seed)
      const order = roundOf(room)?.waiting ?? []
      expect(new Set(order)).toEqual(new Set([room.facilitator, ...people]))
      orders.add(order.map((id) => [room.facilitator, ...people].indexOf(id)).join(''))
      const heard: SeatId[] = []
      while (speaking(room)) {
        heard.push(speaking(room))
        expect(next(room).ok).toBe(true)
      }
      expect(heard).toEqual(order)
      expect(next(room, room.facilitator)).toMatchObject({ error: { code: 'wrong-phase' } })
    }
    expect(orders.size).toBeGreaterThan(15)
  })

  test('S56 who comes late stands at the end, who goes is not waited for, who comes back has spoken already', () => {
    const { room } = inTurn()
    const [first, second] = roundOf(room)?.waiting ?? []
    const late = room.enter('Late')
    expect(roundOf(room)?.waiting.at(-1)).toBe(late)
    next(room)
    const gone = [first, second].find((id) => id !== room.facilitator) as SeatId
    room.give(gone, { type: 'leave' })
    expect(roundOf(room)?.waiting).not.toContain(gone)
    room.give(room.facilitator, { type: 'set-role', seat: late, role: 'observer' })
    expect(roundOf(room)?.waiting).not.toContain(late)
  })

  test('S56 who asks to be forgotten is not waited for, and no trace of their turn is left', () => {
    const { room } = inTurn()
    const gone = roundOf(room)?.waiting.find((id) => id !== room.facilitator) as SeatId
    const spoke = roundOf(room)?.waiting.find((id) => id !== room.facilitator && id !== gone) as SeatId
    while (!roundOf(room)?.spoken.includes(spoke)) next(room)
    for (const seat of [gone, spoke]) {
      room.give(seat, { type: 'forget-me' })
      expect(JSON.stringify(room.session)).not.toContain(seat)
    }
  })

  test('S56 of two seats that are one person, one speaks', () => {
    const { room, people } = inTurn()
    const [one, other] = people.filter((id) => id !== room.facilitator) as [SeatId, SeatId]
    const { name } = listSeats(room.session).find(({ id }) => id === other) ?? { name: '' }
    room.give(room.facilitator, { type: 'merge-seats', seat: one, other, name })
    expect(roundOf(room)?.waiting.filter((id) => id === one)).toHaveLength(1)
    expect(roundOf(room)?.waiting).not.toContain(other)
    expect(roundOf(room)?.waiting).toHaveLength(people.length)
  })

  test('S56 who is skipped is asked again at the end, and passes the second time', () => {
    const { room } = inTurn()
    const first = speaking(room)
    const skip = () => room.give(room.facilitator, { type: 'skip-speaker', seat: speaking(room) })
    skip()
    expect(roundOf(room)?.waiting.at(-1)).toBe(first)
    for (let turn = 0; turn < 3; turn++) next(room)
    expect(speaking(room)).toBe(first)
    skip()
    expect(roundOf(room)).toMatchObject({ waiting: [] })
    expect(roundOf(room)?.spoken).toHaveLength(4)
  })

  test('S56 those who lead and the speaker go on, nobody else; two who press at once go on once', () => {
    const { room, people, observer } = inTurn()
    const present = speaking(room)
    for (const seat of [...people, observer]) {
      expect(can(room.session, seat, 'next-speaker')).toBe(seat === present)
      if (seat !== present) expect(next(room, present, seat)).toMatchObject({ error: { code: 'not-allowed' } })
    }
    expect(next(room, present).ok).toBe(true)
    expect(next(room, present)).toMatchObject({ error: { code: 'stale-phase' } })
  })

  test('S56 everyone sees the same round; a move ends it, and taken back it goes on with those who are there', () => {
    const { room, people } = inTurn()
    next(room)
    const before = roundOf(room)
    const seen = [...people, room.facilitator].map(
      (seat) => viewFor(room.session, seat, room.surroundings()).step?.round,
    )
    for (const round of seen) expect(round).toEqual(before)
    room.goOn()
    expect(roundOf(room)).toBeUndefined()
    const late = room.enter('Late')
    room.give(room.facilitator, { type: 'undo' })
    expect(roundOf(room)).toEqual({ ...before, waiting: [...(before?.waiting ?? []), late] })
  })
})

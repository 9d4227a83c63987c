import { describe, expect, test } from 'vitest'
import { type ItemId, LIMITS, type SeatId, asId } from '../../kernel/index.ts'
import { SimulatedRoom } from '../simulated/room.ts'
import { nextTick } from '../tick.ts'
import { mePart } from '../view/me-part.ts'
import { viewFor } from '../view/view-for.ts'
import { can } from './index.ts'

/** A room where items are grouped, with so many of them. */
const grouping = (count: number, seed = 1) => {
  const room = new SimulatedRoom({ agenda: [{ kind: 'brainstorm' }, { kind: 'brainstorm' }] }, seed)
  const people = { leila: room.enter('Leila'), dmitry: room.enter('Dmitry'), olga: room.enter('Olga', 'observer') }
  room.give(room.facilitator, { type: 'start' })
  for (let index = 0; index < count; index++) room.write(people.leila, `Idea ${index}`)
  room.goOn()
  room.goOn()
  room.wait(LIMITS.undoMs)
  return { room, ...people }
}

const deal = (room: SimulatedRoom, seat: SeatId): ItemId | string => {
  const result = room.give(seat, { type: 'deal' })
  return result.ok ? (result.value.answer.item as ItemId) : result.error.code
}

const dealtTo = (room: SimulatedRoom, seat: SeatId) => mePart(room.session, seat).dealt

const change = (room: SimulatedRoom, id: ItemId, fields: object): void => {
  const owned = room.items.get(id)
  if (owned) room.items.set(id, { ...owned, item: { ...owned.item, ...fields } })
}

describe('S44 dealing what lies loose', () => {
  test('S44 each gets an item that nobody else holds, for a minute, and alone learns of it', () => {
    const { room, leila, dmitry, olga } = grouping(2)
    const [first, second] = [deal(room, leila), deal(room, dmitry)]
    expect(new Set([first, second])).toEqual(new Set(room.items.keys()))
    expect(dealtTo(room, leila)).toEqual({ item: first, until: room.now + LIMITS.leaseMs })
    expect(dealtTo(room, dmitry)).toEqual({ item: second, until: room.now + LIMITS.leaseMs })
    expect(deal(room, room.facilitator)).toBe('closed')
    for (const seat of [room.facilitator, olga, dmitry]) {
      expect(JSON.stringify(viewFor(room.session, seat, room.surroundings()))).not.toContain(first)
    }
  })

  test('S44 asking again gives it back and deals another; the same where there is no other', () => {
    const { room, leila, dmitry } = grouping(2)
    const first = deal(room, leila)
    const second = deal(room, leila)
    expect(second).not.toBe(first)
    expect(room.session.leases).toHaveLength(1)
    expect(deal(room, dmitry)).toBe(first)
    room.now += 1_000
    expect(deal(room, leila)).toBe(second)
    expect(dealtTo(room, leila)?.until).toBe(room.now + LIMITS.leaseMs)
  })

  test('S44 each loose item is dealt with the same chance', () => {
    const { room, leila } = grouping(5)
    const counts = new Map<ItemId | string, number>()
    for (let run = 0; run < 2_000; run++) {
      room.now += LIMITS.leaseMs
      const item = deal(room, leila)
      counts.set(item, (counts.get(item) ?? 0) + 1)
    }
    expect(counts.size).toBe(5)
    // 400 expected each; five standard deviations are 90.
    for (const count of counts.values()) expect(Math.abs(count - 400)).toBeLessThan(90)
  })

  test('S44 only what is published, of the live step, and in no cluster', () => {
    const { room, leila } = grouping(5)
    const [placed, hidden, parked, foreign, loose] = [...room.items.keys()] as [ItemId, ItemId, ItemId, ItemId, ItemId]
    change(room, placed, { cluster: asId<'cluster'>('cluster000000001') })
    change(room, hidden, { state: 'hidden' })
    change(room, parked, { state: 'parked' })
    change(room, foreign, { step: room.session.agenda[1]?.id })
    for (let run = 0; run < 10; run++) expect(deal(room, leila)).toBe(loose)
    change(room, loose, { cluster: asId<'cluster'>('cluster000000001') })
    const before = room.session
    expect(deal(room, leila)).toBe('closed')
    expect(room.session).toBe(before)
  })

  test('S44 after a minute others may get it, and the session says so by itself', () => {
    const { room, leila, dmitry } = grouping(1)
    const item = deal(room, leila)
    expect(nextTick(room.session)).toBe(room.now + LIMITS.leaseMs)
    room.now += LIMITS.leaseMs - 1
    expect(deal(room, dmitry)).toBe('closed')
    room.now += 1
    expect(deal(room, dmitry)).toBe(item)
    room.wait(0)
    expect(dealtTo(room, leila)).toBeUndefined()
    room.wait(LIMITS.leaseMs)
    expect(room.session).not.toHaveProperty('leases')
    expect(nextTick(room.session)).toBeUndefined()
  })

  test('S44 whoever goes, or only watches from now on, gives back what they hold', () => {
    for (const act of [
      (room: SimulatedRoom, seat: SeatId) => room.give(seat, { type: 'leave' }),
      (room: SimulatedRoom, seat: SeatId) => room.give(room.facilitator, { type: 'remove', seat }),
      (room: SimulatedRoom, seat: SeatId) => room.give(room.facilitator, { type: 'set-role', seat, role: 'observer' }),
    ]) {
      const { room, leila, dmitry } = grouping(1)
      const item = deal(room, leila)
      act(room, leila)
      expect(deal(room, dmitry)).toBe(item)
    }
  })

  test('S44 what is dealt is gone with the phase', () => {
    for (const press of ['back', 'skip', 'end'] as const) {
      const { room, leila } = grouping(3)
      deal(room, leila)
      room.give(room.facilitator, { type: press })
      expect(dealtTo(room, leila)).toBeUndefined()
      room.give(room.facilitator, { type: 'undo' })
      expect(dealtTo(room, leila)).toBeUndefined()
    }
  })

  test('S44 where everyone places, to those who take part, and on a locked board to those who lead', () => {
    const { room, leila, olga } = grouping(3)
    expect(deal(room, olga)).toBe('not-allowed')
    room.give(room.facilitator, { type: 'lock', locked: true })
    expect(deal(room, leila)).toBe('locked')
    expect(can(room.session, leila, 'deal')).toBe(false)
    expect(room.items.has(deal(room, room.facilitator) as ItemId)).toBe(true)
    room.give(room.facilitator, { type: 'lock', locked: false })
    room.give(room.facilitator, { type: 'back' })
    expect(deal(room, leila)).toBe('wrong-phase')
    expect(can(room.session, leila, 'deal')).toBe(false)
  })
})

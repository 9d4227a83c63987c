import { expect, test } from 'vitest'
import type { ItemId, SeatId } from '../../kernel/index.ts'
import { SimulatedRoom } from '../simulated/room.ts'
import { nextTick } from '../tick.ts'
import { viewFor } from '../view/view-for.ts'
import type { Command } from './index.ts'

const gather = () => {
  const room = new SimulatedRoom()
  const leila = room.enter('Leila')
  const olga = room.enter('Olga', 'observer')
  room.give(room.facilitator, { type: 'start' })
  return { room, facilitator: room.facilitator, leila, olga }
}

const codeOf = (room: SimulatedRoom, seat: SeatId, command: Command): string => {
  const result = room.give(seat, command)
  return result.ok ? 'ok' : result.error.code
}

/** Publishes one idea, and goes on to the open phase. */
const publishOne = (room: SimulatedRoom, seat: SeatId): ItemId => {
  room.write(seat, 'An idea')
  room.goOn()
  return [...room.items.keys()][0] as ItemId
}

test('S85 those who lead call everyone back, at most every 5 seconds, all together', () => {
  const { room, facilitator, leila, olga } = gather()
  const co = room.enter('Bob')
  room.give(facilitator, { type: 'set-role', seat: co, role: 'co-facilitator' })
  expect(codeOf(room, leila, { type: 'gather' })).toBe('not-allowed')
  expect(codeOf(room, facilitator, { type: 'gather' })).toBe('ok')
  for (const seat of [facilitator, leila, olga]) {
    expect(viewFor(room.session, seat, room.surroundings()).session.gatheredAt).toBe(room.now)
  }
  room.wait(4_001)
  expect(room.give(co, { type: 'gather' })).toMatchObject({
    error: { code: 'too-many', details: { retryAfter: 1 } },
  })
  room.wait(999)
  expect(codeOf(room, co, { type: 'gather' })).toBe('ok')
})

test('S86 what stands in the spotlight is seen by all until it is put out or the phase changes', () => {
  const { room, facilitator, leila, olga } = gather()
  const item = publishOne(room, leila)
  const shown = (seat: SeatId) => viewFor(room.session, seat, room.surroundings()).step?.spotlight
  expect(codeOf(room, leila, { type: 'spotlight', item })).toBe('not-allowed')
  expect(codeOf(room, facilitator, { type: 'spotlight', item })).toBe('ok')
  expect([shown(leila), shown(olga), shown(facilitator)]).toEqual([item, item, item])
  expect(codeOf(room, facilitator, { type: 'spotlight' })).toBe('ok')
  expect(shown(leila)).toBeUndefined()
  room.give(facilitator, { type: 'spotlight', item })
  room.goOn()
  expect(shown(leila)).toBeUndefined()
})

test.each(['hide', 'park', 'withdraw'] as const)('S86 an item that was subject to %s leaves the spotlight', (type) => {
  const { room, facilitator, leila } = gather()
  const item = publishOne(room, leila)
  room.give(facilitator, { type: 'spotlight', item })
  const command: Command = type === 'withdraw' ? { type, item, withdrawn: true } : { type, item }
  expect(codeOf(room, type === 'withdraw' ? leila : facilitator, command)).toBe('ok')
  expect(room.session).not.toHaveProperty('spotlight')
  expect(codeOf(room, facilitator, { type: 'spotlight', item })).toBe('closed')
})

test('S86 only what is published can be shown: no private item, and nothing unknown', () => {
  const { room, facilitator, leila } = gather()
  const draft = room.write(leila, 'Private')
  expect(codeOf(room, facilitator, { type: 'spotlight', item: draft })).toBe('unknown')
})

test('S87 a line to all is shown for 10 seconds, also to who comes meanwhile, and a newer one takes its place', () => {
  const { room, facilitator, leila } = gather()
  const said = (seat: SeatId) => viewFor(room.session, seat, room.surroundings()).session.message
  expect(codeOf(room, leila, { type: 'message', text: 'No' })).toBe('not-allowed')
  expect(codeOf(room, facilitator, { type: 'message', text: 'Two minutes' })).toBe('ok')
  room.wait(6_000)
  const late = room.enter('Late')
  expect(said(late)).toEqual({ text: 'Two minutes', by: facilitator, until: room.now + 4_000 })
  room.give(facilitator, { type: 'message', text: 'One minute' })
  room.wait(9_999)
  expect(said(leila)?.text).toBe('One minute')
  expect(nextTick(room.session)).toBeLessThanOrEqual(room.now + 1)
  room.wait(1)
  expect(said(leila)).toBeUndefined()
})

test('S87 who waits at the door hears no line', () => {
  const { room, facilitator } = gather()
  room.give(facilitator, { type: 'set-setting', door: 'ask' })
  const lukas = room.enter('Lukas')
  room.give(facilitator, { type: 'message', text: 'A canary' })
  expect(JSON.stringify(viewFor(room.session, lukas, room.surroundings()))).not.toContain('canary')
})

import { expect, test } from 'vitest'
import { SimulatedRoom } from '../simulated/room.ts'

const MINUTE = 60_000

const started = (): SimulatedRoom => {
  const room = new SimulatedRoom()
  room.give(room.facilitator, { type: 'start' })
  return room
}

const clockOf = ({ session }: SimulatedRoom) => (session.position.state === 'live' ? session.position.clock : undefined)

test('S17 at zero nothing ends by itself', () => {
  const room = started()
  const before = room.session.position
  room.wait(60 * MINUTE)
  expect(room.session.position).toEqual(before)
})

test('S17 adding time adds to what is left, and to zero once the time is over', () => {
  const room = started()
  room.now += 5 * MINUTE
  room.give(room.facilitator, { type: 'set-clock', addMs: MINUTE })
  expect(clockOf(room)).toEqual({ state: 'running', endsAt: room.now + 2 * MINUTE })
  room.now += 10 * MINUTE
  room.give(room.facilitator, { type: 'set-clock', addMs: MINUTE })
  expect(clockOf(room)).toEqual({ state: 'running', endsAt: room.now + MINUTE })
  room.give(room.facilitator, { type: 'set-clock', addMs: -30_000 })
  expect(clockOf(room)).toEqual({ state: 'running', endsAt: room.now + 30_000 })
})

test('S17 two who add a minute at once add two', () => {
  const room = started()
  room.give(room.facilitator, { type: 'set-clock', leftMs: MINUTE })
  room.give(room.facilitator, { type: 'set-clock', addMs: MINUTE })
  room.give(room.facilitator, { type: 'set-clock', addMs: MINUTE })
  expect(clockOf(room)).toEqual({ state: 'running', endsAt: room.now + 3 * MINUTE })
})

test('S17 a paused clock stands still, can be set, and goes on from where it stopped', () => {
  const room = started()
  expect(room.give(room.facilitator, { type: 'resume' }).ok).toBe(false)
  room.now += MINUTE
  room.give(room.facilitator, { type: 'pause' })
  expect(clockOf(room)).toEqual({ state: 'paused', leftMs: 5 * MINUTE })
  expect(room.give(room.facilitator, { type: 'pause' }).ok).toBe(false)
  room.now += 9 * MINUTE
  room.give(room.facilitator, { type: 'set-clock', addMs: MINUTE })
  expect(clockOf(room)).toEqual({ state: 'paused', leftMs: 6 * MINUTE })
  room.give(room.facilitator, { type: 'resume' })
  expect(clockOf(room)).toEqual({ state: 'running', endsAt: room.now + 6 * MINUTE })
})

test('S17 nothing left turns the clock off, and time turns it on again', () => {
  const room = started()
  room.give(room.facilitator, { type: 'set-clock', leftMs: 0 })
  expect(clockOf(room)).toEqual({ state: 'off' })
  expect(room.give(room.facilitator, { type: 'pause' }).ok).toBe(false)
  room.give(room.facilitator, { type: 'set-clock', addMs: MINUTE })
  expect(clockOf(room)).toEqual({ state: 'running', endsAt: room.now + MINUTE })
})

test('S17 a clock is set or added to, not both and not neither', () => {
  const room = started()
  for (const times of [{}, { leftMs: 1, addMs: 1 }]) {
    expect(room.give(room.facilitator, { type: 'set-clock', ...times })).toMatchObject({ error: { code: 'bad-input' } })
  }
})

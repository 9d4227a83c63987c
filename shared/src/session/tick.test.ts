import { expect, test } from 'vitest'
import { LIMITS } from '../kernel/index.ts'
import { SimulatedRoom } from './simulated/room.ts'
import { nextTick, tick } from './tick.ts'

test('S16 in the lobby nothing is due', () => {
  const room = new SimulatedRoom()
  expect(nextTick(room.session)).toBeUndefined()
  expect(tick(room.session, room.circumstances())).toBeUndefined()
})

test('S16 what is due first is named, and before it nothing happens', () => {
  const room = new SimulatedRoom()
  room.give(room.facilitator, { type: 'start' })
  expect(nextTick(room.session)).toBe(room.now + LIMITS.undoMs)
  room.give(room.facilitator, { type: 'arm' })
  expect(nextTick(room.session)).toBe(room.now + LIMITS.armMs)
  room.give(room.facilitator, { type: 'lock', locked: true })
  expect(nextTick(room.session)).toBe(room.now + LIMITS.graceMs)
  room.now += LIMITS.graceMs - 1
  expect(tick(room.session, room.circumstances())).toBeUndefined()
  room.wait(1)
  expect(room.session).not.toHaveProperty('grace')
  expect(room.session.position).toMatchObject({ phase: 'write', armed: { press: 'reveal' } })
})

test('S16 ticking at the named times brings a session to rest', () => {
  const room = new SimulatedRoom()
  room.give(room.facilitator, { type: 'start' })
  room.give(room.facilitator, { type: 'arm' })
  let ticks = 0
  for (let due = nextTick(room.session); due !== undefined; due = nextTick(room.session)) {
    room.wait(Math.max(0, due - room.now))
    ticks++
  }
  // The press, then the grace after it; the undo went with the press.
  expect(ticks).toBe(2)
  expect(room.session).not.toHaveProperty('grace')
  expect(room.session).not.toHaveProperty('undoable')
  expect(room.session.position).toMatchObject({ phase: 'build' })
})

test('S16 a server that slept through several times catches up with one look', () => {
  const room = new SimulatedRoom()
  room.give(room.facilitator, { type: 'start' })
  room.give(room.facilitator, { type: 'lock', locked: true })
  room.wait(60_000)
  expect(nextTick(room.session)).toBeUndefined()
  room.give(room.facilitator, { type: 'arm' })
  room.wait(60_000)
  expect(room.session.position).toMatchObject({ phase: 'build', since: room.now })
})

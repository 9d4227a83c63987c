import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { METHOD_IDS, methodOf } from '../../methods/index.ts'
import { listComing, minutesOf } from '../plan.ts'
import { SimulatedRoom } from '../simulated/room.ts'
import { lateBy, timingOf } from '../timing.ts'
import { viewFor } from '../view/view-for.ts'

const MINUTE = 60_000

const planned = ({ session }: SimulatedRoom) => session.agenda.map(minutesOf)
const clockOf = ({ session }: SimulatedRoom) => (session.position.state === 'live' ? session.position.clock : undefined)
const late = (room: SimulatedRoom) => lateBy(timingOf(room.session), clockOf(room), room.now)
const fit = (room: SimulatedRoom) => room.give(room.facilitator, { type: 'fit-rest' })

const late10 = (): SimulatedRoom => {
  const room = new SimulatedRoom({
    agenda: [{ kind: 'brainstorm' }, { kind: 'talk', settings: { talk: 20 } }, { kind: 'break' }],
  })
  room.give(room.facilitator, { type: 'start' })
  room.now += 16 * MINUTE
  room.goOn()
  return room
}

describe('S49 making the rest fit', () => {
  test('S49 who is late ends in time again: the rest is shorter in proportion, and it is said which steps are', () => {
    const room = late10()
    expect(planned(room)).toEqual([15, 20, 5])
    expect(late(room)).toBe(10 * MINUTE)
    const [, talk, rest] = room.session.agenda
    // 34 minutes are still to come, and 24 are left for them.
    expect(fit(room)).toMatchObject({
      ok: true,
      value: {
        answer: {
          shortened: [
            { from: 15, to: 14 },
            { step: talk?.id, from: 20, to: 14 },
            { step: rest?.id, from: 5, to: 3 },
          ],
        },
      },
    })
    expect(late(room)).toBe(0)
    expect(clockOf(room)).toEqual({ state: 'running', endsAt: room.now + 3 * MINUTE })
    const { agenda } = viewFor(room.session, room.facilitator, room.surroundings()).session
    expect(agenda.map(({ minutes, plan }) => [minutes, plan?.planned])).toEqual([
      [14, 15],
      [14, 20],
      [3, 5],
    ])
  })

  test('S49 who is in time changes nothing', () => {
    const room = new SimulatedRoom({ agenda: [{ kind: 'brainstorm' }, { kind: 'talk' }] })
    room.give(room.facilitator, { type: 'start' })
    const before = room.session
    expect(fit(room)).toMatchObject({ ok: true, value: { answer: { shortened: [] } } })
    expect(room.session).toBe(before)
  })

  test('S49 it can be taken back for 10 seconds without a move: minutes and clock are as before', () => {
    const room = late10()
    room.wait(10_000)
    const before = room.session
    fit(room)
    expect(room.give(room.facilitator, { type: 'undo' }).ok).toBe(true)
    expect(room.session).toEqual(before)
    fit(room)
    room.give(room.facilitator, { type: 'pause' })
    expect(room.give(room.facilitator, { type: 'undo' }).ok).toBe(false)
  })

  test('S49 in the lobby the agenda is made to fit the planned length', () => {
    const room = new SimulatedRoom({
      agenda: [{ kind: 'brainstorm' }, { kind: 'talk', settings: { talk: 30 } }],
      plannedMinutes: 30,
    })
    fit(room)
    expect(planned(room)).toEqual([10, 20])
  })

  test('S49 whatever is planned, done or late: no phase falls below a minute or grows, what is done stays, and it is in time if it can be', () => {
    const entry = fc.record({ kind: fc.constantFrom(...METHOD_IDS), minutes: fc.integer({ min: 1, max: 60 }) })
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 1, maxLength: 6 }),
        fc.nat(8),
        fc.nat(90 * 60_000),
        fc.integer({ min: 1, max: 120 }),
        (entries, presses, ms, plannedMinutes) => {
          const agenda = entries.map(({ kind, minutes }) => ({
            kind,
            settings: { [methodOf(kind).plan({}).at(-1)?.key ?? kind]: minutes },
          }))
          const room = new SimulatedRoom({ agenda, plannedMinutes })
          room.give(room.facilitator, { type: 'start' })
          for (let press = 0; press < presses; press++) room.goOn()
          room.wait(ms)
          const before = room.session
          const lateBefore = late(room) ?? 0
          expect(fit(room).ok).toBe(true)
          let atLeast = true
          for (const [index, step] of before.agenda.entries()) {
            const after = room.session.agenda[index]
            if (!after) throw new Error('a step is gone')
            const [old, now] = [listComing(before, step), listComing(room.session, after)]
            expect(now.map(({ key }) => key)).toEqual(old.map(({ key }) => key))
            for (const [at, { minutes }] of now.entries()) {
              expect(minutes).toBeGreaterThanOrEqual(1)
              expect(minutes).toBeLessThanOrEqual(old[at]?.minutes ?? 0)
              if (minutes > 1) atLeast = false
            }
            if (old.length === 0) expect(after).toBe(step)
          }
          const lateAfter = late(room) ?? 0
          expect(lateAfter).toBeLessThanOrEqual(Math.max(0, lateBefore))
          if (lateBefore <= 0) expect(room.session).toBe(before)
          else if (!atLeast) expect(lateAfter).toBeLessThanOrEqual(0)
          if (lateBefore > 0) expect(lateAfter).toBeGreaterThan(-MINUTE)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('S51 planned and real', () => {
  test('S51 the end is counted from the planned beginning, or from the real one where the two are of different days', () => {
    const room = new SimulatedRoom({ agenda: [{ kind: 'talk', settings: { talk: 30 } }] })
    const at = room.now + 10 * MINUTE
    room.give(room.facilitator, { type: 'schedule', plannedAt: at, plannedMinutes: 45 })
    expect(timingOf(room.session)).toEqual({ dueAt: at + 45 * MINUTE, restMs: 30 * MINUTE })
    room.give(room.facilitator, { type: 'start' })
    expect(timingOf(room.session)).toEqual({ startedAt: room.now, dueAt: at + 45 * MINUTE, restMs: 0 })
    expect(late(room)).toBe(-25 * MINUTE)
    room.give(room.facilitator, { type: 'schedule', plannedAt: at + 600 * MINUTE })
    expect(timingOf(room.session).dueAt).toBe(room.now + 45 * MINUTE)
    room.give(room.facilitator, { type: 'schedule', plannedAt: null, plannedMinutes: null })
    expect(timingOf(room.session).dueAt).toBe(room.now + 30 * MINUTE)
    expect(room.session).not.toHaveProperty('plannedAt')
  })

  test('S51 what comes onto the agenda after the start makes the session late, not longer', () => {
    const room = new SimulatedRoom({ agenda: [{ kind: 'talk' }] })
    room.give(room.facilitator, { type: 'start' })
    room.give(room.facilitator, { type: 'insert-step', step: { kind: 'break' } })
    expect(late(room)).toBe(5 * MINUTE)
    room.now += 12 * MINUTE
    expect(late(room)).toBe(7 * MINUTE)
  })

  test('S51 those who lead see how long steps were planned and took, and nobody else does', () => {
    const room = late10()
    const leila = room.enter('Leila')
    const seen = (seat: typeof leila) => viewFor(room.session, seat, room.surroundings()).session
    expect(seen(room.facilitator).timing).toEqual({
      startedAt: 1_000_000,
      dueAt: 1_000_000 + 40 * MINUTE,
      restMs: 30 * MINUTE,
    })
    expect(seen(room.facilitator).agenda[0]?.plan?.spent).toEqual({ begunAt: 1_000_000, ms: 0, since: 1_000_000 })
    expect(seen(leila)).not.toHaveProperty('timing')
    const known = ['id', 'kind', 'minutes', 'names', 'phases', 'question', 'state', 'title']
    for (const step of seen(leila).agenda) expect(known).toEqual(expect.arrayContaining(Object.keys(step)))
  })
})

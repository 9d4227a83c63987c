import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SeatId } from '../kernel/index.ts'
import { join } from './join.ts'
import { findSeat, listSeats } from './rights.ts'
import { SimulatedRoom } from './simulated/room.ts'
import { viewFor } from './view/view-for.ts'

const openFull = () => {
  const room = new SimulatedRoom({ settings: { participants: 2 } })
  const inside = [room.enter('Ann'), room.enter('Bob')] as const
  const wait = (name: string, invite: 'participant' | 'observer' = 'participant'): SeatId => {
    room.now++
    return room.enter(name, invite, { wait: true })
  }
  const stateOf = (seat: SeatId) => findSeat(room.session, seat)?.state
  const placeOf = (seat: SeatId) => viewFor(room.session, seat, room.surroundings()).me.line
  return { room, inside, wait, stateOf, placeOf }
}

describe('S96 the line', () => {
  test('S96 who does not want to wait is told that it is full, and how many wait already', () => {
    const { room, wait } = openFull()
    const knock = () => join(room.session, { invite: 'participant', name: 'Late' }, room)
    expect(knock()).toMatchObject({ ok: false, error: { code: 'full', details: { seats: expect.any(Number) } } })
    wait('Cem')
    expect(knock()).toEqual({ ok: false, error: { code: 'full', details: expect.objectContaining({ line: 1 }) } })
  })

  test('S96 each learns their place, and goes in by themselves, in order, whatever makes a place free', () => {
    const { room, inside, wait, stateOf, placeOf } = openFull()
    const [cem, dan, eve] = [wait('Cem'), wait('Dan'), wait('Eve')]
    expect([cem, dan, eve].map(placeOf)).toEqual([1, 2, 3])
    room.give(inside[0], { type: 'leave' })
    expect([cem, dan, eve].map(stateOf)).toEqual(['seated', 'waiting', 'waiting'])
    expect([dan, eve].map(placeOf)).toEqual([1, 2])
    room.give(room.facilitator, { type: 'remove', seat: inside[1] })
    expect([dan, eve].map(stateOf)).toEqual(['seated', 'waiting'])
    room.give(room.facilitator, { type: 'set-setting', participants: 3 })
    expect(stateOf(eve)).toBe('seated')
    expect(placeOf(eve)).toBeUndefined()
  })

  test('S96 the order is that of coming, however the seats are kept', () => {
    const { room, inside, wait, stateOf } = openFull()
    const [cem, dan] = [wait('Cem'), wait('Dan')]
    room.session = { ...room.session, seats: Object.fromEntries(Object.entries(room.session.seats).toReversed()) }
    room.give(inside[0], { type: 'leave' })
    expect([cem, dan].map(stateOf)).toEqual(['seated', 'waiting'])
  })

  test('S96 people who watch have places, and a line, of their own', () => {
    const { room, wait, stateOf } = openFull()
    wait('Cem')
    expect(stateOf(wait('Olga', 'observer'))).toBe('seated')
    expect(stateOf(room.enter('', 'screen'))).toBe('seated')
  })

  test('S96 while the door is closed nobody goes in unasked, and when it opens the line does', () => {
    const { room, inside, wait, stateOf, placeOf } = openFull()
    const cem = wait('Cem')
    room.give(room.facilitator, { type: 'set-setting', door: 'ask' })
    room.give(inside[0], { type: 'leave' })
    expect([stateOf(cem), placeOf(cem)]).toEqual(['waiting', undefined])
    room.give(room.facilitator, { type: 'set-setting', door: 'open' })
    expect(stateOf(cem)).toBe('seated')
  })

  test('S96 who is away for 120 s loses the place, and who stays keeps it', () => {
    const { room, inside, wait, stateOf } = openFull()
    const [cem, dan] = [wait('Cem'), wait('Dan')]
    const here = [room.facilitator, ...inside, dan]
    room.waitWith(here, 119_999)
    expect(stateOf(cem)).toBe('waiting')
    room.waitWith(here, 1)
    expect([stateOf(cem), stateOf(dan)]).toEqual(['refused', 'waiting'])
  })

  test('S96 after the end nobody goes in', () => {
    const { room, inside, wait, stateOf } = openFull()
    const cem = wait('Cem')
    room.give(room.facilitator, { type: 'end' })
    room.give(inside[0], { type: 'leave' })
    expect(stateOf(cem)).toBe('waiting')
  })

  test('S96 in whatever order people come, go, and are let in, nobody passes somebody who came before', () => {
    const act = fc.constantFrom('come', 'come', 'come', 'leave', 'remove', 'more', 'fewer', 'give up')
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60, size: 'max' }), fc.nat(999), (acts, number) => {
        const { room, wait } = openFull()
        const came: SeatId[] = []
        for (const [index, next] of acts.entries()) {
          const of = (state: string) =>
            listSeats(room.session).filter((seat) => seat.state === state && seat.role === 'participant')
          const one = of(next === 'give up' ? 'waiting' : 'seated')
          const chosen = one[(number + index) % Math.max(1, one.length)]
          if (next === 'come') came.push(wait(`P${index}`))
          else if (next === 'more' || next === 'fewer') {
            const participants = Math.max(1, room.session.settings.participants + (next === 'more' ? 1 : -1))
            room.give(room.facilitator, { type: 'set-setting', participants })
          } else if (chosen) {
            if (next === 'remove') room.give(room.facilitator, { type: 'remove', seat: chosen.id })
            else room.give(chosen.id, { type: 'leave' })
          }
          const waiting = came.filter((seat) => findSeat(room.session, seat)?.state === 'waiting')
          const first = waiting[0] && came.indexOf(waiting[0])
          // Everybody behind the first who waits, waits too or has given up.
          if (first !== undefined) {
            for (const seat of came.slice(first))
              expect(['waiting', 'refused']).toContain(findSeat(room.session, seat)?.state)
            expect(of('seated').length).toBeGreaterThanOrEqual(room.session.settings.participants)
          }
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('S97 letting in together', () => {
  test('S97 those who wait go in as far as there are places; the others stand in line, who was not named waits on', () => {
    const room = new SimulatedRoom({ settings: { participants: 2, door: 'ask' } })
    const names = ['Ann', 'Bob', 'Cem', 'Dan', 'Eve']
    const [ann, bob, cem, dan, eve] = names.map((name) => {
      room.now++
      return room.enter(name)
    }) as [SeatId, SeatId, SeatId, SeatId, SeatId]
    const states = () => [ann, bob, cem, dan, eve].map((seat) => findSeat(room.session, seat)?.state)
    expect(room.give(ann, { type: 'admit-all', seats: [ann] })).toMatchObject({ error: { code: 'not-seated' } })
    expect(room.give(room.facilitator, { type: 'admit-all', seats: [dan, cem, bob, ann, room.facilitator] }).ok).toBe(
      true,
    )
    expect(states()).toEqual(['seated', 'seated', 'waiting', 'waiting', 'waiting'])
    room.give(ann, { type: 'leave' })
    room.give(bob, { type: 'leave' })
    expect(states().slice(2)).toEqual(['seated', 'seated', 'waiting'])
    room.give(cem, { type: 'leave' })
    expect(states()[4]).toBe('waiting')
  })

  test('S97 who went away meanwhile is passed over, and nobody who was removed or refused comes in so', () => {
    const room = new SimulatedRoom({ settings: { door: 'ask' } })
    const [ann, bob] = [room.enter('Ann'), room.enter('Bob')]
    room.give(room.facilitator, { type: 'remove', seat: ann })
    room.give(bob, { type: 'leave' })
    room.give(room.facilitator, { type: 'admit-all', seats: [ann, bob] })
    expect([ann, bob].map((seat) => findSeat(room.session, seat)?.state)).toEqual(['removed', 'refused'])
  })
})

describe('S98 coming back', () => {
  const remove = () => {
    const room = new SimulatedRoom()
    const leila = room.enter('Leila')
    room.give(room.facilitator, { type: 'remove', seat: leila })
    const asking = (seat: SeatId) => viewFor(room.session, seat, room.surroundings()).session.asking
    return { room, facilitator: room.facilitator, leila, asking }
  }

  test('S98 whoever was removed asks once, and those who lead learn of it and restore them', () => {
    const { room, facilitator, leila, asking } = remove()
    const bob = room.enter('Bob')
    expect(room.give(leila, { type: 'ask-back' }).ok).toBe(true)
    expect(room.give(leila, { type: 'ask-back' })).toMatchObject({ error: { code: 'duplicate' } })
    expect(asking(facilitator)).toEqual([{ seat: leila, name: 'Leila' }])
    expect(viewFor(room.session, facilitator, room.surroundings()).session).not.toHaveProperty('removed')
    expect(JSON.stringify(viewFor(room.session, bob, room.surroundings()))).not.toContain('Leila')
    expect(room.give(facilitator, { type: 'restore', seat: leila }).ok).toBe(true)
    expect(asking(facilitator)).toBeUndefined()
    expect(room.give(leila, { type: 'ask-back' })).toMatchObject({ error: { code: 'not-allowed' } })
    room.give(facilitator, { type: 'remove', seat: leila })
    expect(room.give(leila, { type: 'ask-back' }).ok).toBe(true)
  })

  test('S98 who was declined is not heard again', () => {
    const { room, facilitator, leila, asking } = remove()
    expect(room.give(facilitator, { type: 'refuse', seat: leila })).toMatchObject({ error: { code: 'wrong-phase' } })
    room.give(leila, { type: 'ask-back' })
    expect(room.give(facilitator, { type: 'refuse', seat: leila }).ok).toBe(true)
    expect(asking(facilitator)).toBeUndefined()
    expect(viewFor(room.session, facilitator, room.surroundings()).session.removed).toEqual([
      { seat: leila, name: 'Leila' },
    ])
    expect(room.give(leila, { type: 'ask-back' })).toMatchObject({ error: { code: 'duplicate' } })
    expect(findSeat(room.session, leila)?.state).toBe('removed')
  })
})

test('S99 who sits down under a line of consent has the time of it kept, and it is told to them alone', () => {
  const room = new SimulatedRoom()
  const leila = room.enter('Leila', 'participant', { consents: true })
  const bob = room.enter('Bob')
  const view = (seat: SeatId) => viewFor(room.session, seat, room.surroundings())
  expect(view(leila).me.consentedAt).toBe(room.now)
  expect(view(bob).me).not.toHaveProperty('consentedAt')
  for (const seat of [room.facilitator, bob]) expect(JSON.stringify(view(seat))).not.toContain('consentedAt')
  const screen = room.enter('', 'screen', { consents: true })
  expect(findSeat(room.session, screen)).not.toHaveProperty('consentedAt')
})

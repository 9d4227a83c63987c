import { describe, expect, test } from 'vitest'
import { type SeatId } from '../../kernel/index.ts'
import { SimulatedRoom } from '../simulated/room.ts'
import { audienceOf } from './audience.ts'
import { mePart } from './me-part.ts'
import { peoplePart } from './people-part.ts'
import { sessionPart } from './session-part.ts'
import { stepPart } from './step-part.ts'
import { viewFor } from './view-for.ts'

const gather = () => {
  const room = new SimulatedRoom({ challenge: { text: 'How might we open the door?' } })
  const people = {
    facilitator: room.facilitator,
    co: room.enter('Bob'),
    leila: room.enter('Leila', 'participant', { place: 'Room 2' }),
    rosa: room.enter('Rosa', 'client'),
    olga: room.enter('Olga', 'observer'),
    screen: room.enter('', 'screen'),
  }
  room.give(room.facilitator, { type: 'set-role', seat: people.co, role: 'co-facilitator' })
  room.give(room.facilitator, { type: 'set-setting', door: 'ask' })
  const lukas = room.enter('Lukas')
  const view = (seat: SeatId, more: object = {}) => viewFor(room.session, seat, { ...room.surroundings(), ...more })
  return { room, ...people, lukas, view }
}

describe('S38 secrets', () => {
  test('S38 links go to those who lead, the facilitator’s to the facilitator alone, the code also to participants of the team and screens', () => {
    const { room, facilitator, co, leila, rosa, olga, screen, lukas, view } = gather()
    const { links, code } = room.session
    const { facilitator: own, ...others } = links
    expect(view(facilitator).session).toMatchObject({ code, links })
    expect(view(co).session.links).toEqual(others)
    expect(view(co).session.code).toBe(code)
    expect(JSON.stringify(view(co))).not.toContain(own)
    for (const seat of [leila, rosa, olga, screen, lukas]) {
      const text = JSON.stringify(view(seat))
      for (const secret of Object.values(links)) expect(text).not.toContain(secret)
      expect(text.includes(code)).toBe(seat === leila || seat === screen)
    }
  })

  test('S38 what people signalled and how they are doing goes to those who lead; everyone sees their own marks', () => {
    const { room, facilitator, co, leila, rosa, olga, view } = gather()
    room.give(facilitator, { type: 'start' })
    room.give(leila, { type: 'mark', mark: 'need-time' })
    room.give(rosa, { type: 'mark', mark: 'ready' })
    for (const seat of [facilitator, co]) {
      const { people } = view(seat)
      expect(people.find(({ id }) => id === leila)).toMatchObject({ marks: [{ type: 'need-time' }] })
      expect(people.find(({ id }) => id === rosa)).toMatchObject({ marks: [{ type: 'ready' }], status: 'ready' })
    }
    for (const seat of [rosa, olga]) {
      const text = JSON.stringify(view(seat))
      expect(text).not.toContain('need-time')
      expect(text).not.toContain('status')
    }
    expect(view(leila).me.marks).toEqual([{ type: 'need-time', seat: leila }])
    expect(view(leila).people.every((person) => !('marks' in person))).toBe(true)
    expect(view(leila).step?.counts.finished).toBe(1)
  })

  test('S38 who waits learns the title and what their own seat is, and nobody but those who lead learns of them', () => {
    const { room, facilitator, leila, lukas, view } = gather()
    room.give(facilitator, { type: 'start' })
    const waiting = view(lukas)
    expect(waiting.session).toMatchObject({ title: 'The front desk', challenge: { text: '' }, agenda: [] })
    expect(waiting.people).toEqual([])
    expect(waiting).not.toHaveProperty('step')
    expect(waiting.me).toMatchObject({ state: 'waiting', can: { leave: true } })
    expect(Object.keys(waiting.me.can)).toEqual(['leave', 'forget-me'])
    expect(JSON.stringify(waiting)).not.toContain('open the door')
    expect(view(facilitator).people.find(({ id }) => id === lukas)).toMatchObject({ state: 'waiting', name: 'Lukas' })
    expect(JSON.stringify(view(leila))).not.toContain('Lukas')
  })

  test('S38 a removed person sees as much as one who waits', () => {
    const { room, facilitator, leila, view } = gather()
    room.give(facilitator, { type: 'remove', seat: leila })
    expect(view(leila)).toMatchObject({
      me: { state: 'removed', can: { 'ask-back': true } },
      people: [],
      session: { agenda: [] },
    })
    expect(view(facilitator).people.some(({ id }) => id === leila)).toBe(false)
  })

  test('S38 nobody who is no seat has a view', () => {
    const { view } = gather()
    for (const id of ['nobody0000000000', '__defineGetter__']) expect(() => view(id as SeatId)).toThrow('no such seat')
  })
})

describe('S39 the step', () => {
  test('S39 everyone seated sees the same step: phases, rights, clock, and numbers of the whole', () => {
    const { room, facilitator, leila, rosa, olga, screen, view } = gather()
    room.give(facilitator, { type: 'start' })
    const ready = new Map([
      [leila, 3],
      [rosa, 1],
      [facilitator, 0],
    ])
    const here = new Set([facilitator, leila, olga])
    const step = view(leila, { ready, here }).step
    expect(step).toEqual({
      id: room.session.agenda[0]?.id,
      kind: 'brainstorm',
      phase: 'write',
      phases: [
        { key: 'write', minutes: 6 },
        { key: 'build', minutes: 4, begins: 'reveal' },
        { key: 'group', minutes: 5 },
      ],
      epoch: 1,
      names: 'hidden',
      policies: { add: 'private', kinds: ['idea'], edit: 'none', place: 'none', group: 'none' },
      locked: false,
      clock: { state: 'running', endsAt: room.now + 360_000 },
      undoUntil: room.now + 10_000,
      counts: { ready: 4, writers: 2, finished: 0, here: 1, published: 0 },
      data: { variant: 'silent-first', goalPerPerson: 8 },
    })
    for (const seat of [rosa, olga, screen]) expect(view(seat, { ready, here }).step).toEqual(step)
    expect(view(facilitator, { ready, here }).step).toEqual({ ...step, counts: { ...step?.counts, needTime: 0 } })
    room.give(facilitator, { type: 'remove', seat: leila })
    expect(view(rosa, { ready, here }).step?.counts).toMatchObject({ ready: 1, writers: 1 })
  })

  test('S39 there is no step in the lobby and after the end; then those who lead see until when the end can be taken back', () => {
    const { room, facilitator, leila, view } = gather()
    expect(view(leila)).not.toHaveProperty('step')
    room.give(facilitator, { type: 'start' })
    room.give(facilitator, { type: 'end' })
    expect(view(leila)).not.toHaveProperty('step')
    expect(view(facilitator).session.undoUntil).toBe(room.now + 10_000)
    expect(view(facilitator).me.can).toHaveProperty('undo')
    expect(view(leila).session).not.toHaveProperty('undoUntil')
  })

  test('S39 somebody who wrote within 30 s is writing, somebody here but still for 3 minutes is quiet', () => {
    const { room, facilitator, leila, rosa, co, view } = gather()
    room.give(facilitator, { type: 'start' })
    room.now += 200_000
    const activeAt = new Map([
      [leila, room.now - 29_000],
      [co, room.now - 40_000],
    ])
    const status = (here: ReadonlySet<SeatId>) =>
      [leila, co, rosa].map(
        (seat) => view(facilitator, { activeAt, here }).people.find(({ id }) => id === seat)?.status,
      )
    expect(status(new Set([leila, co, rosa]))).toEqual(['writing', undefined, 'quiet'])
    expect(status(new Set([]))).toEqual(['writing', undefined, undefined])
  })

  test('S39 what people can do stands with each of them', () => {
    const { room, facilitator, leila, olga, screen, view } = gather()
    expect(view(facilitator).me.can).toMatchObject({ start: true, lock: true, 'hand-over': true })
    expect(view(facilitator).me.can).not.toHaveProperty('advance')
    room.give(facilitator, { type: 'start' })
    expect(view(facilitator).me.can).toMatchObject({ arm: true, undo: true, pause: true })
    expect(view(facilitator).me.can).not.toHaveProperty('advance')
    room.give(facilitator, { type: 'arm' })
    expect(view(facilitator).me.can).toMatchObject({ advance: true, cancel: true })
    expect(Object.keys(view(leila).me.can).toSorted()).toEqual([
      'forget-me',
      'leave',
      'mark',
      'move-seat',
      'rename',
      'unmark',
    ])
    expect(Object.keys(view(olga).me.can).toSorted()).toEqual(['forget-me', 'leave', 'move-seat', 'rename'])
    expect(Object.keys(view(screen).me.can)).toEqual(['leave'])
  })
})

describe('S40 parts', () => {
  test('S40 the parts of a view are those that are made once for everybody who sees the same', () => {
    const { room, facilitator, co, leila, rosa, olga, screen, lukas, view } = gather()
    room.give(facilitator, { type: 'start' })
    const around = room.surroundings()
    const audiences = [facilitator, co, leila, rosa, olga, screen, lukas].map((seat) => audienceOf(room.session, seat))
    expect(audiences).toEqual(['facilitator', 'co-facilitators', 'seated', 'guests', 'guests', 'screen', 'waiting'])
    for (const seat of [facilitator, co, leila, rosa, olga, screen, lukas]) {
      const audience = audienceOf(room.session, seat)
      const whole = view(seat)
      expect(whole.session).toEqual(sessionPart(room.session, audience))
      expect(whole.people).toEqual(peoplePart(room.session, around, audience))
      expect(whole.step).toEqual(stepPart(room.session, around, audience))
      expect(whole.me).toEqual(mePart(room.session, seat))
    }
  })

  test('S40 a view is plain data', () => {
    const { facilitator, view } = gather()
    expect(JSON.parse(JSON.stringify(view(facilitator)))).toEqual(view(facilitator))
  })

  test('S40 people stand in the order in which they came', () => {
    const { room, facilitator, view } = gather()
    room.now += 1
    room.give(facilitator, { type: 'set-setting', door: 'open' })
    room.enter('Zoe')
    expect(view(facilitator).people.at(-1)?.name).toBe('Zoe')
  })
})

import { describe, expect, test } from 'vitest'
import { LIMITS, type SeatId, asId } from '../kernel/index.ts'
import { can } from './commands/index.ts'
import { mayWrite } from './may-write.ts'
import { SimulatedRoom } from './simulated/room.ts'
import { nextTick } from './tick.ts'
import type { Touch } from './touch.ts'
import { stepPart } from './view/step-part.ts'

/** A room of so many participants where items are grouped. */
const grouping = (count: number, seed = 1) => {
  const room = new SimulatedRoom({}, seed)
  const people = Array.from({ length: count }, (_, index) => room.enter(`P${index}`))
  room.enter('Olga', 'observer')
  room.give(room.facilitator, { type: 'start' })
  room.goOn()
  room.goOn()
  room.wait(LIMITS.undoMs)
  return { room, people }
}

const namedOf = ({ session }: SimulatedRoom): readonly SeatId[] =>
  (session.position.state === 'live' && session.position.named) || []

const rename: Touch = {
  document: { kind: 'board' },
  collection: 'clusters',
  record: 'cluster000000001',
  op: 'text',
  field: 'title',
  fresh: false,
}
const place: Touch = { ...rename, collection: 'items', op: 'set', field: 'cluster', value: 'cluster000000001' }

const codeOf = (room: SimulatedRoom, seat: SeatId, touch: Touch): string => {
  const result = mayWrite(room.session, seat, touch, room.now)
  return result.ok ? 'ok' : result.error.code
}

const shown = (room: SimulatedRoom) => stepPart(room.session, room.surroundings(), 'guests')

describe('S45 grouping in a large room', () => {
  test('S45 up to 20 participants everyone makes groups; of more, three do, and everyone places', () => {
    const small = grouping(20)
    expect(shown(small.room)).not.toHaveProperty('named')
    expect(shown(small.room)?.policies).toMatchObject({ place: 'all', group: 'all' })
    for (const seat of small.people) expect(codeOf(small.room, seat, rename)).toBe('ok')

    const { room, people } = grouping(21)
    const named = namedOf(room)
    expect(named).toHaveLength(3)
    expect(people).toEqual(expect.arrayContaining([...named]))
    expect(shown(room)).toMatchObject({ named, policies: { place: 'all', group: 'some' } })
    for (const seat of people) {
      expect(codeOf(room, seat, rename)).toBe(named.includes(seat) ? 'ok' : 'not-allowed')
      expect(codeOf(room, seat, place)).toBe('ok')
    }
    expect(codeOf(room, room.facilitator, rename)).toBe('ok')
    expect(codeOf(room, room.facilitator, { ...rename, op: 'create', fresh: true })).toBe('ok')
    const { field: _field, ...making } = { ...rename, op: 'create', fresh: true } as const
    expect(codeOf(room, named[0] as SeatId, making)).toBe('ok')
    expect(codeOf(room, people.find((seat) => !named.includes(seat)) as SeatId, making)).toBe('not-allowed')
  })

  test('S45 each participant is as likely to be named as any other, anew whenever the phase is entered', () => {
    const counts = new Map<number, number>()
    const { room, people } = grouping(21)
    for (let run = 0; run < 700; run++) {
      room.give(room.facilitator, { type: 'back' })
      expect(namedOf(room)).toEqual([])
      room.goOn()
      for (const seat of namedOf(room)) counts.set(people.indexOf(seat), (counts.get(people.indexOf(seat)) ?? 0) + 1)
    }
    expect(counts.size).toBe(21)
    // 100 expected each; five standard deviations are 47.
    for (const count of counts.values()) expect(Math.abs(count - 100)).toBeLessThan(47)
  })

  test('S45 who comes or goes changes nobody’s rights, but for the place of somebody named, which another one gets at once', () => {
    const { room, people } = grouping(21)
    const named = namedOf(room)
    const bystander = people.find((seat) => !named.includes(seat)) as SeatId
    room.give(bystander, { type: 'leave' })
    room.enter('Late')
    room.wait(0)
    expect(namedOf(room)).toEqual(named)
    const [left, promoted, stays] = named as [SeatId, SeatId, SeatId]
    room.give(left, { type: 'leave' })
    room.give(room.facilitator, { type: 'set-role', seat: promoted, role: 'co-facilitator' })
    expect(nextTick(room.session)).toBeLessThanOrEqual(room.now)
    room.wait(0)
    expect(namedOf(room)).toHaveLength(3)
    expect(namedOf(room)).toContain(stays)
    expect(namedOf(room)).not.toContain(left)
    expect(namedOf(room)).not.toContain(promoted)
    expect(codeOf(room, promoted, rename)).toBe('ok')
    for (const seat of namedOf(room)) expect(codeOf(room, seat, rename)).toBe('ok')
    expect(nextTick(room.session)).toBeUndefined()
  })

  test('S45 when nobody is left to be named, those who lead make the groups', () => {
    const { room, people } = grouping(21)
    for (const seat of people) room.give(room.facilitator, { type: 'remove', seat })
    room.wait(0)
    expect(namedOf(room)).toEqual([])
    expect(shown(room)?.policies.group).toBe('some')
    expect(nextTick(room.session)).toBeUndefined()
    expect(codeOf(room, room.enter('Late'), rename)).toBe('not-allowed')
  })

  test('S45 those who lead name others, from one to twelve participants who are there; those before keep their grace', () => {
    const { room, people } = grouping(25)
    const before = namedOf(room)
    const others = people.filter((seat) => !before.includes(seat))
    const [one, two] = others as [SeatId, SeatId]
    expect(room.give(one, { type: 'name-some', seats: [one] })).toMatchObject({ error: { code: 'not-allowed' } })
    const observer = Object.values(room.session.seats).find(({ role }) => role === 'observer')?.id as SeatId
    for (const [seat, code] of [
      [asId<'seat'>('nobody0000000000'), 'unknown'],
      [observer, 'bad-input'],
      [room.facilitator, 'bad-input'],
    ] as const) {
      expect(room.give(room.facilitator, { type: 'name-some', seats: [one, seat] })).toMatchObject({ error: { code } })
    }
    expect(room.give(room.facilitator, { type: 'name-some', seats: [one, two, one] }).ok).toBe(true)
    expect(shown(room)?.named).toEqual([one, two])
    expect(codeOf(room, one, rename)).toBe('ok')
    expect(codeOf(room, before[0] as SeatId, rename)).toBe('ok')
    room.wait(LIMITS.graceMs)
    expect(codeOf(room, before[0] as SeatId, rename)).toBe('not-allowed')
    room.give(one, { type: 'leave' })
    room.wait(0)
    expect(namedOf(room)).toHaveLength(2)
  })

  test('S45 in a smaller room, and where the phase asks for nobody, nobody is named', () => {
    const { room, people } = grouping(20)
    const command = { type: 'name-some', seats: [people[0] as SeatId] } as const
    expect(can(room.session, room.facilitator, 'name-some')).toBe(false)
    expect(room.give(room.facilitator, command)).toMatchObject({ error: { code: 'wrong-phase' } })
    const large = grouping(21)
    expect(can(large.room.session, large.room.facilitator, 'name-some')).toBe(true)
    large.room.give(large.room.facilitator, { type: 'back' })
    expect(namedOf(large.room)).toEqual([])
    expect(can(large.room.session, large.room.facilitator, 'name-some')).toBe(false)
  })

  test('S45 rights of those named are honoured for 2 seconds after the phase, and come back with an undo', () => {
    const { room, people } = grouping(21)
    const named = namedOf(room)
    const other = people.find((seat) => !named.includes(seat)) as SeatId
    room.give(room.facilitator, { type: 'back' })
    expect(codeOf(room, named[0] as SeatId, rename)).toBe('ok')
    expect(codeOf(room, other, rename)).not.toBe('ok')
    room.give(room.facilitator, { type: 'undo' })
    expect(namedOf(room)).toEqual(named)
    room.give(room.facilitator, { type: 'lock', locked: true })
    room.wait(LIMITS.graceMs)
    expect(codeOf(room, named[0] as SeatId, rename)).toBe('locked')
  })
})

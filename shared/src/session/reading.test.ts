import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ItemId, LIMITS, type SeatId, asId } from '../kernel/index.ts'
import { type ReadingTurn, readingShare } from './reading.ts'
import { SimulatedRoom } from './simulated/room.ts'
import { mePart } from './view/me-part.ts'

const itemsOf = (count: number): readonly ItemId[] =>
  Array.from({ length: count }, (_, index) => asId<'item'>(`item${String(index * 7919).padStart(12, '0')}`))

const anySeed = fc.nat(2 ** 32 - 1)
const anyCount = fc.integer({ min: LIMITS.dealtAbove + 1, max: 700 })
const anyReaders = fc.oneof(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 2, max: 100 }))

const sharesOf = (items: readonly ItemId[], { seed, readers }: Omit<ReadingTurn, 'turn'>, turns = readers) =>
  Array.from({ length: turns }, (_, turn) => readingShare(items, { seed, turn, readers }))

describe('S42 shares of what is to be read', () => {
  test('S42 up to 80 notes are everyone’s', () => {
    const items = itemsOf(LIMITS.dealtAbove)
    expect(readingShare(items, { seed: 1, turn: 3, readers: 9 })).toEqual(items)
    expect(readingShare(itemsOf(81), { seed: 1, turn: 3, readers: 9 })).toHaveLength(20)
  })

  test('S42 with two readers or more every note is in two shares at least, and people who come later take nothing away', () => {
    fc.assert(
      fc.property(anyCount, anyReaders, anySeed, fc.nat(20), (count, readers, seed, later) => {
        const items = itemsOf(count)
        const readings = new Map<ItemId, number>()
        for (const share of sharesOf(items, { seed, readers }))
          for (const id of share) readings.set(id, (readings.get(id) ?? 0) + 1)
        expect(readings.size).toBe(count)
        for (const times of readings.values()) expect(times).toBeGreaterThanOrEqual(2)
        const all = sharesOf(items, { seed, readers }, readers + later)
        expect(all.slice(0, readers)).toEqual(sharesOf(items, { seed, readers }))
        for (const share of all.slice(readers)) expect(share.every((id) => readings.has(id))).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  test('S42 all shares are of one size, 20 or what it takes to read everything twice, and no note stands twice in one', () => {
    fc.assert(
      fc.property(anyCount, anyReaders, anySeed, fc.nat(300), (count, readers, seed, turn) => {
        const share = readingShare(itemsOf(count), { seed, turn, readers })
        expect(share).toHaveLength(Math.max(20, Math.ceil((2 * count) / readers)))
        expect(new Set(share).size).toBe(share.length)
      }),
    )
  })

  test('S42 one reader alone reads everything, and so does whoever joins them', () => {
    const items = itemsOf(100)
    for (const readers of [0, 1]) {
      for (const turn of [0, 1, 2]) {
        expect(readingShare(items, { seed: 5, turn, readers }).toSorted()).toEqual(items.toSorted())
      }
    }
  })

  test('S42 a share is the same on every device, in whatever order the notes came there', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...itemsOf(120)], { minLength: 120 }), anySeed, (shuffled, seed) => {
        const turn = { seed, turn: 4, readers: 13 }
        expect(readingShare(shuffled, turn)).toEqual(readingShare(itemsOf(120), turn))
      }),
    )
  })

  test('S42 a note that comes or goes takes at most two others from a share, and brings at most two to it', () => {
    fc.assert(
      fc.property(anyCount, anyReaders, anySeed, fc.nat(300), fc.nat(), (count, readers, seed, turn, which) => {
        const more = itemsOf(count + 1)
        const changed = more[which % more.length] as ItemId
        const fewer = more.filter((id) => id !== changed)
        const [with_, without] = [more, fewer].map((items) => readingShare(items, { seed, turn, readers }))
        const [now, before] = [new Set(with_), new Set(without)]
        expect([...before].filter((id) => !now.has(id)).length).toBeLessThanOrEqual(2)
        expect([...now].filter((id) => !before.has(id) && id !== changed).length).toBeLessThanOrEqual(2)
      }),
      { numRuns: 300 },
    )
  })

  test('S42 what stands next to each other in a share is by chance', () => {
    const items = itemsOf(200)
    let neighbours = 0
    for (let seed = 0; seed < 100; seed++) {
      const share = readingShare(items, { seed, turn: 0, readers: 20 })
      for (const [index, id] of share.entries())
        if (items.indexOf(share[index + 1] as ItemId) === items.indexOf(id) + 1) neighbours++
    }
    // Of 1,900 pairs one in 200 follows by chance: 9.5 expected; five standard deviations are 15.
    expect(neighbours).toBeLessThan(25)
  })
})

describe('S43 turns', () => {
  const turnOf = (room: SimulatedRoom, seat: SeatId) => mePart(room.session, seat).reading

  const revealed = () => {
    const room = new SimulatedRoom({ agenda: [{ kind: 'brainstorm' }, { kind: 'brainstorm' }] })
    const people = ['Leila', 'Dmitry', 'Rosa'].map((name) => room.enter(name))
    room.give(room.facilitator, { type: 'start' })
    const before = people.map((seat) => turnOf(room, seat))
    room.goOn()
    return { room, people, before }
  }

  test('S43 are given at the reveal to the participants who are there, and shown to each of them alone', () => {
    const { room, people, before } = revealed()
    expect(before).toEqual([undefined, undefined, undefined])
    const { seed } = turnOf(room, people[0] as SeatId) as ReadingTurn
    expect(people.map((seat) => turnOf(room, seat))).toEqual([0, 1, 2].map((turn) => ({ seed, turn, readers: 3 })))
    const olga = room.enter('Olga', 'observer')
    for (const seat of [room.facilitator, olga]) expect(turnOf(room, seat)).toBeUndefined()
  })

  test('S43 the seed is drawn at each reveal', () => {
    const seeds = Array.from({ length: 20 }, (_, index) => {
      const room = new SimulatedRoom({}, index + 1)
      const leila = room.enter('Leila')
      room.give(room.facilitator, { type: 'start' })
      room.goOn()
      return turnOf(room, leila)?.seed
    })
    expect(new Set(seeds).size).toBe(20)
  })

  test('S43 whoever comes later, by whatever way, gets the next one, and nobody’s changes', () => {
    const { room, people } = revealed()
    const before = people.map((seat) => turnOf(room, seat))
    const turns = (...seats: readonly SeatId[]) => seats.map((seat) => turnOf(room, seat)?.turn)
    const joined = room.enter('Joined')
    room.give(room.facilitator, { type: 'set-setting', door: 'ask' })
    const admitted = room.enter('Admitted')
    expect(turns(joined, admitted)).toEqual([3, undefined])
    const olga = room.enter('Olga', 'observer')
    room.give(room.facilitator, { type: 'admit', seat: olga })
    room.give(room.facilitator, { type: 'admit', seat: admitted })
    room.give(room.facilitator, { type: 'set-role', seat: olga, role: 'participant' })
    expect(turns(joined, admitted, olga)).toEqual([3, 4, 5])
    room.give(people[0] as SeatId, { type: 'leave' })
    room.give(room.facilitator, { type: 'remove', seat: joined })
    expect(turns(people[0] as SeatId, joined)).toEqual([undefined, undefined])
    room.give(room.facilitator, { type: 'restore', seat: joined })
    room.give(room.facilitator, { type: 'set-role', seat: olga, role: 'observer' })
    expect(turns(joined, admitted, olga)).toEqual([3, 4, undefined])
    expect(people.slice(1).map((seat) => turnOf(room, seat))).toEqual(before.slice(1))
    const given = room.session.reading?.turns ?? []
    expect(new Set(given).size).toBe(given.length)
  })

  test('S43 hold where reading is dealt, in the step that was revealed, and nowhere else', () => {
    const { room, people } = revealed()
    const leila = people[0] as SeatId
    const first = turnOf(room, leila)
    room.goOn()
    expect(turnOf(room, leila)).toBeUndefined()
    room.give(room.facilitator, { type: 'back' })
    expect(turnOf(room, leila)).toEqual(first)
    room.give(room.facilitator, { type: 'skip' })
    expect(turnOf(room, leila)).toBeUndefined()
    room.give(leila, { type: 'leave' })
    room.goOn()
    expect(turnOf(room, people[1] as SeatId)).toMatchObject({ turn: 0, readers: 2 })
    expect(turnOf(room, people[1] as SeatId)?.seed).not.toBe(first?.seed)
  })

  test('S43 of the step that was revealed last: going back to one before, everyone reads everything', () => {
    const { room, people } = revealed()
    for (let press = 0; press < 3; press++) room.goOn()
    expect(turnOf(room, people[0] as SeatId)).toMatchObject({ turn: 0 })
    for (let press = 0; press < 3; press++) room.give(room.facilitator, { type: 'back' })
    expect(room.session.position).toMatchObject({ step: room.session.agenda[0]?.id, phase: 'build' })
    expect(turnOf(room, people[0] as SeatId)).toBeUndefined()
  })
})

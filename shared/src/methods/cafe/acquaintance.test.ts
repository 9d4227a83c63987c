import { describe, expect, test } from 'vitest'
import type { TableId } from '../../kernel/index.ts'
import { CafeRoom } from '../../session/simulated/cafe-room.ts'
import { planRotation, seatNamed } from '../../rotation/index.ts'
import { cafeJob } from '../../rotation/simulated-cafe.ts'
import { countFamiliar, replaceAcquainted } from './acquaintance.ts'
import type { CafeState } from './state.ts'

/** Pairs of travellers who sat together in some round, by name. */
const listPairs = ({ rounds }: Pick<CafeState, 'rounds'>): readonly string[] => [
  ...new Set(
    rounds.flatMap(({ seats }) =>
      seats.flatMap((one) =>
        seats
          .filter(
            (other) =>
              other.table === one.table &&
              one.seat < other.seat &&
              one.role === 'traveller' &&
              other.role === 'traveller',
          )
          .map((other) => `${one.seat} ${other.seat}`),
      ),
    ),
  ),
]

/** A session with two cafés of one round each: the first is over, the second is being set. */
const inSecond = (people: number, seed = 1) => {
  const settings = { rounds: 1, welcome: 1 }
  const room = new CafeRoom(people, settings, {}, seed)
  const before = room.session.agenda[1]?.id
  room.give(room.facilitator, { type: 'insert-step', step: { kind: 'cafe', settings }, ...(before && { before }) })
  room.goTo('harvest')
  const first = room.state()
  room.goTo('setup')
  return { room, first }
}

describe('T63 people who sat together in an earlier café', () => {
  test('T63 sit apart in the next one where that costs no repeat', () => {
    let again = 0
    for (let seed = 1; seed <= 6; seed++) {
      const { room, first } = inSecond(16, seed)
      const known = new Set(listPairs(first))
      expect(known.size).toBeGreaterThan(0)
      room.goTo('round-1').expectSound()
      again += listPairs(room.state()).filter((pair) => known.has(pair)).length
    }
    expect(again).toBe(0)
  })

  test('T63 are told to those who lead as figures of the plan, and are nobody new to each other', () => {
    const { room, first } = inSecond(16)
    const known = listPairs(first)
    room.goTo('welcome')
    const seen = room.seen()
    expect(seen.lead?.preview?.plan?.familiar).toEqual({ met: 0, of: expect.any(Number) })
    expect(JSON.stringify(seen)).not.toContain('acquainted')
    expect(JSON.stringify(room.seen(room.people[0]))).not.toContain('familiar')
    for (const seat of room.people) {
      const { with: company, unmet } = room.own(seat)
      const met = company.filter((other) => known.includes([seat, other].toSorted().join(' ')))
      for (const other of met) expect(unmet).not.toContain(other)
    }
  })

  test('T63 meet again where it cannot be avoided, and that is counted', () => {
    // Six travellers at two tables, who all met before.
    const travellers = Array.from({ length: 6 }, (_, nth) => seatNamed(nth + 2))
    const before = travellers.flatMap((one, nth) => travellers.slice(0, nth).map((other) => ({ one, other, times: 1 })))
    const { familiar } = planRotation(cafeJob(8, 2, 1, { before })).figures
    expect(familiar).toEqual({ met: 6, of: 15 })
    expect(planRotation(cafeJob(8, 2, 1)).figures).not.toHaveProperty('familiar')
  })

  test('T63 a wish, and a repeat in this café, weigh more', () => {
    const [a, b] = [seatNamed(4), seatNamed(5)]
    const before = [{ one: a, other: b, times: 4 }]
    const wishes = [{ kind: 'together' as const, seats: [a, b] }]
    const { rounds, figures } = planRotation(cafeJob(16, 4, 3, { before, wishes }))
    for (const round of rounds) {
      const at = round.find(({ travellers }) => travellers.includes(a))
      expect(at?.travellers).toContain(b)
    }
    // Company that is wished for is none of the pairs that are counted.
    expect(figures).not.toHaveProperty('familiar')
    const all = Array.from({ length: 12 }, (_, nth) => seatNamed(nth + 4))
    const everybody = all.flatMap((one, nth) =>
      all.slice(0, nth).map((other) => ({ one, other, times: 1 + (nth % 3) })),
    )
    expect(planRotation(cafeJob(16, 4, 3, { before: everybody })).figures).toMatchObject({ repeats: 0, revisits: 0 })
  })
})

test('T64 seats that become one are one acquaintance, and whoever is forgotten is named nowhere', () => {
  const [a, b, c] = [seatNamed(1), seatNamed(2), seatNamed(3)]
  const known = [
    { one: a, other: b, times: 1 },
    { one: b, other: c, times: 2 },
    { one: a, other: c, times: 1 },
  ]
  const merged = replaceAcquainted(known, (seat) => (seat === b ? a : seat))
  expect(merged).toEqual([{ one: a, other: c, times: 3 }])
  const { room } = inSecond(12)
  const gone = room.people.find((seat) => JSON.stringify(room.state().acquainted).includes(seat))
  if (!gone) throw new Error('somebody knows somebody')
  expect(room.give(gone, { type: 'forget-me' }).ok).toBe(true)
  expect(JSON.stringify(room.session.workings)).not.toContain(gone)
})

test('T63 a pair is familiar once: where it met in this café already it is a repeat', () => {
  const table = 'table-----------' as TableId
  const [a, b] = [seatNamed(1), seatNamed(2)]
  const acquainted = [{ one: a, other: b, times: 1 }]
  const together = [{ table, travellers: [a, b] }]
  expect(countFamiliar([], together, { acquainted })).toBe(1)
  expect(countFamiliar([together], together, { acquainted })).toBe(0)
  expect(countFamiliar([], [{ table, travellers: [a] }], { acquainted })).toBe(0)
})

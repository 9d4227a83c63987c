import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ItemId, LIMITS, type SeatId, asId, seededRandom } from '../../kernel/index.ts'
import { type Table, countHolders, dealTurning, passOn } from './dealing.ts'

const seat = (number: number): SeatId => asId(`seat${String(number).padStart(12, '0')}`)
const item = (number: number): ItemId => asId(`item${String(number).padStart(12, '0')}`)
const IDEA: ItemId = asId('idea000000000000')

const open = (count: number): Table['turnings'] =>
  Array.from({ length: count }, (_none, index) => ({ item: item(index), inversions: [] }))
const table = (more: Partial<Table> = {}): Table => ({
  turnings: open(5),
  leases: [],
  passed: [],
  seed: 1,
  now: 0,
  ...more,
})
const lease = (who: number, what: number, until = LIMITS.leaseMs) => ({ seat: seat(who), item: item(what), until })

/** People ask, turn round or pass on, by chance, until nobody can be dealt anything any more. Answers what is left, and who passed on what. */
const play = (count: number, people: readonly SeatId[], seed: number, passes: number) => {
  const random = seededRandom(seed)
  let { turnings, leases, passed, now } = table({ turnings: open(count) })
  const isOver = (): boolean => people.every((who) => !dealTurning(who, { turnings, leases: [], passed, seed, now }))
  while (!isOver()) {
    now += 1
    const who = people[Math.floor(random() * people.length)] ?? seat(0)
    const what = dealTurning(who, { turnings, leases, passed, seed, now })
    leases = leases.filter((held) => held.seat !== who)
    if (what === undefined) continue
    expect(leases.some((held) => held.item === what && now < held.until)).toBe(false)
    expect(passed).not.toContainEqual({ seat: who, item: what })
    leases = [...leases, { seat: who, item: what, until: now + 1 + Math.floor(random() * 5) }]
    if (random() < passes) passed = passOn(passed, who, what)
    else if (random() < 0.8)
      turnings = turnings.map((each) => (each.item === what ? { ...each, inversions: [IDEA] } : each))
  }
  return { turnings, passed }
}

test('M78 every negative idea is dealt until it is turned round, or everybody passed it on', () => {
  const chances = fc.double({ min: 0, max: 0.7, noNaN: true })
  fc.assert(
    fc.property(fc.nat(12), fc.integer({ min: 1, max: 5 }), fc.nat(), chances, (count, size, seed, passes) => {
      const people = Array.from({ length: size }, (_none, index) => seat(index))
      const { turnings, passed } = play(count, people, seed, passes)
      for (const turning of turnings) {
        if (turning.inversions.length > 0) continue
        for (const who of people) expect(passed).toContainEqual({ seat: who, item: turning.item })
      }
    }),
    { numRuns: 60 },
  )
})

test('M78 what one person holds is dealt to nobody else until the time is up, and to them again until they are done', () => {
  const leases = [lease(1, 0), lease(2, 1), lease(3, 2), lease(4, 3)]
  expect(dealTurning(seat(9), table({ leases }))).toBe(item(4))
  expect(dealTurning(seat(9), table({ leases, turnings: open(4) }))).toBeUndefined()
  expect(dealTurning(seat(9), table({ leases, turnings: open(4), now: LIMITS.leaseMs }))).toBeDefined()
  expect(dealTurning(seat(3), table({ leases }))).toBe(item(2))
  expect(countHolders(table({ leases }), item(2))).toBe(1)
  expect(countHolders(table({ leases, now: LIMITS.leaseMs }), item(2))).toBe(0)
})

test('M78 what was turned round or set aside is dealt to nobody, and then people are free', () => {
  const turnings = open(2).map((each, index) => (index === 0 ? { ...each, inversions: [IDEA] } : each))
  expect(dealTurning(seat(1), table({ turnings, leases: [lease(1, 0)] }))).toBe(item(1))
  expect(dealTurning(seat(1), table({ turnings, aside: new Set([item(1)]) }))).toBeUndefined()
  expect(dealTurning(seat(1), table({ turnings: [] }))).toBeUndefined()
})

test('M78 what a person passed on goes to others, after what nobody passed on, and never comes back to them', () => {
  const passed = passOn([], seat(1), item(0))
  expect(passOn(passed, seat(1), item(0))).toBe(passed)
  for (let seed = 0; seed < 50; seed++) {
    expect(dealTurning(seat(1), table({ passed, leases: [lease(1, 0)], seed }))).not.toBe(item(0))
    expect(dealTurning(seat(2), table({ passed, seed }))).not.toBe(item(0))
  }
  expect(dealTurning(seat(2), table({ passed, turnings: open(1) }))).toBe(item(0))
  expect(dealTurning(seat(1), table({ passed, turnings: open(1) }))).toBeUndefined()
})

test('M79 the order is decided by the seed, each first alike often, and does not depend on how they are listed', () => {
  const counts = new Map<ItemId | undefined, number>()
  for (let seed = 0; seed < 2_000; seed++) {
    const first = dealTurning(seat(1), table({ seed }))
    expect(dealTurning(seat(2), table({ seed, turnings: open(5).toReversed() }))).toBe(first)
    counts.set(first, (counts.get(first) ?? 0) + 1)
  }
  expect(counts.size).toBe(5)
  // 400 expected each; five standard deviations are 90.
  for (const count of counts.values()) expect(Math.abs(count - 400)).toBeLessThan(90)
})

test('M79 one negative idea less changes nobody’s but who would have got it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 20 }), fc.nat(19), fc.nat(), (count, gone, seed) => {
      const first = dealTurning(seat(1), table({ turnings: open(count), seed }))
      const fewer = open(count).filter((each) => each.item !== item(gone % count))
      const then = dealTurning(seat(1), table({ turnings: fewer, seed }))
      if (first !== item(gone % count)) expect(then).toBe(first)
    }),
  )
})

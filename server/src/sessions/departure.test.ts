import { expect, test } from 'vitest'
import { planDeparture } from './departure.ts'

const PACE = { atOnce: 300, perSecond: 100, withinMs: 20_000 }
const equal = (sessions: number, sockets: number): readonly number[] => Array.from({ length: sessions }, () => sockets)

test('R44 so many sockets leave at once, and no more', () => {
  expect(planDeparture([], PACE)).toEqual([])
  expect(planDeparture(equal(6, 50), PACE)).toEqual(equal(6, 0))
  expect(planDeparture([...equal(6, 50), 50], PACE)).toEqual([...equal(6, 0), 0])
  expect(planDeparture([...equal(6, 50), 50, 50], PACE)).toEqual([...equal(6, 0), 0, 500])
})

test('R44 beyond that they leave as fast as the next server takes them', () => {
  const waits = planDeparture(equal(30, 50), PACE)
  expect(waits.slice(6, 9)).toEqual([0, 500, 1_000])
  expect(waits.at(-1)).toBe(11_500)
})

test('R44 however many they are, all begin to leave within the time there is', () => {
  const waits = planDeparture(equal(100, 50), PACE)
  expect(Math.max(...waits)).toBeLessThanOrEqual(20_000)
  expect(Math.max(...waits)).toBeGreaterThan(19_000)
  expect(waits.toSorted((one, other) => one - other)).toEqual(waits)
  expect(planDeparture(equal(100, 50), { ...PACE, withinMs: 0 })).toEqual(equal(100, 0))
})

test('R44 a session leaves whole, however large', () => {
  const [first, second] = planDeparture([4_000, 10], PACE)
  expect(first).toBe(0)
  expect(second).toBeGreaterThan(19_000)
})

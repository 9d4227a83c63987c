import { expect, test } from 'vitest'
import type { SeatId } from '../kernel/index.ts'
import { findNextHost, seatLatecomer, suggestTables } from './live-moves.ts'
import type { Seating } from './rotation.ts'
import { hostedTables, seatNamed, tableNamed } from './simulated-cafe.ts'

const round = (...tables: readonly (readonly number[])[]): Seating =>
  tables.map((travellers, nth) => ({
    table: tableNamed(nth),
    host: seatNamed(nth),
    travellers: travellers.map(seatNamed),
  }))
const TABLES = hostedTables(3)
const me: SeatId = seatNamed(10)

test('T10 who moves freely is offered tables with a free place: new ones first, then those with most people not met', () => {
  const past = [round([10, 11], [12, 13], [14, 15])]
  const now = round([12, 14, 16], [11, 15], [10, 13])
  expect(suggestTables(me, now, past, TABLES)).toEqual([
    { table: tableNamed(1), isNew: true, unmet: 2, people: 3 },
    { table: tableNamed(0), isNew: false, unmet: 3, people: 4 },
  ])
  const full = TABLES.map((table, nth) => (nth === 1 ? { ...table, capacity: 3 } : table))
  expect(suggestTables(me, now, past, full).map(({ table }) => table)).toEqual([tableNamed(0)])
})

test('T10 a latecomer sits down at the smallest table, among equals where fewest are known, and never nowhere', () => {
  const past = [round([10, 11], [12], [13])]
  expect(seatLatecomer(me, round([11, 12], [13, 14], [15, 16, 17]), past, TABLES)).toBe(tableNamed(1))
  expect(seatLatecomer(me, round([11, 12], [13, 14], [15]), past, TABLES)).toBe(tableNamed(2))
  const full = TABLES.map((table) => ({ ...table, capacity: 2 }))
  expect(seatLatecomer(me, round([11], [12], [13]), [], full)).toBe(tableNamed(0))
})

test('T10 who takes over a table has the fewest tables still to see', () => {
  const past = [round([10], [11], [12]), round([12], [10], [11])]
  const now = round([13], [12], [10, 11])
  expect(findNextHost(tableNamed(2), now, past, TABLES)).toBe(seatNamed(10))
  expect(findNextHost(tableNamed(0), now, past, TABLES)).toBe(seatNamed(13))
  expect(findNextHost(tableNamed(0), round([], [10], []), past, TABLES)).toBeUndefined()
})

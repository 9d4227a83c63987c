import type { Item } from '@roundel/shared/board'
import { type SeatId, asId } from '@roundel/shared/kernel'
import { expect, test } from 'vitest'
import { writesMost } from './writes-most.ts'

const [host, guest] = [asId<'seat'>('host'), asId<'seat'>('guest')]
const notes = (author: SeatId, count: number, more: Partial<Item> = {}): readonly Item[] =>
  Array.from({ length: count }, () => ({ author, round: 2, state: 'published', ...more }) as Item)

test('C215 more than half of the notes of a round, and four of them, are most of them', () => {
  const cases: readonly (readonly [own: number, others: number, isMost: boolean])[] = [
    [3, 0, false],
    [4, 0, true],
    [4, 3, true],
    [4, 4, false],
    [5, 4, true],
    [9, 9, false],
  ]
  for (const [own, others, isMost] of cases)
    expect([own, others, writesMost([...notes(host, own), ...notes(guest, others)], host, 2)]).toEqual([
      own,
      others,
      isMost,
    ])
})

test('C215 what is of another round, or was taken off, does not count', () => {
  expect(writesMost([...notes(host, 3), ...notes(host, 5, { round: 1 })], host, 2)).toBe(false)
  expect(writesMost([...notes(host, 3), ...notes(host, 5, { state: 'withdrawn' })], host, 2)).toBe(false)
  expect(writesMost([...notes(host, 4), ...notes(guest, 9, { round: 1 })], host, 2)).toBe(true)
})

import { expect, test } from 'vitest'
import { type Result, type SeatId, asId } from '../../kernel/index.ts'
import type { Deck } from './decks/index.ts'
import { drawMore, redrawCard } from './draw.ts'
import { type Drawings, NO_DRAWINGS, changeDraw, drawFor, handOf, swapFor } from './drawings.ts'
import { scopeOf } from './scope.ts'

const [amina, leila, dmitry] = ['amina', 'leila', 'dmitry'].map((name) => asId<'seat'>(name.padEnd(16, '0'))) as [
  SeatId,
  SeatId,
  SeatId,
]
const DECK: Deck = { id: 'own', version: 3, keys: Array.from({ length: 20 }, (_, entry) => `card ${entry}`) }
const drawn = (count = 3): Drawings => drawFor(NO_DRAWINGS, 'shared', DECK, 'seed', count)
const keysOf = (drawings: Drawings, seat: SeatId) => handOf(drawings, 'shared', seat, DECK)?.keys ?? []
const orThrow = (result: Result<Drawings, { readonly code: string }>): Drawings => {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

test('M32 the first draw stands: drawing again for the same scope changes nothing', () => {
  const first = drawn()
  expect(drawFor(first, 'shared', DECK, 'another seed', 5)).toBe(first)
  const both = drawFor(first, scopeOf('person', leila), DECK, 'seed', 2)
  expect(handOf(both, 'shared', leila, DECK)).toEqual(handOf(first, 'shared', leila, DECK))
  expect(handOf(both, scopeOf('person', leila), leila, DECK)?.keys).toHaveLength(2)
})

test('M32 everyone of a scope holds the same cards, and the seed by which the draw can be repeated', () => {
  const hand = handOf(drawn(), 'shared', leila, DECK)
  expect(hand).toMatchObject({ scope: 'shared', deck: 'own', version: 3, seed: 'seed', missing: 0 })
  expect(handOf(drawn(), 'shared', dmitry, DECK)).toEqual(hand)
  const small: Deck = { ...DECK, keys: ['one', 'other'] }
  expect(handOf(drawFor(NO_DRAWINGS, 'shared', small, 'seed', 3), 'shared', leila, small)?.missing).toBe(1)
})

test('M32 before anything is drawn nobody holds a card, and nothing can be changed', () => {
  expect(handOf(NO_DRAWINGS, 'shared', leila, DECK)).toBeUndefined()
  expect(swapFor(NO_DRAWINGS, 'shared', leila, 0)).toMatchObject({ ok: false, error: { code: 'unknown' } })
  expect(changeDraw(NO_DRAWINGS, 'shared', (draw) => drawMore(draw, 1))).toMatchObject({
    ok: false,
    error: { code: 'unknown' },
  })
})

test('M32 a swap is seen by the person alone, who leads included, and what is changed for all comes to all', () => {
  const before = drawn()
  const swapped = orThrow(swapFor(before, 'shared', leila, 1))
  expect(keysOf(swapped, leila)[1]).not.toBe(keysOf(before, leila)[1])
  for (const other of [amina, dmitry]) {
    expect(handOf(swapped, 'shared', other, DECK)).toEqual(handOf(before, 'shared', other, DECK))
  }
  const redraw = { place: 0, reason: 'unknown', by: amina, at: 1 } as const
  const redrawn = orThrow(changeDraw(swapped, 'shared', (draw) => redrawCard(draw, redraw)))
  expect(keysOf(redrawn, leila)[0]).toBe(keysOf(redrawn, dmitry)[0])
  expect(keysOf(redrawn, leila)[0]).not.toBe(keysOf(before, leila)[0])
  expect(keysOf(redrawn, leila)[1]).toBe(keysOf(swapped, leila)[1])
  expect(orThrow(changeDraw(redrawn, 'shared', (draw) => drawMore(draw, 1))).swaps).toBe(redrawn.swaps)
})

test('M32 what a person is told has the same shape whether they swapped or not', () => {
  const swapped = orThrow(swapFor(drawn(), 'shared', leila, 0))
  const [mine, other] = [handOf(swapped, 'shared', leila, DECK), handOf(swapped, 'shared', dmitry, DECK)]
  expect({ ...mine, keys: [] }).toEqual({ ...other, keys: [] })
  expect(mine?.keys).toHaveLength(3)
})

test('M32 nobody swaps at a place where nothing lies', () => {
  for (const place of [3, -1, 0.5]) {
    expect(swapFor(drawn(), 'shared', leila, place)).toMatchObject({ ok: false, error: { code: 'unknown' } })
  }
})

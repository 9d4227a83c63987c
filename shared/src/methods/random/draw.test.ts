import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asId } from '../../kernel/index.ts'
import type { Deck } from './decks/index.ts'
import { CARDS_MOST, type Draw, drawMore, isFaithful, makeDraw, missing, redrawCard } from './draw.ts'
import { drawOrder } from './draw-order.ts'
import { scopeOf } from './scope.ts'

const amina = asId<'seat'>('amina00000000001')
const leila = asId<'seat'>('leila00000000001')
const window = asId<'table'>('table00000000001')

const deckOf = (size: number): Deck => ({
  id: 'own',
  version: 7,
  keys: Array.from({ length: size }, (_, entry) => `card ${entry}`),
})
const redraw = (place: number) => ({ place, reason: 'unknown', by: amina, at: 5 }) as const
const orThrow = (result: ReturnType<typeof drawMore>): Draw => {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

describe('M20 scopes', () => {
  test('M20 all work with one draw, those at a table with theirs, or each person with their own', () => {
    expect(scopeOf('shared', leila, window)).toBe('shared')
    expect(scopeOf('table', leila, window)).toBe(`table:${window}`)
    expect(scopeOf('person', leila, window)).toBe(`person:${leila}`)
  })

  test('M20 who sits at no table works with what is drawn for all', () => {
    expect(scopeOf('table', leila)).toBe('shared')
  })

  test('M20 whoever comes late draws from their own stream what they would have drawn at the beginning', () => {
    const draw = () => makeDraw(deckOf(60), scopeOf('person', leila), 'seed', 3)
    expect(draw()).toEqual(draw())
    expect(draw().cards).not.toEqual(makeDraw(deckOf(60), scopeOf('person', amina), 'seed', 3).cards)
  })
})

test('M21 a draw keeps all that it takes to repeat it, and lays its first cards open', () => {
  expect(makeDraw(deckOf(60), 'shared', '2026-Q1-demo', 3)).toEqual({
    scope: 'shared',
    deck: 'own',
    version: 7,
    size: 60,
    seed: '2026-Q1-demo',
    asked: 3,
    cards: [47, 0, 41],
    turned: [47, 0, 41],
    redraws: [],
  })
})

test('M21 a deck with fewer cards than were asked for gives all that it has, and says how many are missing', () => {
  const draw = makeDraw(deckOf(2), 'shared', 'seed', 5)
  expect(draw.cards.toSorted((one, other) => one - other)).toEqual([0, 1])
  expect(missing(draw)).toBe(3)
  expect(missing(makeDraw(deckOf(5), 'shared', 'seed', 5))).toBe(0)
})

test('M21 a second set continues the stream, until the deck is used up or too many would lie open', () => {
  const more = orThrow(drawMore(makeDraw(deckOf(60), 'shared', '2026-Q1-demo', 3), 2))
  expect(more.cards).toEqual([47, 0, 41, 35, 10])
  expect(more.asked).toBe(5)
  expect(drawMore(makeDraw(deckOf(3), 'shared', 'seed', 3), 1)).toMatchObject({ ok: false, error: { code: 'closed' } })
  const full = orThrow(drawMore(more, CARDS_MOST - 5))
  expect(full.cards).toHaveLength(CARDS_MOST)
  expect(drawMore(full, 1)).toMatchObject({ ok: false, error: { code: 'too-many', details: { most: CARDS_MOST } } })
})

test('M22 a redraw puts the next card of the same stream in the place of one, and keeps who, when and why', () => {
  const draw = orThrow(redrawCard(makeDraw(deckOf(60), 'shared', '2026-Q1-demo', 3), redraw(1)))
  expect(draw.cards).toEqual([47, 35, 41])
  expect(draw.redraws).toEqual([{ place: 1, was: 0, card: 35, reason: 'unknown', by: amina, at: 5 }])
  expect(orThrow(redrawCard(draw, redraw(1))).cards).toEqual([47, 10, 41])
})

test('M22 there is no redraw of a place where no card lies, nor from a deck that is used up', () => {
  const draw = makeDraw(deckOf(3), 'shared', 'seed', 3)
  for (const place of [3, 0.5, Number.NaN]) {
    expect(redrawCard(draw, redraw(place))).toMatchObject({ ok: false, error: { code: 'unknown' } })
  }
  expect(redrawCard(draw, redraw(0))).toMatchObject({ ok: false, error: { code: 'closed' } })
})

test('M23 whatever is drawn more and redrawn, no card comes twice, and anybody can check that nobody chose', () => {
  const presses = fc.array(
    fc.oneof(fc.record({ more: fc.integer({ min: 1, max: 3 }) }), fc.record({ place: fc.nat(5) })),
  )
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 20 }), fc.integer({ min: 1, max: 6 }), presses, (size, count, given) => {
      let draw = makeDraw(deckOf(size), 'shared', 'seed', count)
      for (const press of given) {
        const next = 'more' in press ? drawMore(draw, press.more) : redrawCard(draw, redraw(press.place))
        if (next.ok) draw = next.value
        expect(new Set(draw.turned).size).toBe(draw.turned.length)
        expect(draw.turned).toEqual([...drawOrder(size, 'seed', 'shared')].slice(0, draw.turned.length))
        expect(isFaithful(draw, deckOf(size))).toBe(true)
      }
    }),
    { numRuns: 100 },
  )
})

test('M23 a draw in which somebody chose a card, or that is of another deck, is found out', () => {
  const draw = orThrow(redrawCard(makeDraw(deckOf(60), 'shared', '2026-Q1-demo', 3), redraw(1)))
  expect(isFaithful(draw, deckOf(60))).toBe(true)
  for (const wrong of [
    { ...draw, cards: draw.cards.with(0, 5) },
    { ...draw, cards: draw.cards.with(0, 5), turned: draw.turned.with(0, 5) },
    { ...draw, cards: draw.cards.with(0, 0) },
    { ...draw, redraws: [] },
    { ...draw, seed: 'another' },
    { ...draw, scope: 'table:one' as const },
  ]) {
    expect(isFaithful(wrong, deckOf(60))).toBe(false)
  }
  expect(isFaithful(draw, deckOf(61))).toBe(false)
  expect(isFaithful(draw, { ...deckOf(60), version: 8 })).toBe(false)
  expect(isFaithful(draw, { ...deckOf(60), id: 'words' })).toBe(false)
})

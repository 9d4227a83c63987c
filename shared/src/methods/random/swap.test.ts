import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { asId } from '../../kernel/index.ts'
import type { Deck } from './decks/index.ts'
import { type Draw, makeDraw, redrawCard } from './draw.ts'
import { drawOrder } from './draw-order.ts'
import { scopeOfSeat } from './scope.ts'
import { SWAPS_MOST, type Swap, cardsFor, swapCard } from './swap.ts'

const leila = asId<'seat'>('leila00000000001')
const dmitry = asId<'seat'>('dmitry0000000001')
const DECK: Deck = { id: 'own', version: 1, keys: Array.from({ length: 30 }, (_, entry) => `card ${entry}`) }

const swapped = (draw: Draw, swaps: readonly Swap[], card: number, seat = leila): readonly Swap[] => {
  const result = swapCard(draw, swaps, seat, card)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

test('M24 one person swaps a card for the next of their own stream, and for all others nothing changes', () => {
  const draw = makeDraw(DECK, 'shared', 'seed', 3)
  const [first = 0, ...rest] = draw.cards
  const swaps = swapped(draw, [], first)
  const next = [...drawOrder(30, 'seed', scopeOfSeat(leila))].find((card) => !draw.cards.includes(card))
  expect(cardsFor(draw, swaps)).toEqual([next, ...rest])
  expect(cardsFor(draw, [])).toEqual(draw.cards)
})

test('M24 in a draw of one’s own a swap continues the same stream', () => {
  const draw = makeDraw(DECK, scopeOfSeat(leila), 'seed', 3)
  const order = [...drawOrder(30, 'seed', scopeOfSeat(leila))]
  const once = swapped(draw, [], draw.cards[1] ?? -1)
  expect(cardsFor(draw, once)).toEqual([order[0], order[3], order[2]])
  const twice = swapped(draw, once, order[3] ?? -1)
  expect(cardsFor(draw, twice)).toEqual([order[0], order[4], order[2]])
})

test('M24 two people who swap the same card draw independently of each other', () => {
  const draw = makeDraw(DECK, 'shared', 'seed', 1)
  const [card = 0] = draw.cards
  expect(swapped(draw, [], card, leila)).not.toEqual(swapped(draw, [], card, dmitry))
})

test('M24 a card that is redrawn for all comes to those too who had swapped it', () => {
  const draw = makeDraw(DECK, 'shared', 'seed', 2)
  const swaps = swapped(draw, [], draw.cards[0] ?? -1)
  const redrawn = redrawCard(draw, { place: 0, reason: 'hurtful', by: dmitry, at: 1 })
  expect(redrawn.ok && cardsFor(redrawn.value, swaps)).toEqual(redrawn.ok && redrawn.value.cards)
})

test('M24 only a card that the person has can be swapped, six times at most, while there are others', () => {
  let [draw, swaps]: [Draw, readonly Swap[]] = [makeDraw(DECK, 'shared', 'seed', 1), []]
  expect(swapCard(draw, [], leila, 99)).toMatchObject({ ok: false, error: { code: 'unknown' } })
  const first = draw.cards[0] ?? -1
  for (let time = 0; time < SWAPS_MOST; time++) swaps = swapped(draw, swaps, cardsFor(draw, swaps)[0] ?? -1)
  expect(swapCard(draw, swaps, leila, first)).toMatchObject({ ok: false, error: { code: 'unknown' } })
  expect(swapCard(draw, swaps, leila, cardsFor(draw, swaps)[0] ?? -1)).toMatchObject({
    ok: false,
    error: { code: 'too-many', details: { most: SWAPS_MOST } },
  })
  draw = makeDraw({ ...DECK, keys: ['one', 'other'] }, 'shared', 'seed', 2)
  expect(swapCard(draw, [], leila, 0)).toMatchObject({ ok: false, error: { code: 'closed' } })
})

test('M24 whatever is swapped and redrawn, a person has each card once and none that they put away', () => {
  const presses = fc.array(fc.record({ shared: fc.boolean(), place: fc.nat(3) }), { maxLength: 20 })
  fc.assert(
    fc.property(presses, fc.integer({ min: 4, max: 12 }), (given, size) => {
      let draw = makeDraw({ ...DECK, keys: DECK.keys.slice(0, size) }, 'shared', 'seed', 4)
      let swaps: readonly Swap[] = []
      for (const { shared, place } of given) {
        if (shared) {
          const next = redrawCard(draw, { place, reason: 'unclear', by: dmitry, at: 1 })
          if (next.ok) draw = next.value
        } else {
          const next = swapCard(draw, swaps, leila, cardsFor(draw, swaps)[place] ?? -1)
          if (next.ok) swaps = next.value
        }
        const cards = cardsFor(draw, swaps)
        expect(new Set(cards).size).toBe(cards.length)
        for (const { was } of swaps) expect(cards).not.toContain(was)
      }
    }),
    { numRuns: 200 },
  )
})

test('M24 whoever goes to another table takes along what they put away: it does not come back there', () => {
  const small = { ...DECK, keys: DECK.keys.slice(0, 7) }
  for (let run = 0; run < 30; run++) {
    const one = makeDraw(small, 'table:one', `seed-${run}`, 1)
    const other = makeDraw(small, 'table:other', `seed-${run}`, 2)
    let swaps = swapped(one, [], one.cards[0] ?? -1)
    for (;;) {
      const next = swapCard(other, swaps, leila, cardsFor(other, swaps)[0] ?? -1)
      if (!next.ok) break
      swaps = next.value
      for (const { was } of swaps) expect(cardsFor(other, swaps)).not.toContain(was)
    }
    expect(swaps.length).toBeGreaterThan(2)
  }
})

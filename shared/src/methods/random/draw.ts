import { type Refusal, type Result, type SeatId, fail, ok, refusal } from '../../kernel/index.ts'
import type { Deck } from './decks/index.ts'
import { drawNext, drawOrder } from './draw-order.ts'
import type { ScopeKey } from './scope.ts'

/** The most cards that can lie open in one draw. */
export const CARDS_MOST = 12

/**
 * Why a card was replaced for everybody. The first draw stands, since whoever looks for a convenient card finds no other
 * way of thinking; so there are few reasons, and no words of people among them.
 */
export const REDRAW_REASONS = ['unknown', 'unclear', 'hurtful'] as const
export type RedrawReason = (typeof REDRAW_REASONS)[number]

export interface Redraw {
  /** Which of the open cards, from 0. */
  readonly place: number
  readonly was: number
  readonly card: number
  readonly reason: RedrawReason
  readonly by: SeatId
  /** Server time. */
  readonly at: number
}

/** A draw for one scope, with all that it takes to check it. Cards are numbers of keys in the deck. */
export interface Draw {
  readonly scope: ScopeKey
  readonly deck: Deck['id']
  readonly version: number
  /** How many cards the deck has. */
  readonly size: number
  readonly seed: string
  /** How many were asked for. Where the deck is smaller, fewer lie open. */
  readonly asked: number
  /** What lies open, by place. */
  readonly cards: readonly number[]
  /** Every card that was ever turned over, in that order: none comes twice. */
  readonly turned: readonly number[]
  readonly redraws: readonly Redraw[]
}

const turnOver = ({ size, seed, scope, turned }: Omit<Draw, 'cards'>, count: number): readonly number[] =>
  drawNext(drawOrder(size, seed, scope), count, new Set(turned))

/** Turns over so many cards for a scope, as many as the deck has at most; `missing` says how many it lacks. */
export const makeDraw = (deck: Deck, scope: ScopeKey, seed: string, count: number): Draw => {
  const { id, version, keys } = deck
  const empty: Draw = {
    scope,
    deck: id,
    version,
    size: keys.length,
    seed,
    asked: 0,
    cards: [],
    turned: [],
    redraws: [],
  }
  const cards = turnOver(empty, Math.min(count, CARDS_MOST))
  return { ...empty, asked: count, cards, turned: cards }
}

/** The keys of the first cards that a seed draws for a scope, whoever asks: how a draw is repeated. */
export const repeatDraw = ({ keys }: Deck, scope: ScopeKey, seed: string, count: number): readonly string[] =>
  drawNext(drawOrder(keys.length, seed, scope), count, new Set()).flatMap((card) => keys[card] ?? [])

/** How many cards fewer lie open than were asked for. */
export const missing = ({ asked, cards }: Draw): number => asked - cards.length

/**
 * Turns over more cards beside those that lie open.
 *
 * Refuses with `too-many` where too many would lie open, `closed` where the deck has none left.
 */
export const drawMore = (draw: Draw, count: number): Result<Draw, Refusal> => {
  if (draw.cards.length + count > CARDS_MOST) return fail(refusal('too-many', { most: CARDS_MOST }))
  const more = turnOver(draw, count)
  if (more.length === 0) return fail(refusal('closed'))
  return ok({
    ...draw,
    asked: draw.asked + count,
    cards: [...draw.cards, ...more],
    turned: [...draw.turned, ...more],
  })
}

/**
 * Replaces one open card by the next of the same stream, for everybody who works with the draw, and keeps why.
 *
 * Refuses with `unknown` where no card lies at that place, `closed` where the deck has none left.
 */
export const redrawCard = (draw: Draw, redraw: Omit<Redraw, 'was' | 'card'>): Result<Draw, Refusal> => {
  const { place } = redraw
  const was = draw.cards[place]
  if (was === undefined) return fail(refusal('unknown'))
  const [card] = turnOver(draw, 1)
  if (card === undefined) return fail(refusal('closed'))
  return ok({
    ...draw,
    cards: draw.cards.with(place, card),
    turned: [...draw.turned, card],
    redraws: [...draw.redraws, { ...redraw, was, card }],
  })
}

/** Whether a draw is what its seed gives: nobody chose a card. `deck` is the one that it names. */
export const isFaithful = (draw: Draw, deck: Deck): boolean => {
  if (draw.deck !== deck.id || draw.version !== deck.version || draw.size !== deck.keys.length) return false
  const expected = drawNext(drawOrder(draw.size, draw.seed, draw.scope), draw.turned.length, new Set())
  if (expected.length !== draw.turned.length || expected.some((card, index) => card !== draw.turned[index]))
    return false
  const replaced = new Set(draw.redraws.map(({ was }) => was))
  const open = new Set(draw.cards)
  return (
    open.size === draw.cards.length &&
    draw.turned.every((card) => open.has(card) !== replaced.has(card)) &&
    open.size + replaced.size === draw.turned.length
  )
}

import { type Refusal, type Result, type SeatId, fail, ok, refusal } from '../../kernel/index.ts'
import type { Draw } from './draw.ts'
import { drawNext, drawOrder } from './draw-order.ts'
import { scopeOfSeat } from './scope.ts'

/** How often one person may swap in one step: enough for a painful card, too few to look for a convenient one. */
export const SWAPS_MOST = 6

/** A card that one person put away, and what they got for it. Known to nobody else. */
export interface Swap {
  readonly was: number
  readonly card: number
}

/**
 * The cards that one person works with: those of the draw, but for what they swapped. A card that came for everybody and
 * that they had got by a swap before is there once.
 */
export const cardsFor = (draw: Draw, swaps: readonly Swap[]): readonly number[] => {
  const instead = new Map(swaps.map(({ was, card }) => [was, card]))
  const follow = (card: number): number => {
    const next = instead.get(card)
    return next === undefined ? card : follow(next)
  }
  return [...new Set(draw.cards.map(follow))]
}

/**
 * Puts away one card for one person alone, who gets another from a stream of their own: none that they have seen. The draw
 * stays as it is for all others, and nothing tells them.
 *
 * Refuses with `unknown` for a card that they do not have, `too-many` after six, `closed` where the deck has none left.
 */
export const swapCard = (
  draw: Draw,
  swaps: readonly Swap[],
  seat: SeatId,
  card: number,
): Result<readonly Swap[], Refusal> => {
  if (!cardsFor(draw, swaps).includes(card)) return fail(refusal('unknown'))
  if (swaps.length >= SWAPS_MOST) return fail(refusal('too-many', { most: SWAPS_MOST }))
  const seen = new Set([...draw.turned, ...swaps.flatMap((swap) => [swap.was, swap.card])])
  const [next] = drawNext(drawOrder(draw.size, draw.seed, scopeOfSeat(seat)), 1, seen)
  return next === undefined ? fail(refusal('closed')) : ok([...swaps, { was: card, card: next }])
}

import { type Refusal, type Result, type SeatId, fail, ok, refusal } from '../../kernel/index.ts'
import type { Deck } from './decks/index.ts'
import { type Draw, makeDraw, missing } from './draw.ts'
import type { ScopeKey } from './scope.ts'
import { type Swap, cardsFor, swapCard } from './swap.ts'

/** All that was drawn in one step. Never leaves the server as it is, since it knows who swapped what; `handOf` does. */
export interface Drawings {
  readonly draws: Readonly<Partial<Record<ScopeKey, Draw>>>
  readonly swaps: Readonly<Record<SeatId, readonly Swap[]>>
}

/** Nothing is drawn yet. */
export const NO_DRAWINGS: Drawings = { draws: {}, swaps: {} }

/** What one person holds: keys of the deck, and by what anybody can repeat the draw. */
export interface Hand {
  readonly scope: ScopeKey
  readonly deck: Draw['deck']
  readonly version: number
  readonly seed: string
  readonly keys: readonly string[]
  /** How many cards fewer than were asked for the deck gave. */
  readonly missing: number
}

const findDraw = ({ draws }: Drawings, scope: ScopeKey): Draw | undefined =>
  Object.hasOwn(draws, scope) ? draws[scope] : undefined

const swapsOf = ({ swaps }: Drawings, seat: SeatId): readonly Swap[] =>
  (Object.hasOwn(swaps, seat) ? swaps[seat] : undefined) ?? []

/** Draws for a scope, unless that was done: the first draw stands. */
export const drawFor = (drawings: Drawings, scope: ScopeKey, deck: Deck, seed: string, count: number): Drawings =>
  findDraw(drawings, scope)
    ? drawings
    : { ...drawings, draws: { ...drawings.draws, [scope]: makeDraw(deck, scope, seed, count) } }

/** Draws more for a scope, or redraws a card, as `change` says. Refuses with `unknown` before anything is drawn. */
export const changeDraw = (
  drawings: Drawings,
  scope: ScopeKey,
  change: (draw: Draw) => Result<Draw, Refusal>,
): Result<Drawings, Refusal> => {
  const draw = findDraw(drawings, scope)
  const changed = draw ? change(draw) : fail(refusal('unknown'))
  return changed.ok ? ok({ ...drawings, draws: { ...drawings.draws, [scope]: changed.value } }) : changed
}

/**
 * Swaps the card that lies at a place of one person's hand, from 0, for that person alone. Refuses as `swapCard` does, and
 * with `unknown` for a place where nothing lies.
 */
export const swapFor = (
  drawings: Drawings,
  scope: ScopeKey,
  seat: SeatId,
  place: number,
): Result<Drawings, Refusal> => {
  const draw = findDraw(drawings, scope)
  const before = swapsOf(drawings, seat)
  const card = draw && cardsFor(draw, before)[place]
  if (!draw || card === undefined) return fail(refusal('unknown'))
  const swaps = swapCard(draw, before, seat, card)
  return swaps.ok ? ok({ ...drawings, swaps: { ...drawings.swaps, [seat]: swaps.value } }) : swaps
}

/**
 * What one person of a scope holds; undefined before anything is drawn. `deck` is the one that was drawn from. Nothing in
 * it tells of a swap, not even of one's own.
 */
export const handOf = (drawings: Drawings, scope: ScopeKey, seat: SeatId, deck: Deck): Hand | undefined => {
  const draw = findDraw(drawings, scope)
  if (!draw) return undefined
  const { version, seed } = draw
  const keys = cardsFor(draw, swapsOf(drawings, seat)).flatMap((card) => deck.keys[card] ?? [])
  return { scope, deck: draw.deck, version, seed, keys, missing: missing(draw) }
}

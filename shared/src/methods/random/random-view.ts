import type { LinkId, SeatId } from '../../kernel/index.ts'
import type { Viewer } from '../workings.ts'
import { CARDS_MOST, type RedrawReason, missing } from './draw.ts'
import type { DeckId } from './decks/index.ts'
import type { ScopeKey } from './scope.ts'
import type { DrawScope } from './settings.ts'
import {
  type RandomState,
  type Stimulus,
  deckOfState,
  drawOf,
  handOfSeat,
  listStimuli,
  scopeFor,
  swapsOf,
} from './state.ts'
import { SWAPS_MOST } from './swap.ts'

/** What everybody may know of a draw: enough to repeat it. */
export interface RandomView {
  readonly scope: DrawScope
  readonly deck: {
    readonly id: DeckId | 'own'
    readonly version: number
    readonly size: number
    /** Of a deck that people brought: the language of its cards. */
    readonly lang?: string
  }
  readonly isDrawn: boolean
  /** By what anybody can repeat the draw, once it is made. */
  readonly seed?: string
  /** What lies open for all, by place; nothing where each draws alone. */
  readonly cards: readonly Stimulus[]
  /** Everything that came onto the board, so that each reader finds the card in their own language. */
  readonly stimuli: readonly Stimulus[]
  /** How many cards fewer lie open than were asked for, since the deck has no more. */
  readonly missing: number
  /** How many more can be drawn. */
  readonly more: number
  /** How often a card was replaced for all. */
  readonly redrawn: number
  /** Which, for whoever leads. */
  readonly redraws?: readonly {
    readonly was: string
    readonly now: string
    readonly reason: RedrawReason
    readonly at: number
  }[]
}

/** What one person may know besides. */
export interface OwnRandom {
  /** The cards they hold, by place. */
  readonly hand: readonly Stimulus[]
  readonly swapsLeft: number
  /** The scope under which the draw can be repeated. */
  readonly scope: ScopeKey
  /** Connections that they made. */
  readonly connections: readonly LinkId[]
}

/** What everybody is shown; for those who lead with what was redrawn. Nothing in it tells of a swap. */
export const viewRandom = (state: RandomState, _settings: unknown, { leads }: Viewer): RandomView => {
  const { id, version, keys } = deckOfState(state)
  const { deck, scope, isDrawn, seed, stimuli, count } = state
  const shared = state.drawings.draws.shared
  const most = Math.min(CARDS_MOST, keys.length)
  return {
    scope,
    deck: { id, version, size: keys.length, ...(typeof deck !== 'string' && { lang: deck.lang }) },
    isDrawn,
    ...(isDrawn && { seed }),
    cards: shared ? listStimuli(state, shared.cards) : [],
    stimuli,
    missing: shared ? missing(shared) : Math.max(0, count - keys.length),
    more: shared
      ? Math.min(CARDS_MOST - shared.cards.length, keys.length - shared.turned.length)
      : Math.max(0, most - count),
    redrawn: shared?.redraws.length ?? 0,
    ...(leads && {
      redraws: (shared?.redraws ?? []).map(({ was, card, reason, at }) => ({
        was: keys[was] ?? '',
        now: keys[card] ?? '',
        reason,
        at,
      })),
    }),
  }
}

/** What one person is told: their cards, and what is theirs to take back. */
export const showOwn = (state: RandomState, _settings: unknown, seat: SeatId): OwnRandom | undefined => {
  if (!drawOf(state, seat)) return undefined
  return {
    hand: handOfSeat(state, seat),
    swapsLeft: SWAPS_MOST - swapsOf(state, seat).length,
    scope: scopeFor(state, seat),
    connections: state.connections.flatMap(({ link, by }) => (by === seat ? [link] : [])),
  }
}

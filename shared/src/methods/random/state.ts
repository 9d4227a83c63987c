import { type ItemId, type LinkId, type SeatId, asId, omit } from '../../kernel/index.ts'
import { type Deck, type DeckId, type OwnDeck, deckOf } from './decks/index.ts'
import { type Draw, makeDraw } from './draw.ts'
import { type Drawings, NO_DRAWINGS } from './drawings.ts'
import { hashText } from './hash-text.ts'
import { type ScopeKey, scopeOfSeat } from './scope.ts'
import type { DrawScope, RandomSettings } from './settings.ts'
import { type Swap, cardsFor } from './swap.ts'

/** A card that became an item of the board, or will where somebody builds on it. */
export interface Stimulus {
  readonly item: ItemId
  /** The key of the card in the deck. */
  readonly key: string
}

/** What is kept of one step of random associations besides its items. Never leaves the server as it is. */
export interface RandomState {
  /**
   * From it follow the names under which people draw alone, and the ids of cards. With a seed and a seat that everybody
   * knows anybody else could work out whose a card is, and with it whose an association.
   */
  readonly secret: string
  readonly seed: string
  readonly scope: DrawScope
  readonly deck: DeckId | OwnDeck
  /** How many cards each draw has, those that were drawn later among them. */
  readonly count: number
  readonly isDrawn: boolean
  /** What was drawn for all; what each person draws alone follows from the seed. Swaps stand under people's own names. */
  readonly drawings: Drawings
  /** Names of people who are not who they were: of the seats that became one the first counts. */
  readonly names: Readonly<Record<SeatId, string>>
  /** What was put onto the board, in that order. */
  readonly stimuli: readonly Stimulus[]
  readonly connections: readonly { readonly link: LinkId; readonly by: SeatId }[]
}

/** Before anything is drawn. */
export const beginRandom = ({ scope, deck, count }: RandomSettings, seed: string, secret: string): RandomState => ({
  secret,
  seed,
  scope,
  deck,
  count,
  isDrawn: false,
  drawings: NO_DRAWINGS,
  names: {},
  stimuli: [],
  connections: [],
})

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** An id that follows from a text, as unpredictable as the text: 96 bits of its SHA-256. */
const idFrom = (text: string): string =>
  [...hashText(text).subarray(0, 16)].map((byte) => ALPHABET.charAt(byte % 64)).join('')

/** The item that a card is, or would be: the same for everybody who holds it. */
export const itemOfCard = ({ secret }: RandomState, key: string): ItemId => asId(idFrom(`card\n${secret}\n${key}`))

/** Under which name somebody draws alone. Whoever does not know the secret learns nothing from it of the seat. */
export const nameOf = ({ secret, names }: RandomState, seat: SeatId): SeatId =>
  asId((Object.hasOwn(names, seat) ? names[seat] : undefined) ?? idFrom(`person\n${secret}\n${seat}`))

export const deckOfState = ({ deck }: RandomState): Deck => deckOf(deck)

/** Whose draw somebody works with. Until there are tables all share one. */
export const scopeFor = (state: RandomState, seat: SeatId): ScopeKey =>
  state.scope === 'person' ? scopeOfSeat(nameOf(state, seat)) : 'shared'

/** The draw that somebody works with; undefined before anything is drawn. What each draws alone is the same whenever it is asked for. */
export const drawOf = (state: RandomState, seat: SeatId): Draw | undefined => {
  if (!state.isDrawn) return undefined
  return state.scope === 'person'
    ? makeDraw(deckOfState(state), scopeFor(state, seat), state.seed, state.count)
    : state.drawings.draws.shared
}

/** What somebody swapped, in order. */
export const swapsOf = (state: RandomState, seat: SeatId): readonly Swap[] => {
  const { swaps } = state.drawings
  const name = nameOf(state, seat)
  return (Object.hasOwn(swaps, name) ? swaps[name] : undefined) ?? []
}

/** Cards of the deck by their numbers, with the items that they are. */
export const listStimuli = (state: RandomState, cards: readonly number[]): readonly Stimulus[] => {
  const { keys } = deckOfState(state)
  return cards.flatMap((card) => {
    const key = keys[card]
    return key === undefined ? [] : [{ key, item: itemOfCard(state, key) }]
  })
}

/** The cards that somebody holds, in the order in which they lie. */
export const handOfSeat = (state: RandomState, seat: SeatId): readonly Stimulus[] => {
  const draw = drawOf(state, seat)
  return draw ? listStimuli(state, cardsFor(draw, swapsOf(state, seat))) : []
}

/**
 * The state once a seat is part of another, or goes on under another id: what it swapped, connected and redrew goes along.
 * Where both did something with their cards, the cards of the one that stays count.
 */
export const replaceSeat = (state: RandomState, seat: SeatId, into: SeatId): RandomState => {
  const names = omit(state.names as Readonly<Record<string, string>>, seat)
  const keepsOwn = Object.hasOwn(names, into) || swapsOf(state, into).length > 0
  const takeOver = (by: SeatId): SeatId => (by === seat ? into : by)
  const { shared } = state.drawings.draws
  const redraws = shared?.redraws.map((redraw) => ({ ...redraw, by: takeOver(redraw.by) })) ?? []
  return {
    ...state,
    names: keepsOwn || swapsOf(state, seat).length === 0 ? names : { ...names, [into]: nameOf(state, seat) },
    ...(shared && { drawings: { ...state.drawings, draws: { shared: { ...shared, redraws } } } }),
    connections: state.connections.map(({ link, by }) => ({ link, by: takeOver(by) })),
  }
}

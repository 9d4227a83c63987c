import type { DeckId } from './deck-ids.ts'
import { type OwnDeck, versionOf } from './own-deck.ts'
import { PICTURE_KEYS } from './picture-keys.ts'
import { WORD_KEYS } from './word-keys.ts'

export { DECK_IDS, type DeckId } from './deck-ids.ts'
export { DECK_LEAST, OwnDeck } from './own-deck.ts'
export { type ParsedDeck, type SkippedCard, parseDeck } from './parse-deck.ts'
export type { PictureKey, PictureText } from './picture-keys.ts'
export type { WordKey } from './word-keys.ts'

/**
 * What can be drawn from: keys in an order that counts. What they say in a language stands in a folder of that language,
 * so that a device loads its own only; in a deck that people brought the keys are the cards themselves.
 */
export interface Deck {
  readonly id: DeckId | 'own'
  /** Another one with any change of the keys or of their order, since a draw means other cards then. */
  readonly version: number
  readonly keys: readonly string[]
}

const DECKS: Readonly<Record<DeckId, Deck>> = {
  words: { id: 'words', version: 1, keys: WORD_KEYS },
  pictures: { id: 'pictures', version: 1, keys: PICTURE_KEYS },
}

/** The deck that a step's settings name, or hold. */
export const deckOf = (deck: DeckId | OwnDeck): Deck =>
  typeof deck === 'string' ? DECKS[deck] : { id: 'own', version: versionOf(deck), keys: deck.cards }

/** The decks that come with the product. */
export const DECK_IDS = ['words', 'pictures'] as const
export type DeckId = (typeof DECK_IDS)[number]

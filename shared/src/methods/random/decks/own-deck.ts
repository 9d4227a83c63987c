import * as v from 'valibot'
import { Lang } from '../../../board/index.ts'
import { LIMITS, cleanLine, seededNumber } from '../../../kernel/index.ts'

/** With fewer cards there is nothing to connect. */
export const DECK_LEAST = 2

/**
 * By what two cards are the same: case, width, marks that join or part letters, and the Arabic forms of letters that
 * Persian writes otherwise make no difference.
 */
export const likenessOf = (card: string): string =>
  card
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\u200C\u200D]/g, '')
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک')

const areUnlike = (cards: readonly string[]): boolean => new Set(cards.map(likenessOf)).size === cards.length

const Card = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(LIMITS.deckCardCharacters),
  v.check((card) => cleanLine(card) === card),
)

/** A deck that a group brings along, as it stands in the settings of a step. */
export const OwnDeck = v.strictObject({
  /** The language of its cards. */
  lang: Lang,
  cards: v.pipe(
    v.array(Card),
    v.minLength(DECK_LEAST),
    v.maxLength(LIMITS.deckCards),
    v.check((cards) => areUnlike(cards)),
    v.readonly(),
  ),
})
export type OwnDeck = Readonly<v.InferOutput<typeof OwnDeck>>

/** A version that follows from the cards and their order: other cards, another version. */
export const versionOf = ({ cards }: OwnDeck): number => Math.floor(seededNumber(1, cards.join('\n')) * 2 ** 32)

import { LIMITS, type Refusal, type Result, cleanLine, fail, ok, refusal } from '../../../kernel/index.ts'
import { DECK_LEAST, likenessOf } from './own-deck.ts'

/** A card that did not come into the deck, by its place among those that were pasted, from 1, and why. */
export interface SkippedCard {
  readonly place: number
  readonly reason: 'too-long' | 'repeated' | 'too-many'
}

export interface ParsedDeck {
  readonly cards: readonly string[]
  readonly skipped: readonly SkippedCard[]
}

const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029]/
// Comma, semicolon, their Arabic and full-width forms, and tab.
const SEPARATOR = /[,;،؛，；\t]/
// A bullet, or a number in any script with a full stop or a bracket, and space after it.
const LIST_MARK = /^(?:[-*•–—·]|\p{Nd}{1,3}[.)])\s+/u
const QUOTED = /^"(.*)"$|^«(.*)»$|^“(.*)”$/

/** What is meant by one pasted piece: no mark of a list, no quotes around it, one line. */
const readCard = (piece: string): string => {
  const bare = cleanLine(piece).replace(LIST_MARK, '')
  const [, ...inner] = QUOTED.exec(bare) ?? []
  return cleanLine(inner.find((text) => text !== undefined)?.replaceAll('""', '"') ?? bare)
}

/**
 * The cards in a text that somebody pasted, or in the content of a file: one in each line, or where there is one line
 * only, one between commas or semicolons. Marks of a list and quotes fall away, and so does what is empty. Any other piece
 * that does not come into the deck is named with its place.
 *
 * Refuses with `too-large` for more text than a deck can be, and `bad-input` for fewer cards than a deck needs, with
 * `details.cards` those that there are and `details.least`.
 */
export const parseDeck = (text: string): Result<ParsedDeck, Refusal> => {
  if (text.length > LIMITS.deckCharacters) return fail(refusal('too-large', { most: LIMITS.deckCharacters }))
  const lines = text.split(LINE_END).filter((line) => readCard(line) !== '')
  const [only = ''] = lines
  const read = (lines.length > 1 ? lines : only.split(SEPARATOR)).map(readCard).filter((card) => card !== '')
  const seen = new Set<string>()
  const cards: string[] = []
  const skipped: SkippedCard[] = []
  for (const [index, card] of read.entries()) {
    const reason = whySkipped(card, seen, cards.length)
    if (reason) skipped.push({ place: index + 1, reason })
    else cards.push(card)
    seen.add(likenessOf(card))
  }
  if (cards.length < DECK_LEAST) return fail(refusal('bad-input', { cards: cards.length, least: DECK_LEAST }))
  return ok({ cards, skipped })
}

const whySkipped = (card: string, seen: ReadonlySet<string>, count: number): SkippedCard['reason'] | undefined => {
  if (card.length > LIMITS.deckCardCharacters) return 'too-long'
  if (seen.has(likenessOf(card))) return 'repeated'
  return count < LIMITS.deckCards ? undefined : 'too-many'
}

import { PICTURES as EN_PICTURES, WORDS as EN_WORDS } from './en/index.ts'
import { PICTURES as FA_PICTURES, WORDS as FA_WORDS } from './fa/index.ts'
import type { PictureKey } from './picture-keys.ts'
import { PICTURES as RU_PICTURES, WORDS as RU_WORDS } from './ru/index.ts'
import type { WordKey } from './word-keys.ts'

const DECKS = {
  en: { words: EN_WORDS, pictures: EN_PICTURES },
  ru: { words: RU_WORDS, pictures: RU_PICTURES },
  fa: { words: FA_WORDS, pictures: FA_PICTURES },
} as const

const find = <Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined

/**
 * What a card of a deck of ours is called in a language; the card as `deck.key`. All languages are in it, so it is for the
 * server: a device loads its own alone.
 */
export const cardName = (card: string, language: keyof typeof DECKS): string | undefined => {
  const dot = card.indexOf('.')
  const key = card.slice(dot + 1)
  switch (card.slice(0, dot)) {
    case 'words':
      return find<string>(DECKS[language].words satisfies Readonly<Record<WordKey, string>>, key)
    case 'pictures':
      return find(DECKS[language].pictures satisfies Readonly<Record<PictureKey, { readonly name: string }>>, key)?.name
    default:
      return undefined
  }
}

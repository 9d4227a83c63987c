import type { Language } from '@roundel/shared/session'
import { use } from 'react'
import type { RandomView } from '@roundel/shared/methods/random'
import { useLanguage } from '../../i18n/text.ts'

const LOADERS = {
  en: () => import('@roundel/shared/methods/random/decks/en'),
  ru: () => import('@roundel/shared/methods/random/decks/ru'),
  fa: () => import('@roundel/shared/methods/random/decks/fa'),
} as const satisfies Readonly<Record<Language, () => Promise<unknown>>>

type DeckTexts = Awaited<ReturnType<(typeof LOADERS)[Language]>>

const loads = new Map<Language, Promise<DeckTexts>>()

/** Loads what the cards say in one language, once. A load that failed is tried again at the next ask. */
const loadDeckTexts = (language: Language): Promise<DeckTexts> => {
  const known = loads.get(language)
  if (known) return known
  const loading: Promise<DeckTexts> = LOADERS[language]()
  loads.set(language, loading)
  loading.catch(() => loads.delete(language))
  return loading
}

/** A card as a reader sees it. */
export interface CardText {
  readonly name: string
  readonly lang: string
  /** What can be seen on it, where it is a picture. */
  readonly alt?: string
}

/** What a card says to the reader, in their own language where the deck is one of ours. Suspends while that loads. */
export const useCardText = (): ((deck: RandomView['deck'], key: string) => CardText) => {
  const language = useLanguage()
  const { WORDS, PICTURES } = use(loadDeckTexts(language))
  return (deck, key) => {
    if (deck.id === 'own') return { name: key, lang: deck.lang ?? 'und' }
    const words: Readonly<Record<string, string>> = WORDS
    const pictures: Readonly<Record<string, { readonly name: string; readonly alt: string }>> = PICTURES
    if (deck.id === 'words') return { name: words[key] ?? key, lang: language }
    return { name: pictures[key]?.name ?? key, lang: language, ...(pictures[key] && { alt: pictures[key].alt }) }
  }
}

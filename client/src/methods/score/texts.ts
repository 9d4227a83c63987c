import type { Catalogue, CatalogueLoader } from '../../i18n/catalogue.ts'

type File = Promise<{ readonly default: unknown }>

/** What is said of a vote, and of what it came to. */
const load = async (own: File, scoring: File) => ({
  catalogue: { ...((await scoring).default as Catalogue), ...((await own).default as Catalogue) },
})

export const SCORE_TEXTS: CatalogueLoader = {
  en: () => load(import('./messages/en.json'), import('../../scoring/messages/en.json')),
  ru: () => load(import('./messages/ru.json'), import('../../scoring/messages/ru.json')),
  fa: () => load(import('./messages/fa.json'), import('../../scoring/messages/fa.json')),
}

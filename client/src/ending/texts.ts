import type { Catalogue, CatalogueLoader } from '../i18n/catalogue.ts'

type File = Promise<{ readonly default: unknown }>

/** What is said after the end, of decisions and actions among it. */
const load = async (own: File, decide: File) => ({
  catalogue: { ...((await decide).default as Catalogue), ...((await own).default as Catalogue) },
})

export const ENDING_TEXTS: CatalogueLoader = {
  en: () => load(import('./messages/en.json'), import('../methods/decide/messages/en.json')),
  ru: () => load(import('./messages/ru.json'), import('../methods/decide/messages/ru.json')),
  fa: () => load(import('./messages/fa.json'), import('../methods/decide/messages/fa.json')),
}

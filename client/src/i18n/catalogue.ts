import type { Language } from '@roundel/shared/session'
import type { MessageFormatElement } from 'react-intl'

/** Texts by key, compiled. */
export type Catalogue = Readonly<Record<string, MessageFormatElement[]>>

/** One catalogue out of those of several features. */
export const mergeCatalogues = (catalogues: Readonly<Record<string, Catalogue>>): Catalogue =>
  Object.assign({}, ...Object.values(catalogues)) as Catalogue

/** How to load one group of features' texts in each language: one chunk per language. */
export type CatalogueLoader = Readonly<Record<Language, () => Promise<{ readonly catalogue: Catalogue }>>>

/** What everybody needs, from the first screen to the last. */
export const EVERYONE: CatalogueLoader = {
  en: () => import('./languages/en.ts'),
  ru: () => import('./languages/ru.ts'),
  fa: () => import('./languages/fa.ts'),
}

/** What only those need who set up and lead. */
export const LEADING: CatalogueLoader = {
  en: () => import('./languages/leading-en.ts'),
  ru: () => import('./languages/leading-ru.ts'),
  fa: () => import('./languages/leading-fa.ts'),
}

/** What is said in the panel of people and about one's own seat, beyond what the screen needs. */
export const PEOPLE: CatalogueLoader = {
  en: () => import('./languages/people-en.ts'),
  ru: () => import('./languages/people-ru.ts'),
  fa: () => import('./languages/people-fa.ts'),
}

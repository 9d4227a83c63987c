import type { Language } from '@roundel/shared/session'
import type { Message } from './format.ts'

/** Texts by key, compiled. */
export type Catalogue = Readonly<Record<string, Message>>

/** One catalogue out of those of several features. */
export const mergeCatalogues = (catalogues: Readonly<Record<string, Catalogue>>): Catalogue =>
  Object.assign({}, ...Object.values(catalogues)) as Catalogue

/** How to load one group of texts in each language: one chunk per language. */
export type CatalogueLoader = Readonly<Record<Language, () => Promise<{ readonly catalogue: Catalogue }>>>

/** What is said from opening a link until the first idea is saved: found by the build, from where texts are used. */
export const EVERYONE: CatalogueLoader = {
  en: () => import('./languages/en.ts'),
  ru: () => import('./languages/ru.ts'),
  fa: () => import('./languages/fa.ts'),
}

/** What is said later than that, in parts of the page that are loaded on their own. */
export const LATER: CatalogueLoader = {
  en: () => import('./languages/later-en.ts'),
  ru: () => import('./languages/later-ru.ts'),
  fa: () => import('./languages/later-fa.ts'),
}

/** What only those need who set up and lead. */
export const LEADING: CatalogueLoader = {
  en: () => import('./languages/leading-en.ts'),
  ru: () => import('./languages/leading-ru.ts'),
  fa: () => import('./languages/leading-fa.ts'),
}

/** What only those need who put notes in order. */
export const WALL: CatalogueLoader = {
  en: () => import('./languages/wall-en.ts'),
  ru: () => import('./languages/wall-ru.ts'),
  fa: () => import('./languages/wall-fa.ts'),
}

/** What only those need who cannot just go on. */
export const DETOURS: CatalogueLoader = {
  en: () => import('./languages/detours-en.ts'),
  ru: () => import('./languages/detours-ru.ts'),
  fa: () => import('./languages/detours-fa.ts'),
}

/** What is said of a room in which there is too much for one person: shares to read, turns to place, who makes groups. */
export const CROWD: CatalogueLoader = {
  en: () => import('./languages/crowd-en.ts'),
  ru: () => import('./languages/crowd-ru.ts'),
  fa: () => import('./languages/crowd-fa.ts'),
}

/** What is said of teams over the quarters: their page, what is brought along, where things come from. */
export const WORKSPACE: CatalogueLoader = {
  en: () => import('./languages/workspace-en.ts'),
  ru: () => import('./languages/workspace-ru.ts'),
  fa: () => import('./languages/workspace-fa.ts'),
}

import type { CatalogueLoader } from '../i18n/catalogue.ts'

/** What the list of all actions and the map of the keys say. */
export const KEYS: CatalogueLoader = {
  en: () => import('../i18n/languages/keys-en.ts'),
  ru: () => import('../i18n/languages/keys-ru.ts'),
  fa: () => import('../i18n/languages/keys-fa.ts'),
}

import type { CatalogueLoader } from '../i18n/catalogue.ts'

/** What is said on a wall. */
export const PROJECTOR: CatalogueLoader = {
  en: () => import('../i18n/languages/projector-en.ts'),
  ru: () => import('../i18n/languages/projector-ru.ts'),
  fa: () => import('../i18n/languages/projector-fa.ts'),
}

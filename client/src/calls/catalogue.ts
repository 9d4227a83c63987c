import type { CatalogueLoader } from '../i18n/catalogue.ts'

/** What is called out to everybody, and what people signal. */
export const CALLS: CatalogueLoader = {
  en: () => import('../i18n/languages/calls-en.ts'),
  ru: () => import('../i18n/languages/calls-ru.ts'),
  fa: () => import('../i18n/languages/calls-fa.ts'),
}

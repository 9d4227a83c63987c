import type { Catalogue, CatalogueLoader } from '../../i18n/catalogue.ts'

const load = async (file: Promise<{ readonly default: unknown }>) => ({ catalogue: (await file).default as Catalogue })

/** What is said of a decision and of what comes of it. */
export const DECIDE_TEXTS: CatalogueLoader = {
  en: () => load(import('./messages/en.json')),
  ru: () => load(import('./messages/ru.json')),
  fa: () => load(import('./messages/fa.json')),
}

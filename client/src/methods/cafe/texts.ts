import type { Catalogue, CatalogueLoader } from '../../i18n/catalogue.ts'

const load = async (file: Promise<{ readonly default: unknown }>) => ({ catalogue: (await file).default as Catalogue })

/** What a café says, for whoever meets it. */
export const CAFE: CatalogueLoader = {
  en: () => load(import('./messages/en.json')),
  ru: () => load(import('./messages/ru.json')),
  fa: () => load(import('./messages/fa.json')),
}

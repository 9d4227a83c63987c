import type { Language } from '@roundel/shared/session'
import type { Catalogue, CatalogueLoader } from './catalogue.ts'

const loads = new Map<CatalogueLoader, Map<Language, Promise<Catalogue>>>()

/** Tells React's `use` that a promise is settled, so that whoever asks later need not wait, not even for a moment. */
const noteWhenThere = <Value>(promise: Promise<Value>): Promise<Value> => {
  promise.then(
    (value) => Object.assign(promise, { status: 'fulfilled', value }),
    () => undefined,
  )
  return promise
}

/** Loads one language of one group of texts, once. A load that failed is tried again at the next ask. */
export const loadCatalogue = (loader: CatalogueLoader, language: Language): Promise<Catalogue> => {
  const languages = loads.get(loader) ?? new Map<Language, Promise<Catalogue>>()
  loads.set(loader, languages)
  const known = languages.get(language)
  if (known) return known
  const loading = loader[language]().then(
    ({ catalogue }) => catalogue,
    (fault: unknown) => {
      languages.delete(language)
      throw fault
    },
  )
  languages.set(language, loading)
  return noteWhenThere(loading)
}

/** The groups of texts that the page uses so far. A change of language needs all of them. */
export const usedLoaders = (): readonly CatalogueLoader[] => [...loads.keys()]

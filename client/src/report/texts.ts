import type { Catalogue, CatalogueLoader } from '../i18n/catalogue.ts'

type File = Promise<{ readonly default: unknown }>

/** What is said of a report, and of the votes in it. */
const load = async (...files: readonly File[]) => ({
  catalogue: Object.assign({}, ...(await Promise.all(files)).map((file) => file.default)) as Catalogue,
})

export const REPORT_TEXTS: CatalogueLoader = {
  en: () =>
    load(
      import('./messages/en.json'),
      import('../ways/messages/en.json'),
      import('../scoring/messages/en.json'),
      import('../methods/score/messages/en.json'),
    ),
  ru: () =>
    load(
      import('./messages/ru.json'),
      import('../ways/messages/ru.json'),
      import('../scoring/messages/ru.json'),
      import('../methods/score/messages/ru.json'),
    ),
  fa: () =>
    load(
      import('./messages/fa.json'),
      import('../ways/messages/fa.json'),
      import('../scoring/messages/fa.json'),
      import('../methods/score/messages/fa.json'),
    ),
}

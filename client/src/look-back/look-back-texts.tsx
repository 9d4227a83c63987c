import type { Language } from '@roundel/shared/session'
import type { ReactNode } from 'react'
import type { Catalogue, CatalogueLoader } from '../i18n/catalogue.ts'
import { MoreTexts } from '../i18n/texts.tsx'

/** Every language at once: they come with the screen, which is fetched ahead, so that it opens without a connection. */
const FILES = import.meta.glob<Catalogue>('./messages/*.json', { eager: true, import: 'default' })

const loadFrom = (language: Language) => async () => ({ catalogue: FILES[`./messages/${language}.json`] ?? {} })

const LOOKING_BACK: CatalogueLoader = { en: loadFrom('en'), ru: loadFrom('ru'), fa: loadFrom('fa') }

/** Gives what is inside the texts of looking back. */
export const WithLookBackTexts = ({ children }: { readonly children: ReactNode }) => (
  <MoreTexts from={LOOKING_BACK}>{children}</MoreTexts>
)

import type { Language } from '@roundel/shared/session'
import type { ReactNode } from 'react'
import type { Catalogue, CatalogueLoader } from '../i18n/catalogue.ts'
import { MoreTexts } from '../i18n/texts.tsx'

/** Every language at once: they come with the screens, so that a step begins also where the connection has just gone. */
const FILES = import.meta.glob<Catalogue>('./messages/*.json', { eager: true, import: 'default' })

const loadFrom = (language: Language) => async () => ({ catalogue: FILES[`./messages/${language}.json`] ?? {} })

const STEPS: CatalogueLoader = { en: loadFrom('en'), ru: loadFrom('ru'), fa: loadFrom('fa') }

/** Gives what is inside the texts of the steps in which nothing is written. */
export const WithStepTexts = ({ children }: { readonly children: ReactNode }) => (
  <MoreTexts from={STEPS}>{children}</MoreTexts>
)

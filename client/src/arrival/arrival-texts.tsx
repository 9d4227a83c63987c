import type { Language } from '@roundel/shared/session'
import type { ReactNode } from 'react'
import type { Catalogue, CatalogueLoader } from '../i18n/catalogue.ts'
import { MoreTexts } from '../i18n/texts.tsx'

/** Every language at once: they come with what says them. */
const FILES = import.meta.glob<Catalogue>('./messages/*.json', { eager: true, import: 'default' })

const loadFrom = (language: Language) => async () => ({ catalogue: FILES[`./messages/${language}.json`] ?? {} })

const ARRIVING: CatalogueLoader = { en: loadFrom('en'), ru: loadFrom('ru'), fa: loadFrom('fa') }

/** Gives what is inside the texts for those who come before or after the start. */
export const WithArrivalTexts = ({ children }: { readonly children: ReactNode }) => (
  <MoreTexts from={ARRIVING}>{children}</MoreTexts>
)

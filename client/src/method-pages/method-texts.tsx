import type { ReactNode } from 'react'
import type { CatalogueLoader } from '../i18n/catalogue.ts'
import type { Catalogue } from '../i18n/catalogue.ts'
import { MoreTexts } from '../i18n/texts.tsx'

const load = async (file: Promise<{ readonly default: unknown }>) => ({ catalogue: (await file).default as Catalogue })

const METHODS: CatalogueLoader = {
  en: () => load(import('./messages/en.json')),
  ru: () => load(import('./messages/ru.json')),
  fa: () => load(import('./messages/fa.json')),
}

/** Gives what is inside the texts about methods, which nobody needs who does not ask. */
export const WithMethodTexts = ({ children }: { readonly children: ReactNode }) => (
  <MoreTexts from={METHODS}>{children}</MoreTexts>
)

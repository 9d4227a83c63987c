import type { MethodId } from '@roundel/shared/methods'
import type { ReactNode } from 'react'
import type { CatalogueLoader } from '../i18n/catalogue.ts'
import type { Catalogue } from '../i18n/catalogue.ts'
import { MoreTexts } from '../i18n/texts.tsx'
import { METHOD_VIEWS } from '../methods/index.ts'

const load = async (file: Promise<{ readonly default: unknown }>) => ({ catalogue: (await file).default as Catalogue })

const METHODS: CatalogueLoader = {
  en: () => load(import('./messages/en.json')),
  ru: () => load(import('./messages/ru.json')),
  fa: () => load(import('./messages/fa.json')),
}

/** Gives what is inside the texts about a method, and those of its own, which nobody needs who does not ask. */
export const WithMethodTexts = ({ id, children }: { readonly id: MethodId; readonly children: ReactNode }) => {
  const { texts } = METHOD_VIEWS[id]
  return <MoreTexts from={METHODS}>{texts ? <MoreTexts from={texts}>{children}</MoreTexts> : children}</MoreTexts>
}

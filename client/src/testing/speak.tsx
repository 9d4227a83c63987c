import type { Language } from '@roundel/shared/session'
import { type RenderResult, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { type Catalogue, mergeCatalogues } from '../i18n/catalogue.ts'
import { SpeechProvider } from '../i18n/speech.ts'
import { Announcer } from '../ui/announcer.tsx'

const FILES = import.meta.glob<Catalogue>('../**/messages/*.json', { eager: true, import: 'default' })

const catalogueOf = (language: Language): Catalogue =>
  mergeCatalogues(Object.fromEntries(Object.entries(FILES).filter(([path]) => path.endsWith(`/${language}.json`))))

/** Draws something with all its texts in a language. */
export const renderSpeaking = (children: ReactNode, language: Language = 'en'): RenderResult =>
  render(children, {
    wrapper: ({ children: inside }) => (
      <SpeechProvider value={{ language, catalogue: catalogueOf(language) }}>
        <Announcer>{inside}</Announcer>
      </SpeechProvider>
    ),
  })

import type { Language } from '@roundel/shared/session'
import { type ReactNode, use, useEffect, useMemo, useState } from 'react'
import { IntlProvider, useIntl } from 'react-intl'
import { type Catalogue, type CatalogueLoader, EVERYONE } from './catalogue.ts'
import { directionOf } from './language.ts'

const loaded = new Map<CatalogueLoader, Map<string, Promise<Catalogue>>>()
/** What has come, so that whoever needs it has it at once. */
const arrived = new WeakMap<Promise<Catalogue>, Catalogue>()

/** Loads one language of one group of features, once. A load that failed is tried again at the next ask. */
export const loadCatalogue = (loader: CatalogueLoader, language: Language): Promise<Catalogue> => {
  const languages = loaded.get(loader) ?? new Map<string, Promise<Catalogue>>()
  loaded.set(loader, languages)
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
  loading.then(
    (catalogue) => arrived.set(loading, catalogue),
    () => undefined,
  )
  return loading
}

interface Speech {
  readonly language: Language
  readonly catalogue: Catalogue
}

/** Gives everything inside its texts, and tells the page its language and direction. */
export const Texts = ({
  language,
  first,
  children,
}: {
  readonly language: Language
  /** What has been loaded before anything is drawn. */
  readonly first: Speech
  readonly children: ReactNode
}) => {
  const [speech, setSpeech] = useState(first)
  useEffect(() => {
    let wanted = true
    // Until the new language is there the old one stays: a page that changes is better than one that goes blank.
    loadCatalogue(EVERYONE, language).then(
      (catalogue) => wanted && setSpeech({ language, catalogue }),
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [language])
  useEffect(() => {
    document.documentElement.lang = speech.language
    document.documentElement.dir = directionOf(speech.language)
  }, [speech.language])
  return (
    <IntlProvider locale={speech.language} messages={speech.catalogue as never}>
      {children}
    </IntlProvider>
  )
}

/** Adds the texts of one more group of features for what is inside. Suspends while they load. */
export const MoreTexts = ({ from, children }: { readonly from: CatalogueLoader; readonly children: ReactNode }) => {
  const intl = useIntl()
  const loading = loadCatalogue(from, intl.locale as Language)
  const more = arrived.get(loading) ?? use(loading)
  // One and the same object for as long as it says the same: another would have everything inside drawn anew.
  const messages = useMemo(() => ({ ...intl.messages, ...more }), [intl.messages, more])
  return (
    <IntlProvider locale={intl.locale} messages={messages as never}>
      {children}
    </IntlProvider>
  )
}

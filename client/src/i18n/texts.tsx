import type { Language } from '@roundel/shared/session'
import { type ReactNode, use, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { whenIdle } from '../ui/when-idle.ts'
import { type CatalogueLoader, EVERYONE, LATER } from './catalogue.ts'
import { directionOf } from './language.ts'
import { loadCatalogue, usedLoaders } from './load-catalogue.ts'
import { type Speech, SpeechProvider, useSpeech } from './speech.ts'

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
    if (language === speech.language) return
    let wanted = true
    const loaders = usedLoaders()
    // Until the new language is wholly there the old one stays: a page that changes is better than one that goes blank.
    Promise.all([
      loadCatalogue(EVERYONE, language),
      loaders.includes(LATER) ? loadCatalogue(LATER, language) : {},
      ...loaders.map((loader) => loadCatalogue(loader, language)),
    ]).then(
      ([catalogue, later]) => wanted && setSpeech({ language, catalogue: { ...catalogue, ...later } }),
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [language, speech.language])
  useEffect(() => {
    let wanted = true
    // What is said later is fetched while nobody waits for it: it must be there offline too.
    whenIdle(() => {
      loadCatalogue(LATER, speech.language).then(
        (later) => wanted && setSpeech((now) => ({ ...now, catalogue: { ...now.catalogue, ...later } })),
        () => undefined,
      )
    })
    return () => {
      wanted = false
    }
  }, [speech.language])
  // With the texts and not after them: a line that is drawn before the page turns jumps from one side to the other.
  useLayoutEffect(() => {
    document.documentElement.lang = speech.language
    document.documentElement.dir = directionOf(speech.language)
  }, [speech.language])
  return <SpeechProvider value={speech}>{children}</SpeechProvider>
}

/** Adds one more group of texts for what is inside. Suspends while they load. */
export const MoreTexts = ({ from, children }: { readonly from: CatalogueLoader; readonly children: ReactNode }) => {
  const { language, catalogue } = useSpeech()
  const more = use(loadCatalogue(from, language))
  const speech = useMemo(() => ({ language, catalogue: { ...catalogue, ...more } }), [language, catalogue, more])
  return <SpeechProvider value={speech}>{children}</SpeechProvider>
}

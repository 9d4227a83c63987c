import type { Language } from '@roundel/shared/session'
import { createContext, useContext } from 'react'
import type { Catalogue } from './catalogue.ts'

/** A language and the texts there are in it. */
export interface Speech {
  readonly language: Language
  readonly catalogue: Catalogue
}

const SpeechContext = createContext<Speech>({ language: 'en', catalogue: {} })

/** Gives everything inside its language and texts. */
export const SpeechProvider = SpeechContext.Provider

export const useSpeech = (): Speech => useContext(SpeechContext)

import { useCallback } from 'react'
import { formatDate, formatList, formatMessage, formatNumber } from './format.ts'
import { isolate, isolateAs } from './isolate.ts'
import { directionOf } from './language.ts'
import type { MessageKey } from './message-key.ts'
import { useSpeech } from './speech.ts'

type Values = Readonly<Record<string, string | number>>

/** Says something in the person's language. Names and other foreign texts among the values are isolated. */
export type Text = (key: MessageKey, values?: Values) => string

/** The language the interface speaks now. */
export const useLanguage = () => useSpeech().language

export const useText = (): Text => {
  const { language, catalogue } = useSpeech()
  return useCallback(
    (key, values = {}) => {
      const direction = directionOf(language)
      const isolated = Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          typeof value === 'string' ? isolate(value, direction) : value,
        ]),
      )
      // A text that is not there shows what it was to mean: an odd word is better than no screen.
      return formatMessage(language, catalogue[key] ?? key, isolated)
    },
    [language, catalogue],
  )
}

/** Numbers as the person's language writes them. */
export const useNumber = (): ((value: number, options?: Intl.NumberFormatOptions) => string) => {
  const language = useLanguage()
  return (value, options) => formatNumber(language, value, options)
}

/** Several texts as the person's language lists them, each isolated from its neighbours; the list goes the way of that language. */
export const useList = (): ((parts: readonly string[], options?: Intl.ListFormatOptions) => string) => {
  const language = useLanguage()
  const direction = directionOf(language)
  return (parts, options) =>
    isolateAs(
      direction,
      formatList(
        language,
        parts.map((part) => isolate(part, direction)),
        options,
      ),
    )
}

/** Days as the person's language counts and writes them. Moments in milliseconds since 1970. */
export const useDate = (): ((at: number, options: Intl.DateTimeFormatOptions) => string) => {
  const language = useLanguage()
  return (at, options) => formatDate(language, at, options)
}

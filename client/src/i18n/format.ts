import type { Language } from '@roundel/shared/session'
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { type Formatters, formatToParts } from 'intl-messageformat'

/** A text as it is kept in a catalogue: as it reads, or, where something is filled in, as the tree of its parts. */
export type Message = string | MessageFormatElement[]

type Values = Readonly<Record<string, string | number>>

/** Making a formatter of the platform takes a thousand times as long as using one. */
const remember = <Options extends object, Formatter>(
  make: (language: string, options: Options | undefined) => Formatter,
): ((language: string, options?: Options) => Formatter) => {
  const made = new Map<string, Formatter>()
  return (language, options) => {
    const key = `${language} ${JSON.stringify(options)}`
    const formatter = made.get(key) ?? make(language, options)
    made.set(key, formatter)
    return formatter
  }
}

const numberFormat = remember(
  (language, options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(language, options),
)
const dateFormat = remember(
  (language, options?: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, options),
)
const pluralRules = remember((language, options?: Intl.PluralRulesOptions) => new Intl.PluralRules(language, options))

const FORMATTERS = {
  getNumberFormat: numberFormat,
  getDateTimeFormat: dateFormat,
  getPluralRules: pluralRules,
} as unknown as Formatters

const NO_STYLES = { number: {}, date: {}, time: {} }

/** One text with its values filled in, digits and plurals as the language has them. Throws where a value is missing. */
export const formatMessage = (language: Language, message: Message, values: Values): string =>
  typeof message === 'string'
    ? message
    : formatToParts(message, language, FORMATTERS, NO_STYLES, values)
        .map(({ value }) => String(value))
        .join('')

/** A number in the digits of the language. */
export const formatNumber = (language: Language, value: number, options?: Intl.NumberFormatOptions): string =>
  numberFormat(language, options).format(value)

const listFormat = remember((language, options?: Intl.ListFormatOptions) => new Intl.ListFormat(language, options))

/** Several things as the language lists them: joined by "and", or as `options` say. */
export const formatList = (language: Language, parts: readonly string[], options?: Intl.ListFormatOptions): string =>
  listFormat(language, options).format(parts)

/** A day in the calendar and digits of the language. `at` in milliseconds since 1970. */
export const formatDate = (language: Language, at: number, options: Intl.DateTimeFormatOptions): string =>
  dateFormat(language, options).format(at)

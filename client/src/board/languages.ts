import type { Language } from '@roundel/shared/session'
import { guessLanguage } from '../i18n/language.ts'

/** Languages one can say so of a second line; any other that an item has is added to them. */
const OFFERED = [
  'en',
  'ru',
  'fa',
  'ar',
  'az',
  'de',
  'es',
  'fr',
  'hi',
  'hy',
  'it',
  'ka',
  'kk',
  'nl',
  'pl',
  'ps',
  'pt',
  'ro',
  'tg',
  'tr',
  'uk',
  'ur',
  'uz',
  'zh',
] as const

/** Languages with what the reader's own calls them, in the order of those names. */
export const listLanguages = (reader: Language, also: string): readonly (readonly [code: string, name: string])[] => {
  const names = new Intl.DisplayNames([reader], { type: 'language' })
  const order = new Intl.Collator(reader)
  return [...new Set([...OFFERED, also])]
    .map((code) => [code, names.of(code) ?? code] as const)
    .toSorted(([, one], [, other]) => order.compare(one, other))
}

/** The language a second line is most likely in: the reader's own, unless the item is in that already. */
export const likelySecond = (original: string, reader: Language): string =>
  original === reader ? (reader === 'en' ? 'ru' : 'en') : reader

/** What the script of a text says against the language it is marked with, if anything. */
export const languageByScript = (text: string, chosen: string): string => {
  const writer = (['en', 'ru', 'fa'] as const).find((language) => language === chosen)
  // A script is shared by many languages, so it only ever corrects one of ours.
  return writer ? guessLanguage(text, writer) : chosen
}

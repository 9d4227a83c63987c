import { LANGUAGES, type Language } from '@roundel/shared/session'

const isLanguage = (text: unknown): text is Language => (LANGUAGES as readonly unknown[]).includes(text)

/** The first language we have in a list of wishes such as `navigator.languages`, in the order of the wishes. */
export const chooseLanguage = (wishes: readonly (string | null | undefined)[]): Language => {
  for (const wish of wishes) {
    const primary = wish?.toLowerCase().split('-')[0]
    if (isLanguage(primary)) return primary
  }
  return 'en'
}

export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'fa' ? 'rtl' : 'ltr')

/** What each language calls itself: for choosing it, also by somebody who reads no other. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', ru: 'Русский', fa: 'فارسی' }

const SCRIPTS: readonly (readonly [RegExp, Language])[] = [
  [/\p{Script=Arabic}/gu, 'fa'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Latin}/gu, 'en'],
]

/**
 * The language to mark a text with, by its script. A script alone does not tell a language, so where the writer's own
 * language uses that script it wins; a text without letters is in the writer's language.
 */
export const guessLanguage = (text: string, writer: Language): Language => {
  const counts = SCRIPTS.map(([script, language]) => ({ language, letters: text.match(script)?.length ?? 0 }))
  const most = counts.reduce((best, each) => (each.letters > best.letters ? each : best))
  return most.letters === 0 ? writer : most.language
}

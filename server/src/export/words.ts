import type { Language } from '@roundel/shared/session'
import en from './words/en.json' with { type: 'json' }
import fa from './words/fa.json' with { type: 'json' }
import ru from './words/ru.json' with { type: 'json' }

/** What files say besides what people wrote. English is the list; the types hold the other languages to it. */
export type Word = keyof typeof en

const WORDS: Readonly<Record<Language, Readonly<Record<Word, string>>>> = { en, ru, fa }

/** A language as a file speaks it. */
export interface Words {
  readonly language: Language
  readonly direction: 'ltr' | 'rtl'
  readonly say: (word: Word) => string
  /** A word whose end comes from data, such as the name of a method; the end itself where there is none. */
  readonly name: (kind: string, name: string) => string
  readonly number: (value: number) => string
  /** A number that names something, such as a year. */
  readonly digits: (value: number) => string
  readonly day: (at: number) => string
}

const isWord = (text: string): text is Word => Object.hasOwn(en, text)

export const wordsOf = (language: Language): Words => {
  const words = WORDS[language]
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
  const names = new Intl.NumberFormat(language, { useGrouping: false })
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'long' })
  return {
    language,
    direction: language === 'fa' ? 'rtl' : 'ltr',
    say: (word) => words[word],
    name: (kind, name) => (isWord(`${kind}.${name}`) ? words[`${kind}.${name}` as Word] : name),
    number: (value) => numbers.format(value),
    digits: (value) => names.format(value),
    day: (at) => days.format(at),
  }
}

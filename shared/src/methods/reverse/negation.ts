import type { Language } from './goal.ts'
import { GRAMMARS, type Grammar } from './grammars.ts'

/** What is left of a text when it is compared: its words without fillers, and how many words of denial it held. */
interface Bare {
  readonly words: readonly string[]
  readonly denials: number
}

const strip = (text: string, grammar: Grammar): Bare => {
  const words: string[] = []
  let denials = 0
  for (const word of grammar.prepare(text.normalize('NFC').toLowerCase()).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) {
    if (grammar.denials.has(word)) denials += 1
    else if (!grammar.fillers.has(word)) words.push(word)
  }
  return { words, denials }
}

/** The language whose rules fit a text: the one it says it is in, else the one its letters are of. */
const languageOf = (text: string, lang: string): Language => {
  const said = lang.split('-')[0]
  if (said === 'en' || said === 'ru' || said === 'fa') return said
  if (/\p{Script=Arabic}/u.test(text)) return 'fa'
  return /\p{Script=Cyrillic}/u.test(text) ? 'ru' : 'en'
}

/**
 * Whether a text only repeats another, `same`, or only denies it, `negation`: the same words in the same order, but for words
 * of denial and those that come and go with them, or with a word that is the denial of its counterpart. Undefined for
 * a text that says anything else.
 *
 * A reason to ask what exactly people would do differently, never to refuse. Knows English, Russian and Persian; `lang` is
 * the language tag of the new text, and where it is none of these its letters decide.
 */
export const findMereNegation = (before: string, after: string, lang: string): 'same' | 'negation' | undefined => {
  const grammar = GRAMMARS[languageOf(after, lang)]
  const [old, next] = [strip(before, grammar), strip(after, grammar)]
  if (old.words.length === 0 || old.words.length !== next.words.length) return undefined
  let flips = Math.abs(old.denials - next.denials)
  for (const [index, word] of old.words.entries()) {
    const other = next.words[index] ?? ''
    if (grammar.stem(word) === grammar.stem(other)) continue
    if (!denies(word, other, grammar) && !denies(other, word, grammar)) return undefined
    flips += 1
  }
  return flips === 0 ? 'same' : 'negation'
}

/** Whether one word is the denial of another. */
const denies = (denial: string, word: string, { deny, stem }: Grammar): boolean =>
  deny(word).some((denied) => stem(denied) === stem(denial))

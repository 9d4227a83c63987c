import type { Language } from './goal.ts'

/** What of a language it takes to see that one text only denies another. Words are in lower case. */
export interface Grammar {
  /** Takes contractions apart, and makes spellings of one word alike. */
  readonly prepare: (text: string) => string
  /** Words that deny by themselves. */
  readonly denials: ReadonlySet<string>
  /** Words that come and go with a denial and say nothing by themselves. */
  readonly fillers: ReadonlySet<string>
  /** What stays of a word when its ending changes with a denial. */
  readonly stem: (word: string) => string
  /** The words that would deny a word. */
  readonly deny: (word: string) => readonly string[]
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** A word without an ending, as long as three letters stay. */
const cut =
  (ending: RegExp) =>
  (word: string): string => {
    const stem = word.replace(ending, '')
    return stem.length >= 3 ? stem : word
  }

const english: Grammar = {
  prepare: (text) =>
    text
      .replaceAll(/[’ʼ`´]/g, "'")
      .replaceAll(/\bwon'?t\b/g, 'will not')
      .replaceAll(/\bcan(?:'t|t|not)\b/g, 'can not')
      .replaceAll(/\b(do|does|did|is|are|was|were|has|have|had|would|could|should|must|need)n'?t\b/g, '$1 not')
      .replaceAll("'", ''),
  denials: words(
    'not no never none nobody nothing nowhere neither nor without stop stops avoid avoids prevent prevents quit forbid',
  ),
  fillers: words(
    'a an the any some every each do does did to from ever always please lets let us we should must will somebody someone anybody anyone everybody everyone something anything everything',
  ),
  stem: cut(/(?:ing|es|ed|s|e)$/),
  deny: (word) => [`un${word}`, `dis${word}`, `non${word}`],
}

const russian: Grammar = {
  prepare: (text) => text.replaceAll('ё', 'е'),
  denials: words(
    'не ни нет без никогда нельзя никто никого никому ничего ничто никак нигде никакой никакого никакие перестать прекратить избегать запретить',
  ),
  fillers: words('бы же всегда все всех всем надо нужно можно давайте будем мы'),
  stem: cut(
    /(?:ами|ями|ого|его|ому|ему|ыми|ими|ться|ов|ев|ей|ой|ый|ий|ая|яя|ую|юю|ые|ие|ам|ям|ах|ях|ом|ем|ть|ы|и|а|я|о|е|у|ю|ь|й)$/,
  ),
  deny: (word) => [`не${word}`, `ни${word}`, `без${word}`, `бес${word}`],
}

const persian: Grammar = {
  prepare: (text) =>
    text
      .replaceAll('ي', 'ی')
      .replaceAll('ك', 'ک')
      .replaceAll(/[\u064B-\u0652\u0640]/g, '')
      // The prefix of the present stands apart, half apart, or not at all.
      .replaceAll(/(?<=^|\s)(ن?می)[\s\u200C]+/g, '$1')
      .replaceAll('\u200C', ''),
  denials: words('نه هیچ هرگز هیچگاه هیچوقت بدون بی هیچکس هیچچیز'),
  fillers: words('همیشه همواره همه حتما باید یک را که'),
  stem: (word) => word,
  // A verb is denied by a prefix, which takes the place of the one of the subjunctive and imperative.
  deny: (word) => [
    ...(IRREGULAR_DENIALS.get(word) ?? []),
    `ن${word}`,
    `نا${word}`,
    `بی${word}`,
    ...(word.startsWith('ب') ? [`ن${word.slice(1)}`] : []),
  ],
}

const IRREGULAR_DENIALS: ReadonlyMap<string, readonly string[]> = new Map([
  ['است', ['نیست']],
  ['هست', ['نیست']],
  ['هستند', ['نیستند']],
  ['هستیم', ['نیستیم']],
])

/** The languages whose denials are known. */
export const GRAMMARS: Readonly<Record<Language, Grammar>> = { en: english, ru: russian, fa: persian }

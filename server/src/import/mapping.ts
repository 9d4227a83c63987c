import { ITEM_KINDS, type ItemKind, Lang } from '@roundel/shared/board'
import type { Language } from '@roundel/shared/session'
import * as v from 'valibot'
import type { Rows } from './table.ts'

/** What a column of a table can be. */
export const ROLES = ['text', 'group', 'kind', 'lang'] as const
export type Role = (typeof ROLES)[number]

/** Which column is what, from 0, and whether the first row says so. */
export interface Mapping {
  readonly header: boolean
  readonly text: number
  readonly group?: number
  readonly kind?: number
  readonly lang?: number
}

/** Kinds that can come from a table. The others mean something only together with what they belong to. */
export const IMPORTED_KINDS = [
  'idea',
  'negative-idea',
  'insight',
  'question',
  'note',
] as const satisfies readonly ItemKind[]
export type ImportedKind = (typeof IMPORTED_KINDS)[number]

/** What people call the columns, in the three languages of the interface, and as our own tables do. */
const HEADINGS: Readonly<Record<Role, RegExp>> = {
  text: /^(?:text|ideas?|content|note|description|title|идея|идеи|текст|содержание|описание|ایده|ایده‌ها|متن|شرح|عنوان)$/iu,
  group: /^(?:cluster|group|category|theme|topic|section|группа|кластер|категория|тема|раздел|گروه|دسته|خوشه|موضوع)$/iu,
  kind: /^(?:kind|type|polarity|вид|тип|نوع)$/iu,
  lang: /^(?:lang|language|язык|زبان)$/iu,
}

const KIND_WORDS: Readonly<Record<string, ImportedKind>> = {
  idea: 'idea',
  идея: 'idea',
  ایده: 'idea',
  neutral: 'idea',
  'negative-idea': 'negative-idea',
  'negative idea': 'negative-idea',
  negative: 'negative-idea',
  'негативная идея': 'negative-idea',
  'идея наоборот': 'negative-idea',
  'ایدهٔ منفی': 'negative-idea',
  'ایده منفی': 'negative-idea',
  'ایده‌ی منفی': 'negative-idea',
  insight: 'insight',
  инсайт: 'insight',
  наблюдение: 'insight',
  بینش: 'insight',
  question: 'question',
  вопрос: 'question',
  پرسش: 'question',
  سؤال: 'question',
  note: 'note',
  заметка: 'note',
  یادداشت: 'note',
}

const LANGUAGE_WORDS: Readonly<Record<string, Language>> = {
  english: 'en',
  английский: 'en',
  انگلیسی: 'en',
  russian: 'ru',
  русский: 'ru',
  روسی: 'ru',
  persian: 'fa',
  farsi: 'fa',
  персидский: 'fa',
  فارسی: 'fa',
}

const wordOf = (cell: string): string => cell.trim().toLowerCase().replaceAll(/\s+/g, ' ')

/** The kind that a cell names; undefined for one that cannot come from a table, or that nobody knows. */
export const readKind = (cell: string): ImportedKind | undefined => {
  const word = wordOf(cell)
  return Object.hasOwn(KIND_WORDS, word) ? KIND_WORDS[word] : undefined
}

/** The language that a cell names, by its tag or in a word; undefined where nobody can tell. */
export const readLang = (cell: string): string | undefined => {
  const word = wordOf(cell)
  if (Object.hasOwn(LANGUAGE_WORDS, word)) return LANGUAGE_WORDS[word]
  return v.is(Lang, cell.trim()) ? cell.trim() : undefined
}

const isKindWord = (cell: string): boolean =>
  readKind(cell) !== undefined || (ITEM_KINDS as readonly string[]).includes(wordOf(cell))

/** Of the cells of a column, those with anything in them. */
const filledIn = (rows: Rows, column: number): readonly string[] =>
  rows.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '')

const average = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length)

/** How many rows tell what a column is as well as all of them do. */
const SAMPLE = 200

/**
 * What the columns most likely are: by what the first row calls them, else by what stands in them; the text is the one
 * with the longest cells.
 */
export const guessMapping = (rows: Rows): Mapping => {
  const [first = [], ...rest] = rows.slice(0, SAMPLE)
  // A column that holds nothing but kinds is one of kinds, though the first of them may be what such a column is called.
  const isOfKinds = (column: number): boolean =>
    rest.length > 0 && [first, ...rest].every((row) => isKindWord(row[column] ?? ''))
  const named = ROLES.map((role) =>
    first.findIndex((cell, column) => HEADINGS[role].test(cell.trim()) && !isOfKinds(column)),
  )
  const [text = -1, group = -1, kind = -1, lang = -1] = named
  const header = named.some((column) => column >= 0) && rest.length > 0
  const body = header ? rest : [first, ...rest]
  const columns = Array.from({ length: Math.max(...body.map((row) => row.length)) }, (_each, column) => column)
  const taken = new Set(named.filter((column) => column >= 0))
  const free = columns.filter((column) => !taken.has(column))
  const isAll = (column: number, fits: (cell: string) => boolean): boolean => {
    const cells = filledIn(body, column)
    return cells.length > 0 && cells.every(fits)
  }
  const kindColumn = kind >= 0 || header ? kind : (free.find((column) => isAll(column, isKindWord)) ?? -1)
  const langColumn =
    lang >= 0 || header
      ? lang
      : (free.find((column) => column !== kindColumn && isAll(column, (cell) => /^(?:en|ru|fa)$/i.test(cell))) ?? -1)
  const longest = (candidates: readonly number[]): number =>
    candidates.toSorted(
      (one, other) =>
        average(filledIn(body, other).map(({ length }) => length)) -
        average(filledIn(body, one).map(({ length }) => length)),
    )[0] ?? 0
  const textColumn = text >= 0 ? text : longest(free.filter((column) => column !== kindColumn && column !== langColumn))
  return {
    header,
    text: textColumn,
    ...(group >= 0 && group !== textColumn && { group }),
    ...(kindColumn >= 0 && kindColumn !== textColumn && { kind: kindColumn }),
    ...(langColumn >= 0 && langColumn !== textColumn && { lang: langColumn }),
  }
}

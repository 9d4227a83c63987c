import { type MessageFormatElement, TYPE, parse } from '@formatjs/icu-messageformat-parser'
import { LANGUAGES, type Language } from '@roundel/shared/session'
import { describe, expect, test } from 'vitest'

const FILES = import.meta.glob<string>('../**/messages/*.json', { eager: true, query: '?raw', import: 'default' })

const catalogues = Object.entries(FILES).map(([path, raw]) => {
  const [, feature, language] = /\.\.\/(.+)\/messages\/(.+)\.json$/.exec(path) ?? []
  return { feature, language: language as Language, texts: JSON.parse(raw) as Record<string, string> }
})
const features = [...new Set(catalogues.map(({ feature }) => feature))]
const textsOf = (feature: string | undefined, language: Language): Record<string, string> =>
  catalogues.find((each) => each.feature === feature && each.language === language)?.texts ?? {}

const EVERY = catalogues.flatMap(({ feature, language, texts }) =>
  Object.entries(texts).map(([key, text]) => ({
    feature,
    language,
    key,
    text,
    tree: parse(text, { ignoreTag: true }),
  })),
)

/** Placeholders with what they are: a name, a number, a plural. Two languages may differ in how, not in what. */
const placeholdersIn = (tree: readonly MessageFormatElement[]): string[] =>
  tree.flatMap((element) => {
    switch (element.type) {
      case TYPE.argument:
        return [`${element.value} as text`]
      case TYPE.number:
        return [`${element.value} as number`]
      case TYPE.plural:
        return [
          `${element.value} as number`,
          ...Object.values(element.options).flatMap(({ value }) => placeholdersIn(value)),
        ]
      default:
        return element.type === TYPE.literal || element.type === TYPE.pound ? [] : ['something else']
    }
  })

const pluralsIn = (tree: readonly MessageFormatElement[]): (readonly string[])[] =>
  tree.flatMap((element) => (element.type === TYPE.plural ? [Object.keys(element.options)] : []))

/** Names and formats that are the same in every language, and texts that are placeholders alone. */
const SAME_EVERYWHERE = new Set([
  'ended.markdown',
  'ended.csv',
  'ended.json',
  'report.xlsx',
  'report.counted',
  'lineage.passage.result',
  'lineage.passage.result-said',
  'top.where',
  'cafe.sub-at-table',
  'score.abstain-sign',
  'score.abstain-says',
])

/** What is called a number in the values must be written as the language writes numbers. */
const NUMBERS = new Set([
  'count',
  'minutes',
  'seconds',
  'number',
  'most',
  'ideas',
  'people',
  'finished',
  'here',
  'groups',
  'loose',
  'others',
])

describe('catalogues', () => {
  test('C5 every feature speaks every language, with the same texts', () => {
    expect(features.length).toBeGreaterThan(5)
    for (const feature of features) {
      const keys = Object.keys(textsOf(feature, 'en')).toSorted()
      expect(keys.length).toBeGreaterThan(0)
      for (const language of LANGUAGES) expect(Object.keys(textsOf(feature, language)).toSorted()).toEqual(keys)
    }
  })

  test('C5 no two features give one key two meanings', () => {
    const english = EVERY.filter(({ language }) => language === 'en').map(({ key }) => key)
    expect(new Set(english).size).toBe(english.length)
  })

  test('C5 a text has the same placeholders in every language', () => {
    for (const { key, feature, language, tree } of EVERY) {
      const original = parse(textsOf(feature, 'en')[key] ?? '', { ignoreTag: true })
      expect([key, language, [...new Set(placeholdersIn(tree))].toSorted()]).toEqual([
        key,
        language,
        [...new Set(placeholdersIn(original))].toSorted(),
      ])
    }
  })

  test('C5 a number among the placeholders is written in the digits of its language', () => {
    for (const { key, tree } of EVERY) {
      const asText = placeholdersIn(tree).flatMap((each) => (each.endsWith(' as text') ? each.split(' ')[0] : []))
      expect([key, asText.filter((name) => name && NUMBERS.has(name))]).toEqual([key, []])
    }
  })

  test('C5 Russian texts are in Cyrillic and Persian texts in Arabic script', () => {
    const scripts = { en: /\p{Script=Latin}/u, ru: /\p{Script=Cyrillic}/u, fa: /\p{Script=Arabic}/u }
    for (const { key, language, text } of EVERY) {
      if (!SAME_EVERYWHERE.has(key))
        expect([key, language, scripts[language].test(text)]).toEqual([key, language, true])
    }
  })

  test('C5 Russian plurals have all four forms, the others one and other', () => {
    for (const { key, language, tree } of EVERY) {
      const forms = language === 'ru' ? ['one', 'few', 'many', 'other'] : ['one', 'other']
      for (const plural of pluralsIn(tree)) {
        expect([key, language, plural.filter((form) => !form.startsWith('='))]).toEqual([key, language, forms])
      }
    }
  })

  test('C5 Persian joins its compounds with a half-space, and writes ی and ک, not their Arabic forms', () => {
    for (const { key, language, text } of EVERY) {
      if (language === 'fa') expect([key, /[\u064A\u0643]/.test(text)]).toEqual([key, false])
    }
  })
})

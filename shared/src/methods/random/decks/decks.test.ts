import { describe, expect, test } from 'vitest'
import * as en from './en/index.ts'
import * as fa from './fa/index.ts'
import { deckOf } from './index.ts'
import { likenessOf, versionOf } from './own-deck.ts'
import * as ru from './ru/index.ts'

/** By which letters a word of each language is written; a joiner stands in Persian words only. */
const LANGUAGES = [
  ['en', en, /^[a-z]+$/, /^[A-Z][a-zA-Z’, ]+$/],
  ['ru', ru, /^[а-яё]+$/, /^[А-ЯЁ][а-яё, ]+$/],
  [
    'fa',
    fa,
    /^[آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئ\u200C]+$/,
    /^(?:[آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئ\u200C، ]|\u0654)+$/,
  ],
] as const

/** A hash over all keys: it changes with any of them, and so must the version. */
const fingerprint = (cards: readonly string[]): number => versionOf({ lang: 'en', cards })

describe.each(LANGUAGES)('the decks in %s', (_language, { WORDS, PICTURES }, word, line) => {
  test('M28 each of at least 120 keys is one word, written in the letters of its language', () => {
    const words = Object.values(WORDS)
    expect(words.length).toBeGreaterThanOrEqual(120)
    for (const each of words) expect(each).toMatch(word)
  })

  test('M28 no word comes twice', () => {
    const words = Object.values(WORDS).map(likenessOf)
    expect(words.filter((each, index) => words.indexOf(each) !== index)).toEqual([])
  })

  test('M28 its words and pictures have the keys of the deck, in the same order', () => {
    expect(Object.keys(WORDS)).toEqual(deckOf('words').keys)
    expect(Object.keys(PICTURES)).toEqual(deckOf('pictures').keys)
  })

  test('M29 each of 24 pictures has a name and says what can be seen on it, and no two say the same', () => {
    const pictures = Object.values(PICTURES)
    expect(pictures).toHaveLength(24)
    for (const { name, alt } of pictures) {
      expect(name).toMatch(line)
      expect(alt).toMatch(line)
      expect(alt.length).toBeGreaterThan(name.length)
    }
    expect(new Set(pictures.map(({ name }) => likenessOf(name))).size).toBe(24)
    expect(new Set(pictures.map(({ alt }) => likenessOf(alt))).size).toBe(24)
  })
})

test('M30 a deck whose keys or order changed is another version', () => {
  const versions = (['words', 'pictures'] as const).map((id) => {
    const { version, keys } = deckOf(id)
    return `${id} ${version} ${keys.length} ${fingerprint(keys)}`
  })
  // Whoever changes a deck raises its version, and only then writes its new fingerprint here.
  expect(versions).toEqual(['words 1 198 2500395496', 'pictures 1 24 4078005271'])
})

test('M30 a deck that people brought is another one with any other card or order', () => {
  const own = (...cards: readonly string[]) => deckOf({ lang: 'en', cards })
  expect(own('Lamp', 'River')).toMatchObject({ id: 'own', keys: ['Lamp', 'River'] })
  expect(own('Lamp', 'River')).toEqual(own('Lamp', 'River'))
  const versions = [own('Lamp', 'River'), own('River', 'Lamp'), own('Lamp', 'River', 'Cat'), own('Lamp', 'Rivers')]
  expect(new Set(versions.map(({ version }) => version)).size).toBe(4)
})

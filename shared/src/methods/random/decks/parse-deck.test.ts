import * as fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { LIMITS } from '../../../kernel/index.ts'
import { OwnDeck } from './own-deck.ts'
import { parseDeck } from './parse-deck.ts'

const cardsOf = (text: string): readonly string[] => {
  const parsed = parseDeck(text)
  if (!parsed.ok) throw new Error(parsed.error.code)
  return parsed.value.cards
}
const many = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `card ${index}`)

test.each([
  ['one in each line', 'Lamp\nRiver\r\nCat', ['Lamp', 'River', 'Cat']],
  ['a comma within a line is part of it', 'Lamp, green\nRiver', ['Lamp, green', 'River']],
  ['in one line, between commas or semicolons', 'Lamp, River; Cat', ['Lamp', 'River', 'Cat']],
  ['in one line, between Persian commas', 'چراغ، رود، گربه', ['چراغ', 'رود', 'گربه']],
  ['the cells of one row of a table', 'Lamp\tRiver\tCat', ['Lamp', 'River', 'Cat']],
  ['without marks of a list', '- Lamp\n• River\n1. Cat\n۲) رود', ['Lamp', 'River', 'Cat', 'رود']],
  ['without quotes around', '"Lamp"\n«Река»\n“Cat”\n"a ""b"" c"', ['Lamp', 'Река', 'Cat', 'a "b" c']],
  ['without empty lines, or the mark at the head of a file', '\uFEFFLamp\n\n  \nRiver\n', ['Lamp', 'River']],
  ['with single spaces and nothing that cannot be seen', ' Night \u202E  lamp\u0007 \nRiver', ['Night lamp', 'River']],
  ['a number or a hyphen that belongs to it stays', '2nd floor\n-5\n3D', ['2nd floor', '-5', '3D']],
])('M31 cards that people bring are read %s', (_how, text, expected) => expect(cardsOf(text)).toEqual(expected))

test('M31 what does not come into the deck is named, with its place and why', () => {
  const parsed = parseDeck(['Lamp', 'x'.repeat(LIMITS.deckCardCharacters + 1), 'River', 'LAMP', 'Cat'].join('\n'))
  expect(parsed).toEqual({
    ok: true,
    value: {
      cards: ['Lamp', 'River', 'Cat'],
      skipped: [
        { place: 2, reason: 'too-long' },
        { place: 4, reason: 'repeated' },
      ],
    },
  })
  expect(cardsOf(`x${'y'.repeat(LIMITS.deckCardCharacters - 1)}\nLamp`)).toHaveLength(2)
})

test('M31 words that differ only in how they are typed are one', () => {
  expect(cardsOf('كتاب\nکتاب\nچراغ\nقلم‌مو\nقلممو')).toEqual(['كتاب', 'چراغ', 'قلم‌مو'])
})

test('M31 a deck has a most of cards, and says which are over', () => {
  const parsed = parseDeck(many(LIMITS.deckCards + 2).join('\n'))
  expect(parsed.ok && parsed.value.cards).toEqual(many(LIMITS.deckCards))
  expect(parsed.ok && parsed.value.skipped).toEqual([
    { place: LIMITS.deckCards + 1, reason: 'too-many' },
    { place: LIMITS.deckCards + 2, reason: 'too-many' },
  ])
})

test('M31 too little or too much is refused, with how much there is or may be', () => {
  for (const text of ['', ' \n ', '"', 'Lamp\nlamp']) {
    const parsed = parseDeck(text)
    expect(!parsed.ok && parsed.error.code).toBe('bad-input')
  }
  expect(parseDeck('Lamp')).toEqual({ ok: false, error: { code: 'bad-input', details: { cards: 1, least: 2 } } })
  const longest = 'Lamp\nRiver'.padEnd(LIMITS.deckCharacters)
  expect(cardsOf(longest)).toEqual(['Lamp', 'River'])
  expect(parseDeck(`${longest} `)).toEqual({
    ok: false,
    error: { code: 'too-large', details: { most: LIMITS.deckCharacters } },
  })
})

test('M31 whatever is pasted, the deck that comes of it is one that a step accepts', () => {
  const pieces = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom('\n', ',', '"', '- ')))
  fc.assert(
    fc.property(pieces, (parts) => {
      const parsed = parseDeck(parts.join(''))
      if (parsed.ok) expect(v.is(OwnDeck, { lang: 'en', cards: parsed.value.cards })).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('M31 a step accepts no cards that are empty, alike, too long, too few or too many', () => {
  const accepts = (cards: readonly string[]): boolean => v.is(OwnDeck, { lang: 'en', cards })
  expect(accepts(many(LIMITS.deckCards))).toBe(true)
  for (const wrong of [
    many(LIMITS.deckCards + 1),
    ['Lamp'],
    ['Lamp', ''],
    ['Lamp', ' River'],
    ['Lamp', 'LAMP'],
    ['Lamp', 'x'.repeat(LIMITS.deckCardCharacters + 1)],
  ]) {
    expect(accepts(wrong)).toBe(false)
  }
})

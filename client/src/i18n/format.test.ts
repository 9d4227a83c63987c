import { parse } from '@formatjs/icu-messageformat-parser'
import { describe, expect, test } from 'vitest'
import { formatDate, formatMessage, formatNumber } from './format.ts'

const message = (text: string) => parse(text, { ignoreTag: true })

describe('texts with something filled in', () => {
  test('C5 a plural has the form of its number and the digits of its language', () => {
    const ideas = message('{n, plural, =0 {нет идей} one {# идея} few {# идеи} many {# идей} other {# идеи}}')
    expect([0, 1, 2, 5, 21, 1_000].map((n) => formatMessage('ru', ideas, { n }))).toEqual([
      'нет идей',
      '1 идея',
      '2 идеи',
      '5 идей',
      '21 идея',
      '1\u00A0000 идей',
    ])
    expect(formatMessage('fa', message('{n, number} از {most, number}'), { n: 3, most: 2_000 })).toBe('۳ از ۲٬۰۰۰')
  })

  test('C5 a text in which nothing is filled in says what it says', () => {
    expect(formatMessage('en', 'It’s {not} a <b>pattern</b>', {})).toBe('It’s {not} a <b>pattern</b>')
  })

  test('C5 numbers and days are those of the language: digits, signs and calendar', () => {
    expect(formatNumber('fa', 7, { minimumIntegerDigits: 2 })).toBe('۰۷')
    const day = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const
    expect(formatDate('fa', Date.UTC(2026, 2, 21), day)).toBe('۱ فروردین')
    expect(formatDate('ru', Date.UTC(2026, 2, 21), day)).toBe('21 марта')
  })
})

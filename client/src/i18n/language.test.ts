import { describe, expect, test } from 'vitest'
import { chooseLanguage, directionOf, guessLanguage } from './language.ts'

describe('language', () => {
  test('C1 the first language we have among the wishes is taken, English when there is none', () => {
    expect(chooseLanguage(['de-DE', 'fa-IR', 'ru'])).toBe('fa')
    expect(chooseLanguage([null, undefined, 'RU'])).toBe('ru')
    expect(chooseLanguage(['de'])).toBe('en')
  })

  test('C1 only Persian is written from right to left', () => {
    expect([directionOf('en'), directionOf('ru'), directionOf('fa')]).toEqual(['ltr', 'ltr', 'rtl'])
  })

  test('C2 a text is marked with the language of its script, whatever the interface speaks', () => {
    expect(guessLanguage('صف کوتاه‌تر', 'en')).toBe('fa')
    expect(guessLanguage('Короче очередь, FAN', 'fa')).toBe('ru')
    expect(guessLanguage('A shorter queue', 'ru')).toBe('en')
    expect(guessLanguage('15–20 %', 'fa')).toBe('fa')
  })
})

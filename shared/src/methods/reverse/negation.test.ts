import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findMereNegation } from './negation.ts'

describe('M75 a text that only denies another', () => {
  test.each([
    ['en', 'Hide the clock', 'Do not hide the clock'],
    ['en', 'Hide the clock', 'Don’t hide the clock!'],
    ['en', 'Hide the clock and the queue number.', 'never hide a clock and queue number'],
    ['en', 'Hide the clock', 'Stop hiding the clock'],
    ['en', "We can't find the door", 'We can find the door'],
    ['en', 'Nobody answers the phone', 'Somebody answers the phone'],
    ['en', 'Make the chairs uncomfortable', 'Make the chairs comfortable'],
    ['en', 'Give no answer', 'Give an answer'],
    ['ru', 'Скрывать время ожидания', 'Не скрывать время ожидания'],
    ['ru', 'Прятать часы', 'Не прятать часов'],
    ['ru', 'Никогда не отвечать на звонки', 'Отвечать на звонки'],
    ['ru', 'Поставить неудобные стулья', 'Поставить удобные стулья'],
    ['ru', 'Ещё раз спросить имя', 'Еще раз не спросить имя'],
    ['fa', 'ساعت را پنهان کنیم', 'ساعت را پنهان نکنیم'],
    ['fa', 'ساعت دیده می‌شود', 'ساعت دیده نمی‌شود'],
    ['fa', 'ساعت دیده می شود', 'ساعت دیده نمي‌شود'],
    ['fa', 'زمان انتظار را بگوییم', 'زمان انتظار را نگوییم'],
    ['fa', 'در باز است', 'در باز نیست'],
    ['fa', 'هرگز پاسخ ندهیم', 'همیشه پاسخ بدهیم'],
  ])('M75 in %s: %s / %s', (lang, before, after) => {
    expect(findMereNegation(before, after, lang)).toBe('negation')
    expect(findMereNegation(after, before, lang)).toBe('negation')
    // Whoever did not say which language: the letters do.
    expect(findMereNegation(before, after, 'und')).toBe('negation')
  })

  test.each([
    ['en', 'Hide the clock', 'Show the real waiting time at the door'],
    ['en', 'Hide the clock', 'Do not hide the clock, and hang a second one at the door'],
    ['en', 'Ask for the same form three times', 'Ask once, then never again'],
    ['ru', 'Прятать часы', 'Показывать время ожидания у входа'],
    ['ru', 'Раз в неделю мыть пол', 'Не мыть пол, а постелить ковёр'],
    ['fa', 'ساعت را پنهان کنیم', 'زمان انتظار را کنار در نشان دهیم'],
    ['fa', 'نام مهمان را بپرسیم', 'نام مهمان را روی کارت بنویسیم'],
  ])('M75 in %s it says something of its own: %s / %s', (lang, before, after) => {
    expect(findMereNegation(before, after, lang)).toBeUndefined()
  })

  test('M75 a text that only repeats is told too, whatever its punctuation and capitals', () => {
    for (const [lang, before, after] of [
      ['en', 'Hide the clock.', 'hide  the CLOCK'],
      ['ru', 'Ещё раз спросить', 'еще раз спросить!'],
      ['fa', 'كمك نكنيم', 'کمک نکنیم'],
    ] as const) {
      expect(findMereNegation(before, after, lang)).toBe('same')
    }
  })

  test('M75 any text repeated is the same or says nothing, and comparing never fails', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), fc.string(), (one, other, lang) => {
        expect(['same', undefined]).toContain(findMereNegation(one, one, lang))
        findMereNegation(one, other, lang)
      }),
    )
  })
})

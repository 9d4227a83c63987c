import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findGoal } from './goal.ts'
import { TURNS, proposeTurned, sentenceOf } from './question.ts'

const LANGUAGES = ['en', 'ru', 'fa'] as const

describe('M74 the question turned round', () => {
  test('M74 whatever the challenge says, there are three proposals, one of each turn, or none where it says nothing', () => {
    const some = fc.option(fc.string({ unit: 'binary' }), { nil: undefined })
    fc.assert(
      fc.property(fc.string(), some, some, fc.constantFrom(...LANGUAGES), (text, who, what, language) => {
        const challenge = { text, ...(who !== undefined && { who }), ...(what !== undefined && { what }) }
        const proposals = proposeTurned(challenge, 'en', language)
        if (proposals.length === 0) expect(text.trim()).toBe('')
        else expect(proposals.map(({ turn }) => turn)).toEqual(TURNS)
        for (const { values } of proposals) {
          for (const value of Object.values(values)) expect(value.trim()).not.toBe('')
        }
      }),
    )
  })

  test('M74 the formula comes before the text, in the language it is written in alone', () => {
    const challenge = {
      text: 'How might we help?',
      who: 'A guest',
      what: 'find the way',
      translations: { ru: 'Куда идти?' },
    }
    expect(proposeTurned(challenge, 'en', 'en').map(sentenceOf)).toEqual([
      'cause-formula',
      'worsen-formula',
      'opposite-formula',
    ])
    expect(proposeTurned(challenge, 'en', 'en')[2]).toEqual({
      turn: 'opposite',
      form: 'formula',
      values: { who: 'A guest', what: 'find the way' },
    })
    expect(proposeTurned(challenge, 'en', 'ru')[0]).toEqual({
      turn: 'cause',
      form: 'text',
      values: { text: 'Куда идти?' },
    })
    // Nobody translated it: the question stands in its own language, whole.
    expect(proposeTurned(challenge, 'en', 'fa')[0]).toMatchObject({
      form: 'text',
      values: { text: 'How might we help?' },
    })
  })

  test.each([
    ['en', 'How might we make the first ten minutes calmer?', 'make the first ten minutes calmer'],
    ['en', 'How could we shorten the wait', 'shorten the wait'],
    ['en', 'Why do people wait?', undefined],
    ['en', 'How might we?', undefined],
    ['en', 'How might we help? And whom?', undefined],
    ['ru', 'Как бы нам сократить ожидание?', 'сократить ожидание'],
    ['ru', 'Как мы можем помочь гостю?', 'помочь гостю'],
    ['ru', 'Как сделать приём спокойнее?', 'сделать приём спокойнее'],
    ['ru', 'Как дела?', undefined],
    ['fa', 'چگونه می‌توانیم زمان انتظار را کوتاه کنیم؟', 'زمان انتظار را کوتاه کنیم'],
    ['fa', 'چطور می توانیم به مهمان کمک کنیم؟', 'به مهمان کمک کنیم'],
    ['fa', 'چگونه مي‌توانيم به مهمان كمك كنيم؟', 'به مهمان کمک کنیم'],
    ['fa', 'چرا مردم منتظر می‌مانند؟', undefined],
  ] as const)('M74 the goal of a question in %s: %s', (language, text, goal) => {
    expect(findGoal(text, language)).toBe(goal)
    const [first] = proposeTurned({ text }, language, language)
    expect(first?.values).toEqual(goal === undefined ? { text } : { goal })
  })
})

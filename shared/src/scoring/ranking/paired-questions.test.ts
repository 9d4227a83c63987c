import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { itemNamed } from '../simulated-cast.ts'
import { type PairAnswer, answerPair, beginPairs, readPairs, takeBackPair } from './paired-questions.ts'

const itemsOf = (count: number) => Array.from({ length: count }, (_, index) => itemNamed(String(index + 10)))
const mostQuestions = (count: number) =>
  Array.from({ length: count }, (_, index) => Math.ceil(Math.log2(index + 1))).reduce((sum, each) => sum + each, 0)

/** Answers every question by a worth, and gives the states on the way. */
const answerAll = (worth: readonly number[]) => {
  const items = itemsOf(worth.length)
  const worthOf = (item: string) => worth[items.indexOf(item as never)]!
  let questions = beginPairs(items)
  const states = [readPairs(questions)]
  while (states.at(-1)!.question) {
    const { first, second } = states.at(-1)!.question!
    const difference = worthOf(first) - worthOf(second)
    questions = answerPair(questions, difference > 0 ? 'first' : difference < 0 ? 'second' : 'same')
    states.push(readPairs(questions))
  }
  return { items, questions, states, worthOf }
}

test('Q27 the answers lead to the order that they say, equals on one level, in as few questions as promised', () => {
  expect(mostQuestions(12)).toBe(33)
  fc.assert(
    fc.property(fc.array(fc.nat(8), { maxLength: 14 }), (worth) => {
      const { items, questions, states, worthOf } = answerAll(worth)
      const { levels } = states.at(-1)!
      const expected = [...new Set(worth)]
        .toSorted((one, other) => other - one)
        .map((value) => items.filter((item) => worthOf(item) === value))
      expect(levels).toEqual(expected)
      expect(questions.answers.length).toBeLessThanOrEqual(mostQuestions(items.length))
      // What is left never grows, so that a bar can show it.
      for (const [index, { left }] of states.entries()) {
        expect(left).toBeLessThan(states[index - 1]?.left ?? Infinity)
        expect(left).toBeLessThanOrEqual(mostQuestions(items.length))
      }
    }),
  )
})

test('Q27 each answer can be taken back, an item can be left out, and an answer to no question is not taken', () => {
  const answers = fc.array(fc.constantFrom<PairAnswer>('first', 'second', 'same', 'leave-out'), { maxLength: 40 })
  fc.assert(
    fc.property(fc.nat(10), answers, (count, given) => {
      let questions = beginPairs(itemsOf(count))
      for (const answer of given) {
        const next = answerPair(questions, answer)
        if (readPairs(questions).question) expect(takeBackPair(next)).toEqual(questions)
        else expect(next).toBe(questions)
        questions = next
      }
      const placed = readPairs(questions).levels.flat()
      expect(new Set(placed).size).toBe(placed.length)
      const leftOut = questions.answers.filter((answer) => answer === 'leave-out').length
      if (!readPairs(questions).question) expect(placed.length).toBe(count - leftOut)
    }),
  )
})

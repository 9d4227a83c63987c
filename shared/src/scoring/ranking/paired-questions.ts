import type { ItemId } from '../../kernel/index.ts'
import type { Levels } from './ballot.ts'

/** Which of the two comes first, both alike, or no place for the new one. */
export const PAIR_ANSWERS = ['first', 'second', 'same', 'leave-out'] as const
export type PairAnswer = (typeof PAIR_ANSWERS)[number]

/** A ranking by questions of two: the items in the order in which they come up, and what was answered so far. */
export interface PairedQuestions {
  readonly items: readonly ItemId[]
  readonly answers: readonly PairAnswer[]
}

/** Where such a ranking stands. */
export interface PairedState {
  /** What is in order so far. */
  readonly levels: Levels
  /** The next question, `first` being the new item; null when there is none left. */
  readonly question: { readonly first: ItemId; readonly second: ItemId } | null
  /** The most questions that can still come. */
  readonly left: number
}

export const beginPairs = (items: readonly ItemId[]): PairedQuestions => ({ items, answers: [] })

/** With one more answer; one for which there is no question is not taken. */
export const answerPair = (questions: PairedQuestions, answer: PairAnswer): PairedQuestions =>
  readPairs(questions).question ? { ...questions, answers: [...questions.answers, answer] } : questions

/** Without the last answer. */
export const takeBackPair = (questions: PairedQuestions): PairedQuestions => ({
  ...questions,
  answers: questions.answers.slice(0, -1),
})

/**
 * The state that the answers lead to, by binary insertion (Steinhaus 1950, in Knuth 1973): at most the sum of ceil(log2 i)
 * for i up to the number of items, 33 for 12.
 */
export const readPairs = ({ items, answers }: PairedQuestions): PairedState => {
  const levels: ItemId[][] = []
  let used = 0
  for (const [index, item] of items.entries()) {
    let [low, high] = [0, levels.length]
    let answer: PairAnswer | undefined
    while (low < high) {
      const middle = (low + high) >> 1
      const level = levels[middle] as ItemId[]
      answer = answers[used]
      if (answer === undefined) {
        const left = questionsFor(high - low) + laterQuestions(levels.length + 1, items.length - index - 1)
        return { levels, question: { first: item, second: level[0] as ItemId }, left }
      }
      used += 1
      if (answer === 'same') level.push(item)
      if (answer === 'same' || answer === 'leave-out') break
      if (answer === 'first') high = middle
      else low = middle + 1
    }
    if (answer !== 'same' && answer !== 'leave-out') levels.splice(low, 0, [item])
  }
  return { levels, question: null, left: 0 }
}

/** The most questions that find one of `gaps + 1` places. */
const questionsFor = (gaps: number): number => Math.ceil(Math.log2(gaps + 1))

const laterQuestions = (levels: number, items: number): number =>
  Array.from({ length: items }, (_, index) => questionsFor(levels + index)).reduce((sum, count) => sum + count, 0)

import { omit } from '../../kernel/index.ts'
import { type DecideWork, FEELINGS, type Feeling, type Temperature } from './state.ts'

type Open = Extract<Temperature, { readonly state: 'open' }>

const countAnswers = (answers: Open['answers']): Readonly<Record<Feeling, number>> => {
  const given = Object.values(answers)
  return Object.fromEntries(
    FEELINGS.map((feeling) => [feeling, given.filter((other) => other === feeling).length]),
  ) as Record<Feeling, number>
}

/** What everybody answered, counted. Whose answer was whose is not kept. */
export const showTemperature = ({ round, answers }: Open): Temperature => ({
  state: 'shown',
  round,
  counts: countAnswers(answers),
})

/** The step once people go on: answers that nobody was shown are destroyed. */
export const dropAnswers = (work: DecideWork): DecideWork =>
  work.temperature?.state === 'open' ? omit(work, 'temperature') : work

import * as v from 'valibot'
import type { ItemId, Random } from '../kernel/index.ts'
import { ItemKey } from './ballot.ts'
import type { Criterion } from './criterion.ts'
import { SCALES, type ScaleId } from './scale.ts'
import type { Progress } from './scoring.ts'

/** "Cannot judge": an answer like any other, apart from the scale, and never guessed at. */
export const ABSTAIN = 'abstain'

export type Answer = number | typeof ABSTAIN

const CriterionKey = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,23}$/))
const AnAnswer = v.union([v.literal(ABSTAIN), v.pipe(v.number(), v.integer())])

/** Answers by item and criterion. What is missing was not answered; abstaining is an answer. */
export type JudgingBallot = Readonly<Record<ItemId, Readonly<Record<string, Answer>>>>
export const JudgingBallot: v.GenericSchema<unknown, JudgingBallot> = v.record(
  ItemKey,
  v.record(CriterionKey, AnAnswer),
)

/** What a judgement is made on. */
export interface Sheet {
  readonly scale: ScaleId
  readonly criteria: readonly Criterion[]
}

/** Why such a ballot cannot be. */
export const objectToJudging = (
  body: JudgingBallot,
  items: readonly ItemId[],
  { scale, criteria }: Sheet,
): string | undefined => {
  const [known, keys] = [new Set<string>(items), new Set(criteria.map(({ key }) => key))]
  const { lowest, highest } = SCALES[scale]
  for (const [item, answers] of Object.entries(body)) {
    if (!known.has(item)) return 'unknown-item'
    for (const [key, answer] of Object.entries(answers)) {
      if (!keys.has(key)) return 'unknown-criterion'
      if (answer !== ABSTAIN && (answer < lowest || answer > highest)) return 'off-scale'
    }
  }
  return undefined
}

export const answersIn = (body: JudgingBallot): number =>
  Object.values(body).reduce((sum, answers) => sum + Object.keys(answers).length, 0)

export const judgingProgress = (
  body: JudgingBallot,
  items: readonly ItemId[],
  { criteria }: Pick<Sheet, 'criteria'>,
): Progress => ({ done: answersIn(body), of: items.length * criteria.length })

/** Every item judged by every criterion, one answer in ten an abstention; items have qualities that voters see alike. */
export const simulateJudging = (
  items: readonly ItemId[],
  { scale, criteria }: Sheet,
  random: Random,
): JudgingBallot => {
  const { lowest, highest } = SCALES[scale]
  return Object.fromEntries(
    items.map((item, index) => {
      const quality = ((index * 7 + 3) % 11) / 10
      const answer = (): Answer => {
        if (random() < 0.1) return ABSTAIN
        const share = (quality + random() + random()) / 3
        return lowest + Math.round(share * (highest - lowest))
      }
      return [item, Object.fromEntries(criteria.map(({ key }) => [key, answer()]))]
    }),
  )
}

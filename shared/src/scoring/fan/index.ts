import * as v from 'valibot'
import { type Criterion, Weight, Wording } from '../criterion.ts'
import { defineScoring } from '../define-scoring.ts'
import { tallyJudging, judgingEntries } from '../judging.ts'
import { JudgingBallot, answersIn, judgingProgress, objectToJudging, simulateJudging } from '../judging-ballot.ts'
import { describeHighest, describeJudging } from '../judging-sentences.ts'

const SCALES_OF_FAN = ['one-to-five', 'zero-to-ten', 'no-partly-yes', 'yes-no'] as const

/** Weights that have a name: all alike, what can be had soon, what is new. */
export const FAN_WEIGHTS = {
  equal: { feasible: 1, attractive: 1, novel: 1 },
  'quick-wins': { feasible: 2, attractive: 2, novel: 1 },
  radical: { feasible: 1, attractive: 1, novel: 2 },
} as const

const FanSettings = v.strictObject({
  ...judgingEntries,
  scale: v.optional(v.picklist(SCALES_OF_FAN), 'one-to-five'),
  weights: v.optional(
    v.strictObject({
      feasible: v.optional(Weight, 1),
      attractive: v.optional(Weight, 1),
      novel: v.optional(Weight, 1),
    }),
    FAN_WEIGHTS.equal,
  ),
  /** To whom an idea is to be attractive. */
  attractiveTo: v.optional(v.picklist(['client', 'team', 'organisation']), 'client'),
  wording: v.optional(
    v.strictObject({
      feasible: v.optional(Wording),
      attractive: v.optional(Wording),
      novel: v.optional(Wording),
    }),
    {},
  ),
})
type FanSettings = v.InferOutput<typeof FanSettings>

const criteriaOf = ({ weights }: FanSettings): readonly Criterion[] => [
  { key: 'feasible', weight: weights.feasible },
  { key: 'attractive', weight: weights.attractive },
  { key: 'novel', weight: weights.novel },
]

const sheetOf = (settings: FanSettings) => ({ scale: settings.scale, criteria: criteriaOf(settings) })

/**
 * Feasible, attractive, novel: can it be done, is it wanted, is it new. The third question is there so that fresh ideas
 * are valued. Attributed to Synectics, spread by Paul Sloane (2010).
 */
export const fan = defineScoring({
  id: 'fan',
  kind: 'judging',
  scales: SCALES_OF_FAN,
  settings: FanSettings,
  criteria: criteriaOf,
  ballot: JudgingBallot,
  objection: (body, items, settings) => objectToJudging(body, items, sheetOf(settings)),
  isCastable: (body) => answersIn(body) > 0,
  progress: (body, items, settings) => judgingProgress(body, items, sheetOf(settings)),
  tally: (vote) => tallyJudging('fan', vote, criteriaOf(vote.settings)),
  describe: (result) => describeJudging(result, describeHighest(result, 'novel')),
  simulate: (items, settings, random) => simulateJudging(items, sheetOf(settings), random),
})

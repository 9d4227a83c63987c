import * as v from 'valibot'
import { LIMITS, aLine } from '../../kernel/index.ts'
import { type Criterion, Weight, Wording } from '../criterion.ts'
import { defineScoring } from '../define-scoring.ts'
import { judgingEntries, tallyJudging } from '../judging.ts'
import { JudgingBallot, answersIn, judgingProgress, objectToJudging, simulateJudging } from '../judging-ballot.ts'
import { describeJudging } from '../judging-sentences.ts'
import { SCALE_IDS } from '../scale.ts'

/** More than these are too many for one screen, and for one mind. */
const MOST = 7

const OwnCriterion = v.strictObject({
  ...Wording.entries,
  key: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,23}$/)),
  label: aLine(LIMITS.labelCharacters),
  weight: v.optional(Weight, 1),
})

const CriteriaSettings = v.strictObject({
  ...judgingEntries,
  scale: v.optional(v.picklist(SCALE_IDS), 'one-to-five'),
  /** Absent: one question, how good it is all in all, in the words of the client's catalogue. */
  criteria: v.optional(
    v.pipe(
      v.array(OwnCriterion),
      v.minLength(1),
      v.maxLength(MOST),
      v.checkItems(({ key }, index, all) => all.findIndex((other) => other.key === key) === index),
    ),
  ),
})
type CriteriaSettings = v.InferOutput<typeof CriteriaSettings>

const OVERALL: readonly Criterion[] = [{ key: 'overall', weight: 1 }]

const criteriaOf = ({ criteria }: CriteriaSettings): readonly Criterion[] =>
  criteria?.map(({ key, weight }) => ({ key, weight })) ?? OVERALL

const sheetOf = (settings: CriteriaSettings) => ({ scale: settings.scale, criteria: criteriaOf(settings) })

/** Criteria of one's own, up to seven, with weights: a weighted sum (Fishburn 1967), criterion first, then across criteria. */
export const criteria = defineScoring({
  id: 'criteria',
  kind: 'judging',
  scales: SCALE_IDS,
  settings: CriteriaSettings,
  criteria: criteriaOf,
  ballot: JudgingBallot,
  objection: (body, items, settings) => objectToJudging(body, items, sheetOf(settings)),
  isCastable: (body) => answersIn(body) > 0,
  progress: (body, items, settings) => judgingProgress(body, items, sheetOf(settings)),
  tally: (vote) => tallyJudging('criteria', vote, criteriaOf(vote.settings)),
  describe: (result) => describeJudging(result),
  simulate: (items, settings, random) => simulateJudging(items, sheetOf(settings), random),
})

import * as v from 'valibot'
import { type Criterion, Wording } from '../criterion.ts'
import { defineScoring } from '../define-scoring.ts'
import { judgingEntries, tallyJudging } from '../judging.ts'
import { JudgingBallot, answersIn, judgingProgress, objectToJudging, simulateJudging } from '../judging-ballot.ts'
import { describeTesco } from './sentences.ts'
import { addVerdicts, meritsOf } from './verdicts.ts'

const SCALES_OF_TESCO = ['minus-two-to-two', 'zero-to-four', 'yes-no'] as const

/** The three questions, all of the same weight: a saving is not to make up for harm to people. */
const CRITERIA: readonly Criterion[] = [
  { key: 'better', weight: 1 },
  { key: 'simpler', weight: 1 },
  { key: 'cheaper', weight: 1 },
]

const TescoSettings = v.strictObject({
  ...judgingEntries,
  scale: v.optional(v.picklist(SCALES_OF_TESCO), 'minus-two-to-two'),
  wording: v.optional(
    v.strictObject({
      better: v.optional(Wording),
      simpler: v.optional(Wording),
      cheaper: v.optional(Wording),
    }),
    {},
  ),
})
type TescoSettings = v.InferOutput<typeof TescoSettings>

const sheetOf = ({ scale }: TescoSettings) => ({ scale, criteria: CRITERIA })

/**
 * Better for the client, simpler for the team, cheaper for the organisation. The scale goes below "no change", because an
 * idea can do harm. After Tesco's test of new projects (Leahy 2012), where what passes all three stands on top.
 */
export const tesco = defineScoring({
  id: 'tesco',
  kind: 'judging',
  scales: SCALES_OF_TESCO,
  settings: TescoSettings,
  criteria: () => CRITERIA,
  ballot: JudgingBallot,
  objection: (body, items, settings) => objectToJudging(body, items, sheetOf(settings)),
  isCastable: (body) => answersIn(body) > 0,
  progress: (body, items, settings) => judgingProgress(body, items, sheetOf(settings)),
  tally: (vote) => addVerdicts(tallyJudging('tesco', vote, CRITERIA, meritsOf)),
  describe: describeTesco,
  simulate: (items, settings, random) => simulateJudging(items, sheetOf(settings), random),
})

import * as v from 'valibot'
import { LIMITS, aLine } from '../../kernel/index.ts'
import { defineScoring } from '../define-scoring.ts'
import { votingEntries } from '../settings.ts'
import { RankingBallot, UNRANKED, objectToRanking, placesFor, simulateRanking } from './ballot.ts'
import { STRENGTHS } from './schulze.ts'
import { describeRanking } from './sentences.ts'
import { tallyRanking } from './tally.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.itemsPerBoard))

const RankingSettings = v.strictObject({
  ...votingEntries,
  /** What the order is by, such as "impact for the client in this quarter". Absent: the step's own question says it. */
  criterion: v.optional(aLine(LIMITS.questionCharacters)),
  /** Up to so many items everyone places all of them, above only the best `top`. */
  full: v.optional(count, 12),
  top: v.optional(count, 7),
  unranked: v.optional(v.picklist(UNRANKED), 'last'),
  strength: v.optional(v.picklist(STRENGTHS), 'winning-votes'),
})

/** Everyone puts items in order, equals allowed, and pairwise majorities decide by their strongest paths (Schulze 2011). */
export const ranking = defineScoring({
  id: 'ranking',
  kind: 'ordering',
  settings: RankingSettings,
  ballot: RankingBallot,
  objection: (body, items, settings) => objectToRanking(body, items, placesFor(items.length, settings)),
  isCastable: ({ levels }) => levels.length > 0,
  progress: ({ levels }, items, settings) => ({
    done: levels.flat().length,
    of: placesFor(items.length, settings),
  }),
  tally: tallyRanking,
  describe: describeRanking,
  simulate: (items, settings, random) => simulateRanking(items, placesFor(items.length, settings), random),
})

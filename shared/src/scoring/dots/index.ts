import * as v from 'valibot'
import { defineScoring } from '../define-scoring.ts'
import { votingEntries } from '../settings.ts'
import { DotsBallot, dotCount, dotsOn, objectToDots, simulateDots, spendable } from './ballot.ts'
import { describeDots, tallyDots } from './tally.ts'

const DotsSettings = v.strictObject({
  ...votingEntries,
  /** How many dots each person has. */
  budget: v.optional(v.union([v.picklist(['root', 'third']), dotCount]), 'root'),
  /** How many of them may go to one item. */
  cap: v.optional(dotCount, 1),
})

/**
 * Dots to narrow a long list: secret, so that nobody follows the others, and a shortlist rather than a decision. With one
 * dot an item at most it is approval voting (Brams and Fishburn 1978) with a budget.
 */
export const dots = defineScoring({
  id: 'dots',
  kind: 'spending',
  settings: DotsSettings,
  ballot: DotsBallot,
  objection: objectToDots,
  isCastable: (body) => dotsOn(body) > 0,
  progress: (body, items, settings) => ({ done: dotsOn(body), of: spendable(items.length, settings) }),
  tally: tallyDots,
  describe: describeDots,
  simulate: simulateDots,
})

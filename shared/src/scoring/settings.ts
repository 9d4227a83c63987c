import * as v from 'valibot'
import { LIMITS } from '../kernel/index.ts'

const count = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most))

/** What can be set for every scoring. All of it stands before voting opens and does not change afterwards. */
export const votingEntries = {
  /** How many ballots make a quorum. */
  quorum: v.optional(count(LIMITS.participantsAtMost)),
  /** How many values an item needs to be put in order. */
  coverage: v.optional(count(LIMITS.participantsAtMost)),
  /** How many items are to be taken. */
  cut: v.optional(count(LIMITS.itemsPerBoard)),
  /** Whether figures are also given for each group of voters. */
  groups: v.optional(v.picklist(['together', 'side-by-side']), 'together'),
}

export type VotingSettings = v.InferOutput<v.StrictObjectSchema<typeof votingEntries, undefined>>

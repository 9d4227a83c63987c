import * as v from 'valibot'
import { SCORING_IDS, scoringOf } from '../../scoring/index.ts'
import { SUBJECTS } from '../../voting/poll.ts'
import { LONGEST } from '../minutes.ts'
import { selection } from '../selection.ts'

/** A phase that always takes place. */
const always = (standard: number) =>
  v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LONGEST)), standard)

/** How people of the client vote: as everybody does, with figures of their own beside the team's, or not at all. */
export const CLIENTS = ['alike', 'apart', 'not'] as const

/** Who may vote: participants always, those who lead only when that is said. */
export const Voters = v.strictObject({
  clients: v.optional(v.picklist(CLIENTS), 'alike'),
  facilitators: v.optional(v.boolean(), false),
})
export type Voters = v.InferOutput<typeof Voters>

export const ScoreSettings = v.pipe(
  v.strictObject({
    scoring: v.optional(v.picklist(SCORING_IDS), 'fan'),
    /** What the scoring's own schema accepts: scale, weights, words, quorum. */
    options: v.optional(v.record(v.string(), v.unknown()), {}),
    subject: v.optional(v.picklist(SUBJECTS), 'ideas'),
    voters: v.optional(Voters, {}),
    /** The steps whose ideas are put to the vote, where none are chosen. */
    earlier: v.optional(selection(), 'all'),
    prepare: always(2),
    open: always(5),
    closed: always(1),
    shown: always(7),
  }),
  v.check(({ scoring, options }) => scoringOf(scoring).accepts(options)),
)
export type ScoreSettings = v.InferOutput<typeof ScoreSettings>

import * as v from 'valibot'
import { type ItemId, LIMITS, type Refusal, type Result, fail, isId, ok, refusal } from '../kernel/index.ts'
import {
  type Ballot,
  type Electorate,
  SCORING_IDS,
  type ScoringId,
  type ScoringResult,
  type Voter,
  scoringOf,
} from '../scoring/index.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const AnItem = v.custom<ItemId>((input) => isId<'item'>(input))
const Items = v.pipe(v.array(AnItem), v.maxLength(LIMITS.itemsPerBoard))

const BallotRow = v.object({
  scoring: v.string(),
  voter: v.custom<Voter>((input) => isId<'voter'>(input)),
  seq: count,
  body: v.unknown(),
  shown: v.exactOptional(Items),
})

const Job = v.object({
  scoring: v.picklist(SCORING_IDS),
  settings: v.unknown(),
  items: Items,
  ballots: v.array(BallotRow),
  electorate: v.object({
    eligible: count,
    groups: v.exactOptional(
      v.record(v.string(), v.object({ eligible: count, voters: v.array(v.custom<Voter>((input) => isId(input))) })),
    ),
  }),
})

/** All that a tally needs, as plain data: it goes through `postMessage`. */
export interface TallyJob {
  readonly scoring: ScoringId
  readonly settings: unknown
  readonly items: readonly ItemId[]
  readonly ballots: readonly Ballot[]
  readonly electorate: Electorate
}

/** What a worker does with a message: the result as plain data, or `bad-input` for what is no such job. */
export const runTally = (input: unknown): Result<ScoringResult, Refusal> => {
  const job = v.safeParse(Job, input)
  if (!job.success) return fail(refusal('bad-input', { reason: 'job' }))
  const { scoring: id, settings, items, ballots, electorate } = job.output
  const scoring = scoringOf(id)
  if (!scoring.accepts(settings)) return fail(refusal('bad-input', { reason: 'settings' }))
  return ok(scoring.tally(ballots, items, settings, electorate) as ScoringResult)
}

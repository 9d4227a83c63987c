import { type ItemId, type Random, type Refusal, type Result, fail, refusal } from '../kernel/index.ts'
import type { Ballot } from './ballot.ts'
import type { Criterion } from './criterion.ts'
import type { Electorate, Turnout } from './electorate.ts'
import type { Grouped, Outcome } from './outcome.ts'
import type { ScaleId } from './scale.ts'
import type { Sentence } from './sentence.ts'

/** What a ballot does with items: judges each by criteria, spends a budget on some, or puts them in order. */
export const SCORING_KINDS = ['judging', 'spending', 'ordering'] as const
export type ScoringKind = (typeof SCORING_KINDS)[number]

/** What one voter chooses from: the items as they were frozen, the settings, and what they were shown if not all. */
export interface Choice {
  readonly items: readonly ItemId[]
  readonly settings: unknown
  readonly shown?: readonly ItemId[]
}

/** How far somebody is with a ballot. */
export interface Progress {
  readonly done: number
  readonly of: number
}

/** A way of scoring items by secret ballot. Knows nothing of people, sockets or screens. */
export interface Scoring<Id extends string = string, Found extends Outcome = Outcome> {
  readonly id: Id
  readonly kind: ScoringKind
  /** The scales that can be chosen; none where nothing is judged. */
  readonly scales: readonly ScaleId[]
  /** The settings, defaults filled in; throws a `ValiError` for settings that do not fit. */
  readonly settings: (input: unknown) => unknown
  readonly accepts: (input: unknown) => boolean
  /** What is asked of each item, with weights; empty where nothing is judged. */
  readonly criteria: (settings: unknown) => readonly Criterion[]
  /** A ballot, perhaps one that is only begun. Refuses with `bad-input` and a reason what can be on no such ballot. */
  readonly readBallot: (input: unknown, choice: Choice) => Result<unknown, Refusal>
  /** Whether anything stands on a ballot that was read: with nothing on it there is nothing to cast. */
  readonly isCastable: (body: unknown) => boolean
  readonly progress: (body: unknown, choice: Choice) => Progress
  /** Whether all is answered that can be. A ballot may be cast before. */
  readonly isComplete: (body: unknown, choice: Choice) => boolean
  /**
   * What the ballots say together. Each voter's last ballot counts, what cannot be read and what is empty does not; the
   * order of ballots and of items makes no difference.
   */
  readonly tally: (
    ballots: readonly Ballot[],
    items: readonly ItemId[],
    settings: unknown,
    electorate: Electorate,
  ) => Grouped<Found>
  /** Two to four sentences about a result, by fixed rules; one where nothing is in order. */
  readonly describe: (result: Found) => readonly Sentence[]
  /** A ballot as somebody might fill it in, by chance: for rehearsals, laws and benches. Never empty where there are items. */
  readonly simulate: (choice: Choice, random: Random) => unknown
}

/** A ballot that counts. */
export interface Counted<Body> {
  readonly body: Body
  readonly shown: readonly ItemId[]
}

/** All that a tally is made of. Items are in the sequence of their ids, so that no list order can matter. */
export interface Vote<Body, Settings> {
  readonly ballots: readonly Counted<Body>[]
  readonly items: readonly ItemId[]
  readonly settings: Settings
  readonly turnout: Turnout
  readonly coverage: number
  /** The coverage that would be needed with so many ballots. */
  readonly coverageWith: (cast: number) => number
}

/** Why a ballot cannot be read: a reason for programs, and nothing of what stood on it. */
export const unfit = (reason: string): Result<never, Refusal> => fail(refusal('bad-input', { reason }))

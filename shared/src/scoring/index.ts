import { criteria } from './criteria/index.ts'
import { dots } from './dots/index.ts'
import { fan } from './fan/index.ts'
import { ranking } from './ranking/index.ts'
import type { DotsKey } from './dots/tally.ts'
import type { JudgingKey } from './judging-sentences.ts'
import type { RankingKey } from './ranking/sentences.ts'
import type { CaveatKey, Sentence } from './sentence.ts'
import type { TescoKey } from './tesco/sentences.ts'
import type { Scoring } from './scoring.ts'
import { tesco } from './tesco/index.ts'

export type { Ballot, Voter } from './ballot.ts'
export type { Criterion } from './criterion.ts'
export { displayOrder } from './display-order.ts'
export * from './electorate.ts'
export { FAN_WEIGHTS } from './fan/index.ts'
export { AGREEMENTS, type Agreement, type Figures } from './figures.ts'
export { AGGREGATES, type Aggregate } from './histogram.ts'
export type { DotsBallot } from './dots/ballot.ts'
export { type DotsResult, type DottedItem } from './dots/result.ts'
export { budgetOf } from './dots/budget.ts'
export { ABSTAIN, type Answer, type JudgingBallot } from './judging-ballot.ts'
export type { Judged, JudgedCell, JudgedItem } from './judging.ts'
export { type Cut, type Placed } from './order.ts'
export type { Grouped, Groups, Outcome } from './outcome.ts'
export { type Levels, type RankingBallot, type Unranked, UNRANKED, placesFor } from './ranking/ballot.ts'
export { CONCORDS, type Concord, type Concordance } from './ranking/concordance.ts'
export type { Comparison, Difference, OtherRule } from './ranking/comparison.ts'
export type { Cycle, Majority } from './ranking/cycles.ts'
export type { Kemeny } from './ranking/kemeny.ts'
export * from './ranking/moves.ts'
export * from './ranking/paired-questions.ts'
export type { RankedItem, RankingResult } from './ranking/result.ts'
export { STRENGTHS, type Strength } from './ranking/schulze.ts'
export { type WithoutItem, compareWithAll, rankWithout } from './ranking/what-if.ts'
export { type WhatIf, reweigh } from './reweigh.ts'
export { SCALES, SCALE_IDS, type Scale, type ScaleId, valuesOf } from './scale.ts'
export { type Choice, type Progress, SCORING_KINDS, type Scoring, type ScoringKind } from './scoring.ts'
export { type CaveatKey, type Sentence, type SentenceValues, describeCaveats } from './sentence.ts'
export type { TescoResult, Tier, Verdict, Verdicts } from './tesco/verdicts.ts'

/** Every way of scoring there is, in the order in which it is offered. */
export const SCORINGS = [fan, tesco, ranking, dots, criteria] as const

export type ScoringId = (typeof SCORINGS)[number]['id']

export const SCORING_IDS = SCORINGS.map((scoring) => scoring.id) as readonly ScoringId[]

/** What a scoring comes to, by its id. */
export type ResultOf<Id extends ScoringId> = ReturnType<
  Extract<(typeof SCORINGS)[number], { readonly id: Id }>['tally']
>

export type ScoringResult = ResultOf<ScoringId>

/** Every sentence that is said of a result. */
export type SentenceKey = JudgingKey | TescoKey | DotsKey | RankingKey | CaveatKey

/** The scoring of an id that has been validated. */
export const scoringOf = (id: ScoringId): Scoring<ScoringId> => {
  const scoring = SCORINGS.find((candidate) => candidate.id === id)
  if (!scoring) throw new Error(`unknown scoring: ${id}`)
  return scoring as unknown as Scoring<ScoringId>
}

/** Two to four sentences about a result, one where nothing is in order: which rules choose them, its scoring says. */
export const describeResult = (result: ScoringResult): readonly Sentence<SentenceKey>[] =>
  scoringOf(result.scoring as ScoringId).describe(result) as readonly Sentence<SentenceKey>[]

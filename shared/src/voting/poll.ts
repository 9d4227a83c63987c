import type { ItemId, SeatId, StepId } from '../kernel/index.ts'
import type { ScoringId } from '../scoring/index.ts'

interface PollBase {
  readonly step: StepId
  readonly scoring: ScoringId
  /** Weights and all: agreed before opening, and fixed from then on. */
  readonly settings: unknown
  /** Frozen: nothing is edited, merged or added until the poll is cancelled or shown. */
  readonly items: readonly ItemId[]
  /** Who may vote. Fixed at opening; late comers are admitted one by one, and who leaves stays. */
  readonly eligible: readonly SeatId[]
  /** Who voted. What they voted stands elsewhere, under pseudonyms. */
  readonly cast: readonly SeatId[]
  /** For the order in which each voter sees the items. */
  readonly seed: number
  readonly openedAt: number
}

/** A vote that was opened. Before, it is only a step of the agenda with settings. */
export type Poll =
  | (PollBase & { readonly state: 'open' })
  | (PollBase & { readonly state: 'closed'; readonly closedAt: number })
  | (PollBase & { readonly state: 'shown'; readonly closedAt: number; readonly shownAt: number })
  | (PollBase & { readonly state: 'cancelled'; readonly cancelledAt: number })

/** What can be done with a poll. Casting comes by the ballot's own door; here only who did it is noted. */
export type PollCommand =
  | {
      readonly type: 'open-scoring'
      readonly step: StepId
      readonly scoring: ScoringId
      readonly settings: unknown
      readonly items: readonly ItemId[]
    }
  | { readonly type: 'admit-voter'; readonly step: StepId; readonly seat: SeatId }
  | { readonly type: 'cast'; readonly step: StepId; readonly seat: SeatId }
  | { readonly type: 'close-scoring'; readonly step: StepId }
  | { readonly type: 'cancel-scoring'; readonly step: StepId }
  | { readonly type: 'show-results'; readonly step: StepId }

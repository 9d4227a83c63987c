import type { Id, ItemId, SeatId } from '../kernel/index.ts'
import type { ScoringId } from '../scoring/index.ts'

export type PollId = Id<'poll'>

/** What is put to the vote: ideas, or groups of ideas. */
export const SUBJECTS = ['ideas', 'groups'] as const
export type Subject = (typeof SUBJECTS)[number]

/** Somebody who may vote: a seat, for as many people as share its device, and whose side they are on. */
export interface Elector {
  readonly seat: SeatId
  /** One after the other, each with a ballot of their own. */
  readonly people: number
  readonly side: 'team' | 'client'
}

interface PollBase {
  /** Another one each time that voting is opened. */
  readonly id: PollId
  readonly scoring: ScoringId
  /** Weights and all: agreed before opening, and fixed from then on. */
  readonly settings: unknown
  readonly subject: Subject
  /** The ideas or groups. Frozen: nothing is edited, merged or added until the poll is cancelled or shown. */
  readonly items: readonly ItemId[]
  /** Who may vote. Fixed at opening; late comers are admitted one by one, and who leaves stays. */
  readonly electors: readonly Elector[]
  /** Who voted, as `ballotKey` names them. What they voted stands elsewhere, under pseudonyms. */
  readonly cast: readonly BallotKey[]
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

/** Whose ballot: a seat, and from the second on which of the people who share its device. */
export type BallotKey = SeatId | `${SeatId}.${number}`

export const ballotKey = (seat: SeatId, person: number): BallotKey => (person === 1 ? seat : `${seat}.${person}`)

/** How many people may vote. */
export const countElectors = ({ electors }: Pick<Poll, 'electors'>): number =>
  electors.reduce((sum, { people }) => sum + people, 0)

/** What is done with a poll. Casting comes by the ballot's own door; here only who did it is noted. */
export type PollCommand =
  | {
      readonly type: 'open'
      readonly scoring: ScoringId
      readonly settings: unknown
      readonly subject: Subject
      readonly items: readonly ItemId[]
    }
  | { readonly type: 'admit'; readonly elector: Elector }
  | { readonly type: 'cast'; readonly seat: SeatId; readonly person: number }
  | { readonly type: 'close' }
  | { readonly type: 'cancel' }
  | { readonly type: 'show' }

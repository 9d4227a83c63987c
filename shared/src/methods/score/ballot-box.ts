import type { ItemId } from '../../kernel/index.ts'
import type { ScoringId, ScoringResult } from '../../scoring/index.ts'
import type { Poll, Subject } from '../../voting/index.ts'
import type { Voters } from './settings.ts'

/** What is to be voted on, and how: open to change until voting opens. */
export interface Sheet {
  readonly scoring: ScoringId
  /** As the scoring's own schema accepts it. */
  readonly options: Readonly<Record<string, unknown>>
  readonly subject: Subject
  readonly items: readonly ItemId[]
  readonly voters: Voters
}

/** What a step keeps of its vote. The ballots stand elsewhere, under pseudonyms, and so does whose each is. */
export interface BallotBox {
  readonly sheet: Sheet
  readonly poll?: Poll
  /** What the ballots came to, once they are counted. Shown to nobody before the poll is. */
  readonly result?: ScoringResult
}

/** Whether people vote, or have and nobody knows yet what: then the step is finished or taken back first. */
export const isSealed = ({ poll }: BallotBox): boolean => poll?.state === 'open' || poll?.state === 'closed'

/** The ballot box with the result of its poll; as it is where that is not waited for any more. */
export const withResult = (box: BallotBox, poll: string, result: ScoringResult): BallotBox =>
  box.poll?.id === poll && box.poll.state === 'closed' && !box.result ? { ...box, result } : box

import type { SeatId } from '../../kernel/index.ts'
import type { ScoringResult } from '../../scoring/index.ts'
import { type Poll, ballotKey, countElectors } from '../../voting/index.ts'
import type { Viewer } from '../workings.ts'
import type { BallotBox, Sheet } from './ballot-box.ts'
import { isSealed } from './ballot-box.ts'

/** A poll as everybody may see it: how many may vote and how many did, never who and never what. */
export interface PollView extends Omit<Poll, 'electors' | 'cast'> {
  readonly electors: number
  readonly cast: number
}

export interface ScoreView {
  readonly sheet: Sheet
  readonly poll?: PollView
  /** Counted, and waiting to be shown. */
  readonly isCounted?: true
  readonly result?: ScoringResult
  /** For those who lead: who may vote, and for how many people around one device. Not who did. */
  readonly voters?: Readonly<Record<SeatId, number>>
}

export const viewScore = ({ sheet, poll, result }: BallotBox, viewer: Viewer): ScoreView => ({
  sheet,
  ...(poll && { poll: viewPoll(poll) }),
  ...(poll?.state === 'closed' && result && { isCounted: true }),
  ...(poll?.state === 'shown' && result && { result }),
  ...(viewer.leads && poll && { voters: listVoters(poll) }),
})

const viewPoll = ({ electors, cast, ...poll }: Poll): PollView => ({
  ...poll,
  electors: countElectors({ electors }),
  cast: cast.length,
})

const listVoters = ({ electors }: Poll): Readonly<Record<SeatId, number>> =>
  Object.fromEntries(electors.map(({ seat, people }) => [seat, people]))

/** What one person knows of their own part: for how many people they vote, and which of them have. */
export interface OwnVote {
  readonly people: number
  readonly cast: readonly number[]
}

export const viewOwnVote = ({ poll }: BallotBox, seat: SeatId): OwnVote | undefined => {
  const elector = poll?.electors.find((other) => other.seat === seat)
  if (!poll || !elector) return undefined
  const persons = Array.from({ length: elector.people }, (_, index) => index + 1)
  return { people: elector.people, cast: persons.filter((person) => poll.cast.includes(ballotKey(seat, person))) }
}

/** What stands still while people vote on it. */
export const listFrozen = (box: BallotBox) => (isSealed(box) && box.poll?.subject === 'ideas' ? box.poll.items : [])

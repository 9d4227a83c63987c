import type { SeatId } from '../../kernel/index.ts'
import { type BallotKey, type Elector, ballotKey } from '../../voting/index.ts'
import type { BallotBox } from './ballot-box.ts'

/**
 * The ballot box once a seat is part of another, or nobody's any more under another id. Who votes at both seats has the
 * ballots of the one that stays: nobody counts twice by it.
 */
export const renameElector = (box: BallotBox, seat: SeatId, into: SeatId): BallotBox => {
  const { poll } = box
  const ending = poll?.electors.find((elector) => elector.seat === seat)
  if (!poll || !ending) return box
  const own = new Set(keysOf(ending))
  const staying = poll.electors.some((elector) => elector.seat === into)
  const electors = staying
    ? poll.electors.filter((elector) => elector !== ending)
    : poll.electors.map((elector) => (elector === ending ? { ...elector, seat: into } : elector))
  const cast = staying
    ? poll.cast.filter((key) => !own.has(key))
    : poll.cast.map((key): BallotKey => (own.has(key) ? (key.replace(seat, into) as BallotKey) : key))
  return { ...box, poll: { ...poll, electors, cast } }
}

const keysOf = ({ seat, people }: Elector): readonly BallotKey[] =>
  Array.from({ length: people }, (_, index) => ballotKey(seat, index + 1))

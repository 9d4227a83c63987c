import { type BallotWrite, Conflict, type StoredBallot } from './store.ts'

/** The ballots of one poll in memory. */
export interface MemoryPoll {
  /** By pseudonym. */
  readonly ballots: Map<string, StoredBallot>
  /** Pseudonyms by whose they are. */
  readonly voters: Map<string, string>
}

export type MemoryPolls = Map<string, MemoryPoll>

const pollOf = (polls: MemoryPolls, id: string): MemoryPoll => {
  const poll = polls.get(id) ?? { ballots: new Map(), voters: new Map() }
  polls.set(id, poll)
  return poll
}

const isOf = (key: string, seat: string): boolean => key === seat || key.startsWith(`${seat}.`)

const put = (poll: MemoryPoll, write: Extract<BallotWrite, { readonly type: 'put' }>): void => {
  const { type: _type, poll: _poll, key, ...ballot } = write
  const known = poll.voters.get(key)
  if (known !== undefined && known !== ballot.voter) throw new Conflict('the ballot has another pseudonym')
  if (known === undefined && poll.ballots.has(ballot.voter)) throw new Conflict('the pseudonym is taken')
  const last = known === undefined ? 0 : (poll.ballots.get(known)?.seq ?? 0)
  if (ballot.seq !== last + 1) throw new Conflict(`the ballot is at ${last}, ${ballot.seq} does not follow`)
  poll.voters.set(key, ballot.voter)
  poll.ballots.set(ballot.voter, ballot)
}

const handOver = ({ ballots, voters }: MemoryPoll, seat: string, into: string): void => {
  for (const [key, voter] of voters) {
    if (!isOf(key, seat)) continue
    const target = key.replace(seat, into)
    const other = voters.get(target)
    voters.delete(key)
    if (other !== undefined && (ballots.get(other)?.cast || !ballots.get(voter)?.cast)) {
      ballots.delete(voter)
      continue
    }
    if (other !== undefined) ballots.delete(other)
    voters.set(target, voter)
  }
}

/** The polls after writes. What does not fit throws `Conflict`, and the polls that were given stand as they did. */
export const writeBallots = (before: MemoryPolls, writes: readonly BallotWrite[]): MemoryPolls => {
  const polls: MemoryPolls = new Map(
    [...before].map(([id, { ballots, voters }]) => [id, { ballots: new Map(ballots), voters: new Map(voters) }]),
  )
  for (const write of writes) {
    switch (write.type) {
      case 'put':
        put(pollOf(polls, write.poll), write)
        break
      case 'seal': {
        const { ballots, voters } = pollOf(polls, write.poll)
        voters.clear()
        for (const { voter, cast } of ballots.values()) if (!cast) ballots.delete(voter)
        break
      }
      case 'destroy':
        polls.delete(write.poll)
        break
      case 'unlink':
        for (const { voters } of polls.values())
          for (const key of voters.keys()) if (isOf(key, write.seat)) voters.delete(key)
        break
      case 'hand-over':
        for (const poll of polls.values()) handOver(poll, write.seat, write.into)
    }
  }
  return polls
}

/** The ballot of a key, while it is known whose it is. */
export const findBallot = (polls: MemoryPolls, poll: string, key: string): StoredBallot | undefined => {
  const found = polls.get(poll)
  const voter = found?.voters.get(key)
  return voter === undefined ? undefined : found?.ballots.get(voter)
}

/** Every ballot that was cast, in the sequence of the pseudonyms. */
export const listCast = (polls: MemoryPolls, poll: string): readonly StoredBallot[] =>
  [...(polls.get(poll)?.ballots.values() ?? [])]
    .filter(({ cast }) => cast)
    .toSorted((one, other) => (one.voter < other.voter ? -1 : 1))

import { type Refusal, type Result, type SeatId, type StepId, fail, ok, refusal } from '@roundel/shared/kernel'
import { type ScoringResult, scoringOf } from '@roundel/shared/scoring'
import { type Session, findBallotBox, findSeated, withPoll } from '@roundel/shared/session'
import { type Poll, ballotKey, countElectors, isElector, noteCast } from '@roundel/shared/voting'
import type { Store, StoredBallot } from '../storage/store.ts'
import type { Chance } from './chance.ts'
import type { CommandLine } from './command-line.ts'
import type { SessionCore } from './session-core.ts'

/** Which ballot somebody means: that of a step, as one of so many people on a device. */
export interface BallotAddress {
  readonly step: StepId
  /** From 1; more than one where several people share the device. */
  readonly person: number
}

/** A ballot as its voter gives it. */
export interface GivenBallot extends BallotAddress {
  /** Which poll they mean, so that none is answered with a ballot for the one before it. */
  readonly poll: string
  readonly body: unknown
  /** Whether it counts. What is not cast is kept for its voter until voting is over. */
  readonly cast: boolean
}

/** One's own ballot as it is kept. */
export interface OwnBallot {
  readonly poll: string
  readonly state: 'none' | 'begun' | 'cast'
  readonly seq: number
  readonly body?: unknown
}

/** How a ballot was taken. */
export interface TakenBallot {
  readonly poll: string
  readonly state: 'begun' | 'cast'
  readonly seq: number
  /** How many have cast by now, of how many. */
  readonly cast: number
  readonly electors: number
}

/** The ballots of a session. Each is known to its voter alone, and after closing not even whose it was. */
export interface Ballots {
  readonly own: (seat: SeatId, address: BallotAddress) => Promise<Result<OwnBallot, Refusal>>
  readonly give: (seat: SeatId, ballot: GivenBallot) => Promise<Result<TakenBallot, Refusal>>
  readonly result: (
    seat: SeatId,
    step: StepId,
  ) => Result<{ readonly poll: string; readonly result: ScoringResult }, Refusal>
}

const pollOf = (session: Session, seat: SeatId, step: StepId): Result<Poll, Refusal> => {
  const found = findSeated(session, seat)
  if (!found.ok) return found
  const box = findBallotBox(session, step)
  if (!box) return fail(refusal('unknown'))
  return box.poll ? ok(box.poll) : fail(refusal('wrong-phase'))
}

/** The poll of which somebody is an elector, or why they are not. */
const ownPoll = (session: Session, seat: SeatId, { step, person }: BallotAddress): Result<Poll, Refusal> => {
  const poll = pollOf(session, seat, step)
  if (!poll.ok) return poll
  return isElector(poll.value, { seat, person }) ? poll : fail(refusal('not-allowed'))
}

export const openBallots = (
  core: SessionCore,
  { inTurn }: Pick<CommandLine, 'inTurn'>,
  { store, chance }: { readonly store: Pick<Store, 'ballot'>; readonly chance: Pick<Chance, 'newId' | 'now'> },
): Ballots => {
  const { id } = core.ahead()

  /** Ballots on their way to the disk: nobody but this room writes any, so these are newer than what is there. */
  const underWay = new Map<string, StoredBallot>()
  const nameOf = (poll: Poll, seat: SeatId, person: number): string => `${poll.id} ${ballotKey(seat, person)}`

  const read = async (poll: Poll, seat: SeatId, person: number): Promise<StoredBallot | undefined> =>
    underWay.get(nameOf(poll, seat, person)) ?? store.ballot(id, poll.id, ballotKey(seat, person))

  const take = async (seat: SeatId, given: GivenBallot): Promise<() => Promise<Result<TakenBallot, Refusal>>> => {
    const refuse = (error: Refusal) => async () => fail(error)
    const session = core.ahead()
    const found = ownPoll(session, seat, given)
    if (!found.ok) return refuse(found.error)
    const poll = found.value
    if (poll.id !== given.poll || poll.state !== 'open') return refuse(refusal('closed'))
    const scoring = scoringOf(poll.scoring)
    const body = scoring.readBallot(given.body, poll)
    if (!body.ok) return refuse(body.error)
    if (given.cast && !scoring.isCastable(body.value)) return refuse(refusal('bad-input', { reason: 'empty' }))
    const { person, step, cast } = given
    const before = await read(poll, seat, person)
    // What was cast counts until it is cast anew; a change that is only begun stays with its voter.
    if (before?.cast && !cast) return refuse(refusal('duplicate', { state: 'cast' }))
    // Commands wait meanwhile, so the poll is as it was; time alone may have gone on.
    const decided = cast ? noteCast(poll, seat, person) : ok(poll)
    if (!decided.ok) return refuse(decided.error)
    const isFirst = cast && decided.value.cast.length > poll.cast.length
    const seq = (before?.seq ?? 0) + 1
    const side = poll.electors.find((elector) => elector.seat === seat)?.side
    const ballot: StoredBallot = {
      voter: before?.voter ?? chance.newId(),
      cast,
      seq,
      ...(side !== undefined && isTellingSides(poll) && { side }),
      body: JSON.stringify(body.value),
    }
    const name = nameOf(poll, seat, person)
    underWay.set(name, ballot)
    const stored = core.change({
      session: isFirst ? withPoll(core.ahead(), step, decided.value) : core.ahead(),
      ballots: [{ type: 'put', poll: poll.id, key: ballotKey(seat, person), ...ballot }],
    })
    const arrive = (): void => {
      if (underWay.get(name) === ballot) underWay.delete(name)
    }
    stored.then(arrive, arrive)
    // Handed back as a function, so that the next ballot need not wait for the disk.
    return async () => {
      await stored
      return ok({
        poll: poll.id,
        state: cast ? 'cast' : 'begun',
        seq,
        cast: decided.value.cast.length,
        electors: countElectors(poll),
      })
    }
  }

  return {
    own: async (seat, address) => {
      const found = ownPoll(core.durable(), seat, address)
      if (!found.ok) return found
      const poll = found.value
      if (poll.state !== 'open') return ok({ poll: poll.id, state: 'none', seq: 0 })
      const ballot = await read(poll, seat, address.person)
      if (!ballot) return ok({ poll: poll.id, state: 'none', seq: 0 })
      const { seq, cast, body } = ballot
      return ok({ poll: poll.id, state: cast ? 'cast' : 'begun', seq, body: JSON.parse(body) as unknown })
    },
    give: async (seat, ballot) => (await inTurn(() => take(seat, ballot)))(),
    result: (seat, step) => {
      const session = core.durable()
      const found = pollOf(session, seat, step)
      if (!found.ok) return found.error.code === 'wrong-phase' ? fail(refusal('not-revealed')) : found
      const result = findBallotBox(session, step)?.result
      return found.value.state === 'shown' && result
        ? ok({ poll: found.value.id, result })
        : fail(refusal('not-revealed'))
    },
  }
}

const isTellingSides = ({ settings }: Poll): boolean =>
  typeof settings === 'object' && settings !== null && 'groups' in settings && settings.groups === 'side-by-side'

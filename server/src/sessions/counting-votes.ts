import { asId } from '@roundel/shared/kernel'
import type { Ballot, Electorate } from '@roundel/shared/scoring'
import { type StepPoll, listPolls, withCount } from '@roundel/shared/session'
import { type Poll, type TallyJob, countElectors } from '@roundel/shared/voting'
import type { Store, StoredBallot } from '../storage/store.ts'
import type { Tally } from '../tally/tally.ts'
import type { CommandLine } from './command-line.ts'
import type { SessionCore } from './session-core.ts'

/** Counts every poll that is closed: once, also after a restart in between. */
export interface VoteCounting {
  /** Counts what is to be counted now. Resolves when it is on disk. */
  readonly run: () => Promise<void>
  readonly stop: () => void
}

const SIDES = ['team', 'client'] as const

const electorateOf = (poll: Poll, ballots: readonly StoredBallot[]): Electorate => ({
  eligible: countElectors(poll),
  groups: Object.fromEntries(
    SIDES.map((side) => [
      side,
      {
        eligible: countElectors({ electors: poll.electors.filter((elector) => elector.side === side) }),
        voters: ballots.flatMap((ballot) => (ballot.side === side ? [asId<'voter'>(ballot.voter)] : [])),
      },
    ]),
  ),
})

const jobOf = (poll: Poll, ballots: readonly StoredBallot[]): TallyJob => ({
  scoring: poll.scoring,
  settings: poll.settings,
  items: poll.items,
  ballots: ballots.map(({ voter, seq, body }): Ballot => ({
    scoring: poll.scoring,
    voter: asId(voter),
    seq,
    body: JSON.parse(body) as unknown,
  })),
  electorate: electorateOf(poll, ballots),
})

const isDue = ({ poll, isCounted }: StepPoll): boolean => poll.state === 'closed' && !isCounted

export const openVoteCounting = (
  core: SessionCore,
  { inTurn }: Pick<CommandLine, 'inTurn'>,
  {
    store,
    tally,
    onFault,
  }: {
    readonly store: Pick<Store, 'ballots'>
    readonly tally: Tally
    /** Called with why a count failed. It is tried again when the session is opened next. */
    readonly onFault: (error: unknown) => void
  },
): VoteCounting => {
  const underWay = new Set<string>()
  let isStopped = false

  const count = async ({ step, poll }: StepPoll): Promise<void> => {
    if (underWay.has(poll.id)) return
    underWay.add(poll.id)
    try {
      // Everything that was answered is on disk: whoever closed waited for it.
      const found = await tally(jobOf(poll, await store.ballots(core.durable().id, poll.id)))
      if (!found.ok) throw new Error(`a poll cannot be counted: ${found.error.code}`)
      await inTurn(async () => {
        if (isStopped) return
        const session = withCount(core.ahead(), step, poll.id, found.value)
        if (session !== core.ahead()) await core.change({ session, log: { seat: 'server', type: 'count' } })
      })
    } catch (error) {
      if (!isStopped) onFault(error)
    } finally {
      underWay.delete(poll.id)
    }
  }

  return {
    run: async () => {
      await Promise.all(listPolls(core.durable()).filter(isDue).map(count))
    },
    stop: () => {
      isStopped = true
    },
  }
}

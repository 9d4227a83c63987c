import * as v from 'valibot'
import { type Id, type ItemId, isId } from '../kernel/index.ts'

/** An item on a ballot, and the same as the key of a record. */
export const AnItem = v.custom<ItemId>((input) => isId<'item'>(input))
export const ItemKey = v.pipe(
  v.string(),
  v.check((input) => isId(input)),
)

/** A name for a voter that stands for nobody: made by chance for one scoring, told to nobody. */
export type Voter = Id<'voter'>

/**
 * What one voter cast, as it is kept: apart from people, under a pseudonym. `seq` grows each time that it is changed.
 *
 * Ties in it are ties: nothing that keeps a ballot may put an order where its voter put none.
 */
export interface Ballot<Body = unknown> {
  readonly scoring: string
  readonly voter: Voter
  readonly seq: number
  readonly body: Body
  /** The items that this voter was shown, where not all of them were. About the others they said nothing. */
  readonly shown?: readonly ItemId[]
}

/** Each voter's last ballot. */
export const latestBallots = (ballots: readonly Ballot[]): readonly Ballot[] => {
  const latest = new Map<Voter, Ballot>()
  for (const ballot of ballots) {
    const before = latest.get(ballot.voter)
    if (!before || before.seq < ballot.seq) latest.set(ballot.voter, ballot)
  }
  return [...latest.values()]
}

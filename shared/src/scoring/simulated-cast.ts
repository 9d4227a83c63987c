import { type ItemId, asId } from '../kernel/index.ts'
import type { Ballot, Voter } from './ballot.ts'
import type { Electorate } from './electorate.ts'

/** An item id out of a short name, for examples. */
export const itemNamed = (name: string): ItemId => asId(`item-${name}`.padEnd(16, '_'))

/** Ballots of voters who are numbered from 1, for examples. */
export const castAll = (scoring: string, bodies: readonly unknown[]): readonly Ballot[] =>
  bodies.map((body, index) => ({ scoring, voter: voterNumbered(index + 1), seq: 1, body }))

export const voterNumbered = (number: number): Voter => asId(`voter-${number}`.padEnd(16, '_'))

/** Just those who voted. */
export const electorateOf = (ballots: readonly Ballot[]): Electorate => ({ eligible: ballots.length })

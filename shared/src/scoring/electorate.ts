import type { Voter } from './ballot.ts'

/** Who may vote, as a count: fixed when voting opened. */
export interface Electorate {
  readonly eligible: number
  /** The same people in groups that are to be shown side by side, such as the team and the client. */
  readonly groups?: Readonly<Record<string, Group>>
}

export interface Group {
  readonly eligible: number
  /** The pseudonyms of this group's voters. */
  readonly voters: readonly Voter[]
}

/** How many voted, and what that is worth. */
export interface Turnout {
  readonly cast: number
  readonly eligible: number
  readonly quorum: number
  /** Without a quorum the result is shown with a mark, and never kept back. */
  readonly isQuorate: boolean
  /** So few ballots that the figures come close to telling single ones. */
  readonly isSecrecyWeak: boolean
}

/** With fewer ballots than these, secrecy is arithmetically weak and the values of a cell are not listed. */
export const SECRET_FROM = 4

/** How many ballots make a quorum unless the settings say otherwise: more than half of those eligible, at least three. */
export const quorumOf = (eligible: number): number => Math.max(3, Math.floor(eligible / 2) + 1)

/**
 * How many values an item needs to be put in order unless the settings say otherwise: from half of those who voted, at
 * least two. One person alone is enough where nobody else may vote.
 */
export const coverageOf = (cast: number, eligible: number): number =>
  eligible === 1 ? 1 : Math.max(2, Math.ceil(cast / 2))

export const turnoutOf = (cast: number, eligible: number, quorum: number = quorumOf(eligible)): Turnout => ({
  cast,
  eligible,
  quorum,
  isQuorate: cast >= quorum,
  isSecrecyWeak: cast < SECRET_FROM,
})

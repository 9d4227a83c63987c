import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { deviceStorage, followOtherTabs } from './stored.ts'

/** A ballot on this device: what was filled in, and what of it was cast. */
export interface LocalBallot {
  /** As its scoring reads it. */
  readonly body: unknown
  /** What counts, once something was cast: the server forgets whose it is when voting is over, so it is kept here. */
  readonly cast?: unknown
}

interface Ballots {
  /** By `ballotName`. */
  readonly ballots: Readonly<Record<string, LocalBallot>>
  readonly fill: (name: string, body: unknown) => void
  readonly noteCast: (name: string, body: unknown) => void
  readonly drop: (names: readonly string[]) => void
}

/** How many ballots a device keeps: the latest of so many votes. */
const KEPT_AT_MOST = 60

const keepLatest = (ballots: Readonly<Record<string, LocalBallot>>): Readonly<Record<string, LocalBallot>> =>
  Object.fromEntries(Object.entries(ballots).slice(-KEPT_AT_MOST))

/** Whose ballot of which poll. */
export const ballotName = (poll: string, seat: string, person: number): string => `${poll} ${seat} ${person}`

/** Ballots of this device: what was filled in is there after a reload, and without a network. */
export const useBallots = create<Ballots>()(
  persist(
    (set) => ({
      ballots: {},
      fill: (name, body) =>
        set(({ ballots }) => ({ ballots: keepLatest({ ...ballots, [name]: { ...ballots[name], body } }) })),
      noteCast: (name, body) =>
        set(({ ballots }) => ({ ballots: keepLatest({ ...ballots, [name]: { body, cast: body } }) })),
      drop: (names) =>
        set(({ ballots }) => ({
          ballots: Object.fromEntries(Object.entries(ballots).filter(([name]) => !names.includes(name))),
        })),
    }),
    { name: 'roundel.ballots', version: 1, storage: deviceStorage },
  ),
)

followOtherTabs('roundel.ballots', useBallots)

import { type ItemId, type Random, seededRandom } from '../kernel/index.ts'
import type { Ballot } from './ballot.ts'
import type { Scoring } from './scoring.ts'
import { castAll, itemNamed } from './simulated-cast.ts'

/** A vote by chance, the same for the same seed: for laws over every scoring. */
export interface AnyPoll {
  readonly items: readonly ItemId[]
  readonly ballots: readonly Ballot[]
  readonly settings: unknown
  readonly random: Random
}

export const anyPoll = (
  scoring: Pick<Scoring, 'id' | 'simulate'>,
  seed: number,
  { most = 6, voters = 7, settings = {} }: { most?: number; voters?: number; settings?: unknown } = {},
): AnyPoll => {
  const random = seededRandom(seed)
  const items = Array.from({ length: 1 + Math.floor(random() * most) }, (_, index) => itemNamed(`${index}`))
  const bodies = Array.from({ length: 1 + Math.floor(random() * voters) }, () =>
    scoring.simulate({ items, settings }, random),
  )
  return { items, ballots: castAll(scoring.id, bodies), settings, random }
}

import { type ItemId, asId } from '../../kernel/index.ts'
import type { Judged, Placed, ScoringResult } from '../../scoring/index.ts'
import type { Wanted } from '../wanted.ts'
import type { BallotBox } from './ballot-box.ts'

/** How many ideas a later step takes up, where the vote says nothing of how many are to be taken. */
const BRINGS = 3

const isJudged = (result: ScoringResult): result is ScoringResult & Judged => 'criteria' in result

const idsOf = (order: readonly Placed[]): readonly ItemId[] => order.map(({ item }) => asId(item))

/** What came first: what is taken, with all that is equal on the line; else the first three places. */
const bestOf = ({ order, cut }: ScoringResult): readonly ItemId[] =>
  cut ? [...cut.above, ...cut.onLine] : idsOf(order.filter(({ rank }) => rank !== null && rank <= BRINGS))

/** What people judged most differently, the most divided first. */
const disputedOf = (result: ScoringResult & Judged): readonly ItemId[] =>
  (['polarised', 'disputed'] as const).flatMap((wanted) =>
    result.items.flatMap(({ item, agreement }) => (agreement === wanted ? [asId<'item'>(item)] : [])),
  )

/** Some items by what they came to on one criterion, the lowest first; without those that have no value. */
const byLowest = (
  result: ScoringResult & Judged,
  criterion: string,
  of: ReadonlySet<ItemId> | undefined,
): readonly ItemId[] =>
  result.items
    .flatMap(({ item, cells }) => {
      const mean = cells.find((cell) => cell.criterion === criterion)?.figures?.mean
      return mean === undefined || of?.has(item) === false ? [] : [{ item, mean }]
    })
    .toSorted((one, other) => one.mean - other.mean)
    .map(({ item }) => item)

/**
 * What a vote hands on, once it is shown: of ideas only, by what the next step wants. What is wanted and cannot be told
 * from this vote gives way to what came first.
 */
export const bringFromVote = ({ poll, result }: BallotBox, wants: Wanted): readonly ItemId[] => {
  if (poll?.state !== 'shown' || poll.subject !== 'ideas' || !result) return []
  const best = bestOf(result)
  if (!isJudged(result)) return best
  switch (wants) {
    case 'best':
      return best
    case 'best-and-disputed':
      return [...new Set([...best, ...disputedOf(result)])]
    case 'disputed': {
      const disputed = disputedOf(result)
      return disputed.length > 0 ? disputed : best
    }
    case 'hard': {
      const hardest = byLowest(result, 'feasible', undefined).slice(0, 1)
      return hardest.length > 0 ? [...new Set([...hardest, ...best])] : best
    }
    case 'familiar': {
      const familiar = byLowest(result, 'novel', new Set(best))
      return familiar.length > 0 ? familiar : best
    }
  }
}

import type { ItemId } from '../../kernel/index.ts'
import { type Placed, placeLevels } from '../order.ts'
import { type Levels, type RankingBallot, countedLevels } from './ballot.ts'
import { condorcetWinner, countContests } from './condorcet.ts'
import { type Duels, emptyDuels, indexesOf, restrictDuels } from './duels.ts'
import type { RankingResult } from './result.ts'
import { schulzeGroups, schulzeOrder } from './schulze.ts'
import { kendallDistance, kendallTau } from './tau.ts'

/** What the order would be if an item had not been there. */
export interface WithoutItem {
  readonly isWhatIf: true
  readonly order: readonly Placed[]
  readonly winner: ItemId | null
}

const readDuels = ({ duels: { items, wins } }: RankingResult): Duels => {
  const duels = emptyDuels(items)
  for (const [row, each] of wins.entries()) duels.wins.set(each, row * items.length)
  return duels
}

/** The same ballots without one item: a question, which leaves the result as it was. The others may change places. */
export const rankWithout = (result: RankingResult, item: ItemId): WithoutItem => {
  const all = readDuels(result)
  const duels = restrictDuels(
    all,
    indexesOf(all).filter((index) => all.items[index] !== item),
  )
  const winner = condorcetWinner(countContests(duels))
  return {
    isWhatIf: true,
    order: placeLevels(
      schulzeOrder(schulzeGroups(duels, result.strength)),
      result.order.filter((each) => each.rank === null && each.item !== item).map((each) => each.item),
    ),
    winner: winner === undefined ? null : (duels.items[winner] ?? null),
  }
}

/** How close one's own ballot is to the order of all: for its voter alone. Tau-b, null where undefined, and distance in pairs. */
export const compareWithAll = (
  result: RankingResult,
  body: RankingBallot,
  shown: readonly ItemId[],
): { readonly tau: number | null; readonly distance: number } => {
  const own: Levels = countedLevels(body, shown, result.unranked)
  return { tau: kendallTau(own, result.levels), distance: kendallDistance(own, result.levels) }
}

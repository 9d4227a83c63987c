import type { ItemId } from '../../kernel/index.ts'
import { compareFractions } from '../fraction.ts'
import { type Placed, cutOf, levelsBy, placeLevels } from '../order.ts'
import type { Vote } from '../scoring.ts'
import type { VotingSettings } from '../settings.ts'
import { measureStability } from '../stability.ts'
import { type Levels, type RankingBallot, type Unranked, countedLevels, placesFor } from './ballot.ts'
import { type BordaCount, countBorda } from './borda.ts'
import { compareRules, kemenyPreference } from './comparison.ts'
import { measureConcordance } from './concordance.ts'
import { condorcetLoser, condorcetWinner, countContests, findComponents } from './condorcet.ts'
import { findCycles } from './cycles.ts'
import { type Duels, countLevels, emptyDuels, indexLevels, indexesOf, restrictDuels, winsOf } from './duels.ts'
import { findKemeny } from './kemeny.ts'
import type { RankedItem, RankingResult } from './result.ts'
import { type SchulzeGroup, type Strength, schulzeGroups, schulzeOrder } from './schulze.ts'

export interface RankingSettings extends VotingSettings {
  readonly unranked: Unranked
  readonly strength: Strength
  readonly full: number
  readonly top: number
}

/** All rules over all ballots. What too few ballots count is taken out before anything is compared. */
export const tallyRanking = ({
  ballots,
  items,
  settings,
  turnout,
  coverage,
  coverageWith,
}: Vote<RankingBallot, RankingSettings>): RankingResult => {
  const counted = ballots.map(({ body, shown }) => countedLevels(body, shown, settings.unranked))
  const sheets = counted.map((levels) => indexLevels(items, levels))
  const pool: Pool = { duels: emptyDuels(items), seen: items.map(() => 0) }
  for (const sheet of sheets) countSheet(pool, sheet)

  const main = orderPool(pool, coverage, settings.strength)
  const without = sheets.map((sheet) => {
    countSheet(pool, sheet, -1)
    const { order } = orderPool(pool, coverageWith(sheets.length - 1), settings.strength)
    countSheet(pool, sheet)
    return order
  })
  const { duels, groups, levels, order } = main
  const covered = counted.map((each) => keepItems(each, duels.items))
  const borda = countBorda(
    duels.size,
    covered.map((each) => indexLevels(duels.items, each)),
  )
  const contests = countContests(duels)
  const kemeny = findKemeny(duels)
  const at = (index: number | undefined): ItemId | null => (index === undefined ? null : (duels.items[index] ?? null))
  const ranks = new Map(order.map(({ item, rank }) => [item, rank ?? Infinity]))
  const bordaOf = new Map(duels.items.map((item, index) => [item, borda[index]]))
  return {
    scoring: 'ranking',
    turnout,
    coverage,
    order,
    cut: settings.cut === undefined ? null : cutOf(order, settings.cut),
    stability: measureStability(order, without, settings.cut),
    unranked: settings.unranked,
    strength: settings.strength,
    places: placesFor(items.length, settings),
    levels,
    items: describeItems(order, pool, duels, borda, contests),
    duels: {
      items: duels.items,
      wins: indexesOf(duels).map((one) => indexesOf(duels).map((other) => winsOf(duels, one, other))),
    },
    condorcet: {
      winner: at(condorcetWinner(contests)),
      loser: at(condorcetLoser(contests)),
      smith: (findComponents(duels)[0] ?? []).flatMap((index) => duels.items[index] ?? []),
    },
    kemeny,
    comparison: compareRules(levels.flat(), (one, other) => (ranks.get(one) ?? 0) - (ranks.get(other) ?? 0), {
      borda: (one, other) => compareBorda(bordaOf.get(one), bordaOf.get(other)),
      kemeny: kemenyPreference(kemeny),
    }),
    cycles: findCycles(groups, settings.strength),
    concordance: measureConcordance(covered, duels.items),
  }
}

/** All duels, and how many ballots say something of each item. Only the tally that made it changes it. */
interface Pool {
  readonly duels: Duels
  readonly seen: number[]
}

const countSheet = ({ duels, seen }: Pool, sheet: readonly (readonly number[])[], times: 1 | -1 = 1): void => {
  countLevels(duels, sheet, times)
  for (const level of sheet) for (const index of level) seen[index] = (seen[index] ?? 0) + times
}

interface PoolOrder {
  readonly duels: Duels
  readonly groups: readonly SchulzeGroup[]
  readonly levels: Levels
  readonly order: readonly Placed[]
}

/** Schulze's order of the items that enough ballots count. */
const orderPool = ({ duels: all, seen }: Pool, coverage: number, strength: Strength): PoolOrder => {
  const kept = indexesOf(all).filter((index) => (seen[index] ?? 0) >= coverage)
  const duels = kept.length === all.size ? all : restrictDuels(all, kept)
  const groups = schulzeGroups(duels, strength)
  const levels = schulzeOrder(groups)
  const inside = new Set(duels.items)
  const outside = all.items.filter((item) => !inside.has(item))
  return { duels, groups, levels, order: placeLevels(levels, outside) }
}

const keepItems = (levels: Levels, items: readonly ItemId[]): Levels => {
  const kept = new Set(items)
  return levels.map((level) => level.filter((item) => kept.has(item))).filter((level) => level.length > 0)
}

/** The higher share first; without one nothing is said. */
const compareBorda = (one: BordaCount | undefined, other: BordaCount | undefined): number =>
  one?.exact && other?.exact ? compareFractions(other.exact, one.exact) : 0

const describeItems = (
  order: readonly Placed[],
  { duels: { items }, seen }: Pool,
  duels: Duels,
  borda: readonly BordaCount[],
  contests: ReturnType<typeof countContests>,
): readonly RankedItem[] => {
  const indexes = indexesOf(duels)
  const compared = indexes.filter((index) => borda[index]?.exact)
  const bordaRanks = rankBy(compared, (one, other) => compareBorda(borda[one], borda[other]))
  const scoreOf = (index: number): number => (contests[index]?.wins ?? 0) - (contests[index]?.losses ?? 0)
  const copelandRanks = rankBy(indexes, (one, other) => scoreOf(other) - scoreOf(one))
  const [places, within] = [indexMap(items), indexMap(duels.items)]
  return order.map(({ item, rank }) => {
    const index = within.get(item)
    const [count, contest] = index === undefined ? [] : [borda[index], contests[index]]
    const counted = seen[places.get(item) ?? -1] ?? 0
    if (index === undefined || !count || !contest) return { item, rank, counted, borda: null, copeland: null }
    const { wins, ties, losses } = contest
    return {
      item,
      rank,
      counted,
      borda: { points: count.points, share: count.share, rank: bordaRanks.get(index) ?? null },
      copeland: {
        wins,
        ties,
        losses,
        score: wins - losses,
        display: wins + ties / 2,
        rank: copelandRanks.get(index) ?? indexes.length,
      },
    }
  })
}

const indexMap = (items: readonly ItemId[]): ReadonlyMap<ItemId, number> =>
  new Map(items.map((item, index) => [item, index]))

/** Ranks of indexes by a comparison, equals sharing the better one. */
const rankBy = (
  indexes: readonly number[],
  compare: (one: number, other: number) => number,
): ReadonlyMap<number, number> => {
  const ranks = new Map<number, number>()
  for (const level of levelsBy(indexes, compare)) {
    const rank = ranks.size + 1
    for (const index of level) ranks.set(index, rank)
  }
  return ranks
}

import { type Duels, indexesOf, marginOf } from './duels.ts'

/** Contests of one item against each other one. */
export interface Contests {
  readonly wins: number
  readonly ties: number
  readonly losses: number
}

/** How each item fares against the others one by one: wins less losses is its score by Copeland's rule (1951). */
export const countContests = (duels: Duels): readonly Contests[] =>
  indexesOf(duels).map((one) => {
    let [wins, ties, losses] = [0, 0, 0]
    for (let other = 0; other < duels.size; other++) {
      if (other === one) continue
      const margin = marginOf(duels, one, other)
      if (margin > 0) wins += 1
      else if (margin < 0) losses += 1
      else ties += 1
    }
    return { wins, ties, losses }
  })

/** The item that beats every other one by one (Condorcet 1785), if there is one. */
export const condorcetWinner = (contests: readonly Contests[]): number | undefined =>
  findOnly(contests, ({ ties, losses }) => ties === 0 && losses === 0)

/** The item that every other one beats, if there is one. A single item is a winner and no loser. */
export const condorcetLoser = (contests: readonly Contests[]): number | undefined =>
  contests.length < 2 ? undefined : findOnly(contests, ({ ties, wins }) => ties === 0 && wins === 0)

const findOnly = (contests: readonly Contests[], fits: (contest: Contests) => boolean): number | undefined => {
  const index = contests.findIndex(fits)
  return index < 0 ? undefined : index
}

/**
 * The items in groups such that everything in an earlier group beats everything in a later one, each group as small as
 * can be: the strongly connected components of "beats or is level with". The first is the Smith set (Smith 1973).
 *
 * Found by scores, two for a win and one for a tie: the best `k` items beat all others just when their scores add up to
 * the most that `k` items can have, after Landau (1953).
 */
export const findComponents = (duels: Duels): readonly (readonly number[])[] => {
  const scores = countContests(duels).map(({ wins, ties }) => 2 * wins + ties)
  const byScore = indexesOf(duels).toSorted((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0))
  const components: number[][] = []
  let component: number[] = []
  let sum = 0
  for (const [before, index] of byScore.entries()) {
    component.push(index)
    sum += scores[index] ?? 0
    const count = before + 1
    if (sum === count * (count - 1) + 2 * count * (duels.size - count)) {
      components.push(component.toSorted((one, other) => one - other))
      component = []
    }
  }
  return components
}

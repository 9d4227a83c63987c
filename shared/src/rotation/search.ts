import type { Random } from '../kernel/index.ts'
import { REVISIT_WEIGHT } from './closed-form.ts'
import type { Hall } from './hall.ts'
import { REPEAT } from './model.ts'

/** How a search goes about it. Heat is in repeats: what a worse plan may cost and still be tried now and then. */
export interface SearchOptions {
  readonly iterations: number
  /** The cost at which nothing better can be. */
  readonly goal: number
  /** The first round that may change. */
  readonly from: number
  readonly heat: number
}

const CONFLICT_TRIES = 8
/** Steps at which the search cools. */
const STAGES = 64
const COLDEST = 0.02
/** The weight of a revisit at first: at its full weight from the start, tight plans freeze. */
const FIRST_WEIGHT = 3

/** e^-x to a few digits by multiplication alone, which every engine does alike: `Math.exp` differs in the last digit. */
const decay = (x: number): number => {
  if (x >= 32) return 0
  let value = 1 - x / 1024
  for (let squared = 0; squared < 10; squared++) value *= value
  return value
}

/** The temperatures from hot to cold in equal ratios, found without powers or roots of the engine's own. */
const coolingRatio = (heat: number): number => {
  let [low, high] = [0, 1]
  for (let halved = 0; halved < 40; halved++) {
    const middle = (low + high) / 2
    let end = heat
    for (let stage = 1; stage < STAGES; stage++) end *= middle
    if (end > COLDEST) high = middle
    else low = middle
  }
  return high
}

/**
 * Improves a plan by swaps (simulated annealing), and leaves the best plan found in the hall. Answers the steps it took.
 *
 * Sizes of tables stay. A group moves as one, in exchange for as many who are in none.
 */
export const improve = (hall: Hall, random: Random, { iterations, goal, from, heat }: SearchOptions): number => {
  const { travellers, tables, rounds, groupOf, groups, pinned } = hall.model
  const count = travellers.length
  const open = rounds - from
  let least = hall.cost()
  if (open <= 0 || tables.length < 2 || count < 2 || least <= goal) return 0
  let best = hall.save()
  const below = (limit: number): number => Math.floor(random() * limit)
  const ratio = coolingRatio(heat)
  let temperature = heat * REPEAT
  let weight = FIRST_WEIGHT

  const hasConflict = (round: number, one: number): boolean => {
    const table = hall.at(round, one)
    const visit = pinned[one] ? 0 : REPEAT
    return hall.companyCost(round, one, table) + hall.tableCost(one, table, 1) > visit
  }
  const accepts = (change: number): boolean => change <= 0 || random() < decay(change / temperature)

  const moveOne = (round: number, one: number): void => {
    const partner = hall.findPartner(round, one, weight, random)
    if (partner && accepts(partner.change)) hall.swap(round, one, partner.other)
  }

  const moveGroup = (round: number, group: readonly number[]): void => {
    const here = hall.at(round, group[0] as number)
    if (group.some((member) => hall.at(round, member) !== here)) return
    const there = below(tables.length)
    const alone = there === here ? [] : hall.there(round, there).filter((one) => groupOf[one] === -1)
    if (alone.length < group.length) return
    const first = below(alone.length)
    const pairs = group.map((member, nth) => [member, alone[(first + nth) % alone.length] as number] as const)
    const before = hall.cost(weight)
    for (const [member, other] of pairs) hall.swap(round, member, other)
    if (accepts(hall.cost(weight) - before)) return
    for (const [member, other] of pairs) hall.swap(round, member, other)
  }

  let stage = 0
  for (let step = 0; step < iterations; step++) {
    if (Math.floor((step * STAGES) / iterations) > stage) {
      stage++
      temperature *= ratio
      weight = FIRST_WEIGHT + Math.floor(((REVISIT_WEIGHT - FIRST_WEIGHT) * stage) / (STAGES - 1))
    }
    let round = from + below(open)
    let one = below(count)
    for (let nth = 1; nth < CONFLICT_TRIES && !hasConflict(round, one); nth++) {
      round = from + below(open)
      one = below(count)
    }
    const group = groups[groupOf[one] as number]
    if (group) moveGroup(round, group)
    else moveOne(round, one)
    const cost = hall.cost()
    if (cost >= least) continue
    least = cost
    if (least <= goal) return step + 1
    best = hall.save()
  }
  hall.restore(best)
  return iterations
}

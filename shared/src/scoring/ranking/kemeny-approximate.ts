import { type Duels, marginOf, winsOf } from './duels.ts'
import type { Solved } from './kemeny.ts'

/**
 * One good order of a group that is too large to be solved: by wins at first, then each item is moved to where it agrees
 * with most ballots, until no single move helps. Says nothing of what the best orders have in common.
 */
export const approximateComponent = (duels: Duels, component: readonly number[]): Solved => {
  const wins = new Map(
    component.map((one) => [one, component.reduce((sum, other) => sum + winsOf(duels, one, other), 0)]),
  )
  const order = component.toSorted((one, other) => (wins.get(other) ?? 0) - (wins.get(one) ?? 0))
  while (improve(duels, order)) continue
  return { orders: [order], isComplete: false, settled: [] }
}

/** Moves every item once to its best place, in place; whether that gained anything. */
const improve = (duels: Duels, order: number[]): boolean => {
  let hasGained = false
  for (const item of order.slice()) {
    const from = order.indexOf(item)
    let [most, to] = [0, from]
    for (let place = from - 1, gain = 0; place >= 0; place--) {
      gain += marginOf(duels, item, order[place] as number)
      if (gain > most) [most, to] = [gain, place]
    }
    for (let place = from + 1, gain = 0; place < order.length; place++) {
      gain -= marginOf(duels, item, order[place] as number)
      if (gain > most) [most, to] = [gain, place]
    }
    if (to === from) continue
    order.splice(from, 1)
    order.splice(to, 0, item)
    hasGained = true
  }
  return hasGained
}

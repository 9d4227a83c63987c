import { countPairs, countingBound, repeatBound } from './bounds.ts'
import type { Hall } from './hall.ts'
import type { Model } from './model.ts'
import type { PlanFigures, UnmetWishes } from './rotation.ts'

/** The fewest repeats that a plan without a revisit can add, as far as can be proven. */
export const boundOf = ({ travellers, tables, rounds, groups, pinned }: Model): number => {
  // Wished-for company is no repeat, and whoever stays at one table needs no other: the proofs do not hold for them.
  if (groups.length > 0) return 0
  return (pinned.includes(1) ? countingBound : repeatBound)(travellers.length, tables.length, rounds)
}

/** Counts a finished plan anew, apart from the search that made it. */
export const judgePlan = (hall: Hall, iterations: number): PlanFigures => {
  const { model } = hall
  const { travellers, tables, rounds, groupOf, pinned, visits } = model
  let repeats = 0
  let revisits = 0
  for (const one of travellers.keys()) {
    for (let other = 0; other < one; other++) {
      if (groupOf[one] !== -1 && groupOf[one] === groupOf[other]) continue
      const met = model.metBefore(one, other)
      const more = countRounds(rounds, (round) => hall.at(round, one) === hall.at(round, other))
      repeats += countPairs(met + more) - countPairs(met)
    }
    if (pinned[one]) continue
    for (const table of tables.keys()) {
      const been = visits[one * tables.length + table] as number
      const more = countRounds(rounds, (round) => hall.at(round, one) === table)
      revisits += countPairs(been + more) - countPairs(been)
    }
  }
  const unmet = countUnmet(hall)
  const bound = boundOf(model)
  const isFulfilled = Object.values(unmet).every((count) => count === 0)
  const isBest = isFulfilled && revisits === 0 && repeats === bound
  const familiar = countFamiliar(hall)
  return { repeats, revisits, bound, isBest, ...(familiar && { familiar }), iterations, unmet }
}

const countFamiliar = (hall: Hall): PlanFigures['familiar'] => {
  const { acquainted, rounds } = hall.model
  if (acquainted.length === 0) return undefined
  const meets = ([one, other]: readonly [number, number]): boolean =>
    countRounds(rounds, (round) => hall.at(round, one) === hall.at(round, other)) > 0
  return { met: acquainted.filter(meets).length, of: acquainted.length }
}

const countUnmet = (hall: Hall): UnmetWishes => {
  const { travellers, tables, rounds, rooms, groups, barred, apart } = hall.model
  const count = (holds: (round: number) => number): number => {
    let sum = 0
    for (let round = 0; round < rounds; round++) sum += holds(round)
    return sum
  }
  const isBeside = (round: number, one: number, other: number): boolean => hall.at(round, one) === hall.at(round, other)
  const friends = groups.flatMap((group) =>
    group.flatMap((one, nth) => group.slice(0, nth).map((other) => [one, other] as const)),
  )
  return {
    apart: count((round) => apart.filter(([one, other]) => isBeside(round, one, other)).length),
    together: count((round) => friends.filter(([one, other]) => !isBeside(round, one, other)).length),
    barred: count(
      (round) => [...travellers.keys()].filter((one) => barred[one * tables.length + hall.at(round, one)] === 1).length,
    ),
    capacity: count((round) =>
      rooms.reduce((sum, room, table) => sum + Math.max(0, hall.there(round, table).length - Math.max(0, room)), 0),
    ),
  }
}

const countRounds = (rounds: number, holds: (round: number) => boolean): number => {
  let count = 0
  for (let round = 0; round < rounds; round++) if (holds(round)) count++
  return count
}

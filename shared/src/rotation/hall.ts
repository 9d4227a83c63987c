import { MUST, type Model, REPEAT } from './model.ts'
import { REVISIT_WEIGHT } from './closed-form.ts'

/** A plan under way: who sits where in each round, what that costs, and what a change would cost. */
export interface Hall {
  readonly model: Model
  /** The table of a traveller in a round, or -1. */
  readonly at: (round: number, traveller: number) => number
  /** Those at a table, in no order. */
  readonly there: (round: number, table: number) => readonly number[]
  readonly seat: (round: number, traveller: number, table: number) => void
  readonly unseat: (round: number, traveller: number) => void
  readonly swap: (round: number, one: number, other: number) => void
  /** What the company at a table costs somebody who comes there, or would be saved by whoever leaves it. */
  readonly companyCost: (round: number, traveller: number, table: number) => number
  /** What it costs to be at a table once more, or saves to leave it, when a revisit weighs so much. */
  readonly tableCost: (traveller: number, table: number, weight: number) => number
  /** What a swap of two from different tables adds to the cost. Both belong to no group. */
  readonly swapCost: (round: number, one: number, other: number, weight: number) => number
  /** The whole cost, when a revisit weighs so much. */
  readonly cost: (weight?: number) => number
  /** A copy of all seats, and back to it. */
  readonly save: () => Int16Array
  readonly restore: (saved: Int16Array) => void
}

/** Opens a hall in which nobody sits. */
export const openHall = (model: Model): Hall => {
  const { rounds, barred, groupOf, pinned } = model
  const count = model.travellers.length
  const tables = model.tables.length
  const known = model.known.slice()
  const visits = model.visits.slice()
  const seats = new Int16Array(rounds * count).fill(-1)
  const lists: number[][] = Array.from({ length: rounds * tables }, () => [])
  // Σ of `known` between a traveller and those at a table: makes the cost of a swap four look-ups.
  const near = new Int32Array(rounds * tables * count)
  let company = 0
  let revisits = 0
  let wrong = 0

  const at = (round: number, traveller: number): number => seats[round * count + traveller] as number
  const listOf = (round: number, table: number): number[] => lists[round * tables + table] as number[]
  const nearOf = (round: number, table: number): number => (round * tables + table) * count

  const know = (one: number, other: number, change: number): void => {
    const cost = (known[one * count + other] as number) + change
    known[one * count + other] = cost
    known[other * count + one] = cost
    for (let round = 0; round < rounds; round++) {
      const mine = at(round, one)
      if (mine >= 0) near[nearOf(round, mine) + other] = (near[nearOf(round, mine) + other] as number) + change
      const theirs = at(round, other)
      if (theirs >= 0) near[nearOf(round, theirs) + one] = (near[nearOf(round, theirs) + one] as number) + change
    }
  }
  const isGroup = (one: number, other: number): boolean => groupOf[one] === groupOf[other] && (groupOf[one] as number) >= 0

  const seat = (round: number, traveller: number, table: number): void => {
    const list = listOf(round, table)
    for (const other of list) {
      if (isGroup(traveller, other)) continue
      company += known[traveller * count + other] as number
      know(traveller, other, REPEAT)
    }
    const first = nearOf(round, table)
    const row = traveller * count
    for (let other = 0; other < count; other++) {
      near[first + other] = (near[first + other] as number) + (known[row + other] as number)
    }
    list.push(traveller)
    seats[round * count + traveller] = table
    const spot = traveller * tables + table
    if (!pinned[traveller]) revisits += visits[spot] as number
    visits[spot] = (visits[spot] as number) + 1
    wrong += barred[spot] as number
  }

  const unseat = (round: number, traveller: number): void => {
    const table = at(round, traveller)
    const list = listOf(round, table)
    list[list.indexOf(traveller)] = list.at(-1) as number
    list.pop()
    seats[round * count + traveller] = -1
    const first = nearOf(round, table)
    const row = traveller * count
    for (let other = 0; other < count; other++) {
      near[first + other] = (near[first + other] as number) - (known[row + other] as number)
    }
    for (const other of list) {
      if (isGroup(traveller, other)) continue
      know(traveller, other, -REPEAT)
      company -= known[traveller * count + other] as number
    }
    const spot = traveller * tables + table
    visits[spot] = (visits[spot] as number) - 1
    if (!pinned[traveller]) revisits -= visits[spot] as number
    wrong -= barred[spot] as number
  }

  const swap = (round: number, one: number, other: number): void => {
    const mine = at(round, one)
    const theirs = at(round, other)
    unseat(round, one)
    unseat(round, other)
    seat(round, one, theirs)
    seat(round, other, mine)
  }

  const companyCost = (round: number, traveller: number, table: number): number => {
    const sum = near[nearOf(round, table) + traveller] as number
    // Those at the table were met there once, which leaving takes back. Members of a group cost each other nothing.
    return at(round, traveller) === table ? sum - REPEAT * (listOf(round, table).length - 1) : sum
  }

  const tableCost = (traveller: number, table: number, weight: number): number => {
    const spot = traveller * tables + table
    return MUST * (barred[spot] as number) + (pinned[traveller] ? 0 : REPEAT * weight * (visits[spot] as number))
  }

  const swapCost = (round: number, one: number, other: number, weight: number): number => {
    const mine = at(round, one)
    const theirs = at(round, other)
    const between = known[one * count + other] as number
    const come =
      companyCost(round, one, theirs) +
      companyCost(round, other, mine) -
      2 * between +
      tableCost(one, theirs, weight) +
      tableCost(other, mine, weight)
    const once = REPEAT * weight
    const leave =
      companyCost(round, one, mine) +
      companyCost(round, other, theirs) +
      tableCost(one, mine, weight) -
      (pinned[one] ? 0 : once) +
      tableCost(other, theirs, weight) -
      (pinned[other] ? 0 : once)
    return come - leave
  }

  return {
    model,
    at,
    there: listOf,
    seat,
    unseat,
    swap,
    companyCost,
    tableCost,
    swapCost,
    cost: (weight = REVISIT_WEIGHT) => company + REPEAT * weight * revisits + MUST * wrong,
    save: () => seats.slice(),
    restore: (saved) => {
      for (const [spot, table] of saved.entries()) {
        const round = Math.floor(spot / count)
        const traveller = spot % count
        if (at(round, traveller) === table) continue
        if (at(round, traveller) >= 0) unseat(round, traveller)
        if (table >= 0) seat(round, traveller, table)
      }
    },
  }
}

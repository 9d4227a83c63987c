import type { Random } from '../kernel/index.ts'
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
  /**
   * Of some people by chance at other tables, who are in no group, the one whose swap with this one adds least to the
   * cost; undefined where chance named nobody.
   */
  readonly findPartner: (round: number, one: number, weight: number, random: Random) => Partner | undefined
  /** The whole cost, when a revisit weighs so much. */
  readonly cost: (weight?: number) => number
  /** A copy of all seats, and back to it. */
  readonly save: () => Int16Array
  readonly restore: (saved: Int16Array) => void
}

/** Somebody to change places with, and what that adds to the cost. */
export interface Partner {
  readonly other: number
  readonly change: number
}

/** So many people are looked at before one changes places. */
const PARTNERS = 24

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
  const isGroup = (one: number, other: number): boolean =>
    groupOf[one] === groupOf[other] && (groupOf[one] as number) >= 0

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

  // What leaving a table saves, all but the company: nine in ten steps of a search are spent in here and below.
  const leaving = (traveller: number, table: number, weight: number): number => {
    const spot = traveller * tables + table
    return MUST * (barred[spot] as number) + (pinned[traveller] ? 0 : REPEAT * weight * ((visits[spot] as number) - 1))
  }

  const findPartner = (round: number, one: number, weight: number, random: Random): Partner | undefined => {
    const mine = at(round, one)
    const here = nearOf(round, mine)
    const others = listOf(round, mine).length - 1
    const leave = (near[here + one] as number) - REPEAT * others + leaving(one, mine, weight)
    let partner = -1
    let change = Infinity
    for (let nth = 0; nth < PARTNERS; nth++) {
      const other = Math.floor(random() * count)
      const theirs = seats[round * count + other] as number
      if (theirs === mine || groupOf[other] !== -1) continue
      const there = (round * tables + theirs) * count
      const company =
        (near[there + one] as number) +
        (near[here + other] as number) -
        2 * (known[one * count + other] as number) -
        (near[there + other] as number) +
        REPEAT * ((lists[round * tables + theirs] as number[]).length - 1)
      const places = tableCost(one, theirs, weight) + tableCost(other, mine, weight) - leaving(other, theirs, weight)
      if (company + places - leave >= change) continue
      partner = other
      change = company + places - leave
    }
    return partner < 0 ? undefined : { other: partner, change }
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
    findPartner,
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

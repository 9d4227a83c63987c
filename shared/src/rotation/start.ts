import { type Random, shuffled } from '../kernel/index.ts'
import { REVISIT_WEIGHT, seatInClosedForm } from './closed-form.ts'
import { type Hall, openHall } from './hall.ts'
import type { Model } from './model.ts'
import type { RotationJob, Seating } from './rotation.ts'

/** A plan to begin the search from, in which everybody sits somewhere in every round, at tables as even as can be. */
export const startPlan = (model: Model, job: RotationJob, random: Random): Hall => {
  const hall = openHall(model)
  if (job.previous.length > 0) seatAsBefore(hall, job.previous.slice(0, model.rounds))
  else if (fitsClosedForm(model)) seatByColumns(hall, random)
  for (let round = 0; round < model.rounds; round++) {
    const isAnnounced = round < Math.min(job.announced, job.previous.length)
    if (!isAnnounced) for (const group of model.groups) dissolveSplit(hall, round, group)
    fillRound(hall, round, random)
    if (!isAnnounced) levelRound(hall, round)
  }
  return hall
}

/** Whether nothing is known of the people that the closed form could not know. */
const fitsClosedForm = ({ travellers, tables, groups, barred, visits, rooms }: Model): boolean =>
  groups.length === 0 &&
  !barred.includes(1) &&
  visits.every((times) => times === 0) &&
  rooms.every((room) => room >= Math.ceil(travellers.length / tables.length))

const seatByColumns = (hall: Hall, random: Random): void => {
  const { travellers, tables, rounds } = hall.model
  const order = shuffled([...travellers.keys()], random)
  for (const [round, places] of seatInClosedForm(travellers.length, tables.length, rounds).entries()) {
    for (const [nth, table] of places.entries()) hall.seat(round, order[nth] as number, table)
  }
}

const seatAsBefore = (hall: Hall, previous: readonly Seating[]): void => {
  const { travellers, tableOf } = hall.model
  for (const [round, seating] of previous.entries()) {
    const tables = new Map(
      seating.flatMap(({ table, travellers: there }) => there.map((seat) => [seat, table] as const)),
    )
    // In the order of the model, not of the lists.
    for (const [one, { id }] of travellers.entries()) {
      const table = tables.get(id)
      const at = table === undefined ? undefined : tableOf.get(table)
      if (at !== undefined) hall.seat(round, one, at)
    }
  }
}

/** A group that the plan so far does not keep together gets up, to be seated as one. */
const dissolveSplit = (hall: Hall, round: number, group: readonly number[]): void => {
  const seated = group.filter((member) => hall.at(round, member) >= 0)
  if (new Set(seated.map((member) => hall.at(round, member))).size < 2) return
  for (const member of seated) hall.unseat(round, member)
}

/** Seats all who stand: groups first, the largest before others, then those who may sit at few tables. */
const fillRound = (hall: Hall, round: number, random: Random): void => {
  const { travellers, tables, groups, groupOf, barred } = hall.model
  const isStanding = (traveller: number): boolean => hall.at(round, traveller) < 0
  const barsOf = (traveller: number): number =>
    barred.subarray(traveller * tables.length, (traveller + 1) * tables.length).reduce((sum, is) => sum + is, 0)
  const alone = [...travellers.keys()].filter((one) => groupOf[one] === -1 && isStanding(one))
  const units = [
    ...groups.map((group) => group.filter(isStanding)).toSorted((one, other) => other.length - one.length),
    ...shuffled(alone, random)
      .toSorted((one, other) => barsOf(other) - barsOf(one))
      .map((one) => [one]),
  ]
  for (const unit of units) {
    if (unit.length === 0) continue
    const table = tableFor(hall, round, unit, random)
    for (const traveller of unit) hall.seat(round, traveller, table)
  }
}

/** The table where the rest of a group sits; else the one that bars the fewest, has room, is smallest, is newest to them. */
const tableFor = (hall: Hall, round: number, unit: readonly number[], random: Random): number => {
  const { tables, groups, groupOf, barred, rooms } = hall.model
  const group = groups[groupOf[unit[0] as number] as number] ?? []
  const mate = group.find((member) => hall.at(round, member) >= 0)
  if (mate !== undefined) return hall.at(round, mate)
  const keys = shuffled([...tables.keys()], random).map((table) => {
    const size = hall.there(round, table).length
    const bars = unit.filter((traveller) => barred[traveller * tables.length + table]).length
    const over = Math.max(0, size + unit.length - (rooms[table] as number))
    let cost = 0
    for (const one of unit) {
      cost += hall.companyCost(round, one, table) + hall.tableCost(one, table, REVISIT_WEIGHT)
    }
    return { table, key: [bars, over, size, cost] }
  })
  const best = keys.reduce((least, each) => (compareKeys(each.key, least.key) < 0 ? each : least))
  return best.table
}

const compareKeys = (one: readonly number[], other: readonly number[]): number => {
  for (const [nth, value] of one.entries()) {
    if (value !== other[nth]) return value - (other[nth] as number)
  }
  return 0
}

/** Moves people from full tables to empty ones, one at a time, until sizes differ by one at most or nobody can move. */
const levelRound = (hall: Hall, round: number): void => {
  const { tables, rooms, barred, groupOf } = hall.model
  const sizeOf = (table: number): number => hall.there(round, table).length
  const findMove = (): { readonly one: number; readonly to: number } | undefined => {
    let best: { readonly one: number; readonly to: number; readonly key: readonly number[] } | undefined
    for (const from of tables.keys()) {
      for (const to of tables.keys()) {
        const over = sizeOf(from) > (rooms[from] as number) ? 1 : 0
        const gap = sizeOf(from) - sizeOf(to)
        if (from === to || sizeOf(to) >= (rooms[to] as number) || (over === 0 && gap < 2)) continue
        for (const one of hall.there(round, from)) {
          if (groupOf[one] !== -1 || barred[one * tables.length + to]) continue
          const cost =
            hall.companyCost(round, one, to) -
            hall.companyCost(round, one, from) +
            hall.tableCost(one, to, REVISIT_WEIGHT) -
            hall.tableCost(one, from, REVISIT_WEIGHT)
          const key = [-over, -gap, cost, one, to]
          if (!best || compareKeys(key, best.key) < 0) best = { one, to, key }
        }
      }
    }
    return best
  }
  for (let move = findMove(); move; move = findMove()) {
    hall.unseat(round, move.one)
    hall.seat(round, move.one, move.to)
  }
}

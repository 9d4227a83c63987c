import type { SeatId } from '../kernel/index.ts'
import type { RotationTable, Traveller, Wish } from './rotation.ts'

/** What must be, by the numbers of travellers and tables. */
export interface Demands {
  /** 1 where a traveller must not sit, at `traveller * tables + table`. */
  readonly barred: Uint8Array
  /** Travellers who stay together, each group in order, and the group of a traveller or -1. */
  readonly groups: readonly (readonly number[])[]
  readonly groupOf: Int32Array
  /** The pairs that must not meet. */
  readonly apart: readonly (readonly [number, number])[]
}

/** Turns places and wishes into tables that are barred, groups and pairs. Wishes to be together join into one group. */
export const readDemands = (
  travellers: readonly Traveller[],
  tables: readonly RotationTable[],
  wishes: readonly Wish[],
  indexOf: ReadonlyMap<SeatId, number>,
): Demands => {
  const barred = new Uint8Array(travellers.length * tables.length)
  const bar = (traveller: number, table: number): void => void (barred[traveller * tables.length + table] = 1)
  for (const [index, { place }] of travellers.entries()) {
    for (const [table, { place: there }] of tables.entries()) {
      if (place !== undefined && there !== undefined && place !== there) bar(index, table)
    }
  }

  const hostedBy = new Map(tables.flatMap(({ host }, index) => (host === undefined ? [] : [[host, index] as const])))
  const root = Array.from(travellers.keys())
  const rootOf = (index: number): number => (root[index] === index ? index : rootOf(root[index] as number))
  const apart: [number, number][] = []
  for (const { kind, seats } of wishes) {
    const moving = [...new Set(seats.flatMap((seat) => indexOf.get(seat) ?? []))]
    const hosted = seats.flatMap((seat) => hostedBy.get(seat) ?? [])
    for (const [nth, one] of moving.entries()) {
      for (const table of tables.keys()) {
        const isWithHost = hosted.includes(table)
        if (kind === 'apart' ? isWithHost : hosted.length > 0 && !isWithHost) bar(one, table)
      }
      for (const other of moving.slice(0, nth)) {
        if (kind === 'together') root[rootOf(one)] = rootOf(other)
        else apart.push([one, other])
      }
    }
  }

  const groups = [...Map.groupBy(root.keys(), rootOf).values()].filter((members) => members.length > 1)
  const groupOf = new Int32Array(travellers.length).fill(-1)
  for (const [group, members] of groups.entries()) {
    for (const one of members) groupOf[one] = group
    // A group sits where all of it may.
    for (const table of tables.keys()) {
      if (!members.some((member) => barred[member * tables.length + table])) continue
      for (const one of members) bar(one, table)
    }
  }
  // What is wished twice counts once: the costs of a plan have room for one wish per pair.
  const unique = new Map(
    apart.map(([one, other]) => {
      const pair = [Math.min(one, other), Math.max(one, other)] as const
      return [pair.join(' '), pair]
    }),
  )
  return { barred, groups, groupOf, apart: [...unique.values()] }
}

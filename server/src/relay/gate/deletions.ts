import { type Result, fail, ok } from '@roundel/shared/kernel'
import type * as Y from 'yjs'
import { type Arrival, type Ground, findArrivalIndex } from './ground.ts'
import { GATE_LIMITS } from './limits.ts'
import { GAP, type Stop, refuseBad } from './stop.ts'
import type { Deletions } from './update.ts'
import { type LiveStruct, findIndex, isCollected, structsOf } from './yjs-internals.ts'

/** What an update deletes that was not deleted before. */
export interface Deaths {
  /** The ranges that delete anything, or that concern what the update brings itself. */
  readonly kept: readonly Pick<Deletions, 'client' | 'ranges'>[]
  /** The sections of which the document knows every range already. */
  readonly known: readonly Deletions[]
  /** Whether any range is known already. */
  readonly repeated: boolean
  /** Items of the document, each with how many of its units go. */
  readonly live: readonly { readonly item: Y.Item; readonly units: number }[]
  readonly arrivals: readonly { readonly arrival: Arrival; readonly units: number }[]
  /** Whether the update deletes a unit. May say no for one that was deleted before. */
  readonly includes: (client: number, clock: number) => boolean
}

const TOO_MANY = refuseBad('too many deletions')
const NO_DEATHS = ok<Deaths>({ kept: [], known: [], repeated: false, live: [], arrivals: [], includes: () => false })

/**
 * Looks up what a delete set deletes. A client that comes back sends all it ever heard of, so known ranges count for
 * nothing. Takes time linear in the ranges and in what they cover.
 */
export const findDeaths = (ground: Ground, deletions: readonly Deletions[]): Result<Deaths, Stop> => {
  if (deletions.length === 0) return NO_DEATHS
  const kept: { client: number; ranges: number[] }[] = []
  const known: Deletions[] = []
  const live: { item: Y.Item; units: number }[] = []
  const arrivals: { arrival: Arrival; units: number }[] = []
  let count = 0
  let repeated = false
  for (const section of deletions) {
    const { client, ranges } = section
    const structs = structsOf(ground.doc, client)
    const incoming = ground.incoming.get(client)
    const base = incoming ? incoming.base : endOf(structs)
    const news: number[] = []
    let index = 0
    for (let at = 0; at < ranges.length; at += 2) {
      const from = ranges[at] as number
      const to = from + (ranges[at + 1] as number)
      if (to > (incoming ? incoming.end : base)) return fail(GAP)
      const before = live.length
      if (from < base) index = collectLive(structs, from, Math.min(to, base), index, live)
      if (live.length > GATE_LIMITS.deletedItems) return fail(TOO_MANY)
      if (incoming && to > base) collectArrivals(incoming.placed, Math.max(from, base), to, arrivals)
      if (live.length > before || to > base) news.push(from, to - from)
    }
    if (news.length < ranges.length) repeated = true
    if (news.length > 0) kept.push({ client, ranges: news })
    else known.push(section)
    count += news.length / 2
    if (count > GATE_LIMITS.deletionRanges) return fail(TOO_MANY)
  }
  const byClient = new Map(kept.map(({ client, ranges }) => [client, ranges]))
  const includes = (client: number, clock: number) => covers(byClient.get(client), clock)
  return ok({ kept, known, repeated, live, arrivals, includes })
}

const endOf = (structs: readonly LiveStruct[]): number => {
  const last = structs.at(-1)
  return last ? last.id.clock + last.length : 0
}

/** Adds the items of a range that are not deleted yet. Returns where to go on looking. */
const collectLive = (
  structs: readonly LiveStruct[],
  from: number,
  to: number,
  start: number,
  live: { item: Y.Item; units: number }[],
): number => {
  let index = findIndex(structs, from, start)
  for (; index < structs.length; index++) {
    const item = structs[index] as LiveStruct
    const { clock } = item.id
    if (clock >= to || live.length > GATE_LIMITS.deletedItems) break
    if (isCollected(item) || item.deleted) continue
    live.push({ item, units: Math.min(to, clock + item.length) - Math.max(from, clock) })
  }
  return index - 1
}

const collectArrivals = (
  placed: readonly Arrival[],
  from: number,
  to: number,
  arrivals: { arrival: Arrival; units: number }[],
): void => {
  for (let index = findArrivalIndex(placed, from); index < placed.length; index++) {
    const arrival = placed[index] as Arrival
    const { clock, length } = arrival.struct
    if (clock >= to) break
    arrivals.push({ arrival, units: Math.min(to, clock + length) - Math.max(from, clock) })
  }
}

/** Whether one of the ranges, which are ascending, takes up a clock. */
const covers = (ranges: readonly number[] | undefined, clock: number): boolean => {
  if (!ranges) return false
  let left = 0
  let right = ranges.length / 2 - 1
  while (left < right) {
    const middle = (left + right + 1) >>> 1
    if ((ranges[middle * 2] as number) <= clock) left = middle
    else right = middle - 1
  }
  const from = ranges[left * 2] as number
  return from <= clock && clock < from + (ranges[left * 2 + 1] as number)
}

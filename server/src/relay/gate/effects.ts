import type { Field } from '@roundel/shared/board'
import { type Result, fail, ok } from '@roundel/shared/kernel'
import { findLiveSpot } from './box.ts'
import type { Deaths } from './deletions.ts'
import { findField } from './fit.ts'
import { type Arrival, type Box, type Ground, type Spot, isArrival } from './ground.ts'
import { type Stop, refuseBad, refuseForbidden } from './stop.ts'
import { lastOf } from './yjs-internals.ts'

/** One thing that an update would do, before anybody was asked whether it may. */
export interface Effect {
  readonly op: 'create' | 'remove' | 'set' | 'text'
  readonly box: Box
  readonly record: string
  readonly field: string | undefined
  readonly value: unknown
}

/** How the length of a text changes, in UTF-16 units. */
export interface Tally {
  readonly box: Box
  inserted: number
  removed: number
}

/** All that an update would do. */
export interface Effects {
  readonly list: readonly Effect[]
  readonly tallies: readonly Tally[]
}

interface Collecting {
  readonly ground: Ground
  readonly deaths: Deaths
  readonly list: Effect[]
  readonly tallies: Tally[]
  readonly tallyOf: Map<Box, Tally>
  /** Keys of records that are written, or whose value is deleted. */
  readonly keys: Set<Spot>
}

/**
 * Collects what an update would do, each thing at least once. `spots` are those that something arrives at.
 *
 * A write to a key is a write whether it wins or not. What goes only because the record or the text that holds it is
 * deleted by the same update is part of that deletion; being overwritten does not count as such, since it may fail.
 */
export const findEffects = (ground: Ground, spots: readonly Spot[], deaths: Deaths): Result<Effects, Stop> => {
  const collecting: Collecting = { ground, deaths, list: [], tallies: [], tallyOf: new Map(), keys: new Set() }
  for (const spot of spots) {
    const stop = collectWrites(collecting, spot)
    if (stop) return fail(stop)
  }
  const stop = collectDeaths(collecting)
  if (stop) return fail(stop)
  for (const spot of collecting.keys) {
    const refusal = collectClearing(collecting, spot)
    if (refusal) return fail(refusal)
  }
  for (const { box } of collecting.tallies) push(collecting, 'text', box, box.record, box.field)
  return ok(collecting)
}

const push = (
  { list }: Collecting,
  op: Effect['op'],
  box: Box,
  record: string,
  field?: string,
  value?: unknown,
): void => {
  list.push({ op, box, record, field, value })
}

const collectWrites = (collecting: Collecting, spot: Spot): Stop | undefined => {
  const { box, key, arrivals } = spot
  if (key === null) {
    const tally = openTally(collecting, box)
    for (const { struct } of arrivals) if (struct.content.type === 'characters') tally.inserted += struct.length
    return undefined
  }
  if (box.level === 'collection') return collectRecord(collecting, spot, key)
  for (const { struct } of arrivals) {
    if (struct.content.type !== 'values') continue
    for (const value of struct.content.values) push(collecting, 'set', box, box.record, key, value)
  }
  collecting.keys.add(spot)
  return undefined
}

const collectRecord = (collecting: Collecting, { box, arrivals }: Spot, record: string): Stop | undefined => {
  push(collecting, 'create', box, record)
  const present = box.live && lastOf(box.live, record)
  if (present && !present.deleted) push(collecting, 'remove', box, record)
  for (const arrival of arrivals) {
    if (arrival.struct.content.type === 'record' && !isDead(collecting, arrival) && !isComplete(collecting, arrival)) {
      return refuseForbidden(`${box.collection}: a record lacks a field`)
    }
  }
  return undefined
}

/** Whether a new record has all that it cannot do without: records are made whole. */
const isComplete = ({ ground }: Collecting, arrival: Arrival): boolean => {
  const box = ground.boxes.get(arrival)
  const fields = ground.shape[arrival.spot?.box.collection ?? ''] ?? {}
  for (const name in fields) {
    if (fields[name]?.required && !box?.spots?.get(name)?.arrivals.length) return false
  }
  return true
}

const isDead = ({ deaths }: Collecting, { struct }: Arrival): boolean =>
  struct.content.type === 'deleted' || deaths.includes(struct.client, struct.clock + struct.length - 1)

const collectDeaths = (collecting: Collecting): Stop | undefined => {
  const { deaths, ground } = collecting
  for (const { item, units } of deaths.live) {
    const spot = findLiveSpot(ground, item)
    if (spot === undefined) return refuseBad('a deletion has no possible place')
    // Yjs marks what is held by something deleted as deleted too, so there is always a place.
    if (spot === null) continue
    const { box, key } = spot
    if (box.level === 'collection') push(collecting, 'remove', box, key ?? '')
    else if (isImplied(deaths, box)) continue
    else if (key === null) openTally(collecting, box).removed += units
    else collecting.keys.add(spot)
  }
  for (const { arrival, units } of deaths.arrivals) {
    if (arrival.spot?.key !== null || arrival.struct.content.type !== 'characters') continue
    openTally(collecting, arrival.spot.box).inserted -= units
  }
  return undefined
}

/** A key that is left without a value, though it had one or was written: it is cleared. */
const collectClearing = (collecting: Collecting, spot: Spot): Stop | undefined => {
  const { box, key } = spot
  if (key === null || !isCleared(collecting, spot, key) || isImplied(collecting.deaths, box)) return undefined
  const field = findField(collecting.ground.shape, box.collection, key)
  if (!field || mustStay(field, box)) return refuseForbidden(`${box.collection}.${key}: cannot be cleared`)
  push(collecting, 'set', box, box.record, key)
  return undefined
}

const mustStay = (field: Field, box: Box): boolean => field.required === true || (field.fixed === true && !box.fresh)

const isCleared = (collecting: Collecting, spot: Spot, key: string): boolean => {
  const last = spot.last === undefined ? spot.box.live && lastOf(spot.box.live, key) : spot.last
  if (!last) return false
  if (isArrival(last)) return isDead(collecting, last)
  return !last.deleted && collecting.deaths.includes(last.id.client, last.id.clock + last.length - 1)
}

/** Whether what holds a thing is deleted as well, with the record or by itself. */
export const isImplied = (deaths: Deaths, box: Box): boolean => {
  for (let holder: Box | undefined = box; holder?.id; holder = holder.within) {
    if (deaths.includes(holder.id.client, holder.id.clock)) return true
  }
  return false
}

const openTally = ({ tallies, tallyOf }: Collecting, box: Box): Tally => {
  const known = tallyOf.get(box)
  if (known) return known
  const tally: Tally = { box, inserted: 0, removed: 0 }
  tallies.push(tally)
  tallyOf.set(box, tally)
  return tally
}

import { findFreshBox, findLiveBox, findLiveSpot, findRoot } from './box.ts'
import {
  type Arrival,
  type Box,
  type Ground,
  type Incoming,
  type Neighbour,
  type Spot,
  findArrival,
  isArrival,
  spotIn,
} from './ground.ts'
import { GAP, type Stop, refuseBad } from './stop.ts'
import type { Id, Struct } from './update.ts'
import { findStruct, isCollected, nextClock, typeOf } from './yjs-internals.ts'

/** Why a struct has no place yet or never: what it names comes `later` in the update, is `missing`, or is `wrong`. */
type Lost = 'later' | 'missing' | 'wrong'

/**
 * Gives every struct of the update its place, in an order in which each names only what came before it.
 *
 * Structs are placed client by client as far as they go, until all are placed. A round without progress means that
 * something is missing. Takes time linear in the number of structs for each client id that writes.
 */
export const placeAll = (ground: Ground): Stop | undefined => {
  let waiting = [...ground.incoming.values()]
  while (waiting.length > 0) {
    let progress = false
    for (const incoming of waiting) {
      const before = incoming.placed.length
      const stop = placeNext(ground, incoming)
      if (stop) return stop
      if (incoming.placed.length > before) progress = true
    }
    if (!progress) return GAP
    waiting = waiting.filter(({ placed, structs }) => placed.length < structs.length)
  }
  return undefined
}

const TOO_OFTEN = refuseBad('a key is written too often')

const placeNext = (ground: Ground, { placed, structs }: Incoming): Stop | undefined => {
  while (placed.length < structs.length) {
    const arrival = placeStruct(ground, structs[placed.length] as Struct)
    if (arrival === 'later') return undefined
    if (arrival === 'missing') return GAP
    if (arrival === 'wrong') return refuseBad('a struct has no possible place')
    placed.push(arrival)
    const { spot } = arrival
    if (!spot) continue
    spot.arrivals.push(arrival)
    if (spot.key !== null && spot.arrivals.length > ground.writesPerKey) return TOO_OFTEN
  }
  return undefined
}

const placeStruct = (ground: Ground, struct: Struct): Arrival | Lost => {
  if (struct.content.type === 'collected') return { struct, spot: null, left: null, right: null }
  const left = struct.origin && findNeighbour(ground, struct, struct.origin)
  if (typeof left === 'string') return left
  const right = struct.rightOrigin && findNeighbour(ground, struct, struct.rightOrigin)
  if (typeof right === 'string') return right
  const beside = left ?? right
  const spot = beside ? spotOf(ground, beside) : findSpot(ground, struct)
  if (spot === undefined) return 'wrong'
  if (typeof spot === 'string') return spot
  // Origins in two places, or one gone and one not, would be read differently by different replicas.
  if (left && right && spotOf(ground, right) !== spot) return 'wrong'
  return { struct, spot, left, right }
}

/** What an id names, when this struct may name it: something of the document, or earlier in the update. */
const findNeighbour = (ground: Ground, struct: Struct, id: Id): Neighbour | Lost => {
  const incoming = ground.incoming.get(id.client)
  const base = incoming ? incoming.base : nextClock(ground.doc, id.client)
  if (id.clock < base) return findStruct(ground.doc, id.client, id.clock)
  if (id.client === struct.client && id.clock >= struct.clock) return 'wrong'
  if (!incoming || id.clock >= incoming.end) return 'missing'
  return findArrival(incoming, id.clock) ?? 'later'
}

const spotOf = (ground: Ground, neighbour: Neighbour): Spot | null | undefined =>
  isArrival(neighbour) ? neighbour.spot : findLiveSpot(ground, neighbour)

/** The place that a struct without origins claims; null when what held it is gone. */
const findSpot = (ground: Ground, struct: Struct): Spot | null | undefined | Lost => {
  const { parent, key } = struct
  if (parent === null) return undefined
  const box = typeof parent === 'string' ? findRoot(ground, parent) : findParent(ground, struct, parent)
  return typeof box === 'string' ? box : box && spotIn(box, key)
}

const findParent = (ground: Ground, struct: Struct, id: Id): Box | null | undefined | Lost => {
  const bearer = findNeighbour(ground, struct, id)
  if (typeof bearer === 'string') return bearer
  if (isArrival(bearer)) return findFreshBox(ground, bearer)
  if (isCollected(bearer) || bearer.deleted) return null
  const type = typeOf(bearer)
  return type && findLiveBox(ground, type)
}

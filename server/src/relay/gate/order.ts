import { type Arrival, type Ground, type Spot, isArrival } from './ground.ts'
import {
  type Budget,
  type Line,
  type Piece,
  addPiece,
  firstPiece,
  lastPiece,
  nextPiece,
  openLine,
  pieceAt,
  pieceFrom,
  pieceUpTo,
} from './line.ts'
import { type Stop, refuseBad } from './stop.ts'
import type { Id } from './update.ts'
import { firstOf, lastOf, rightOf } from './yjs-internals.ts'

const OUT_OF_ORDER = refuseBad('neighbours are out of order')
const TOO_COSTLY = refuseBad('merging costs too much')

/**
 * Finds where what arrives at a spot would stand, as Yjs would merge it, without merging it. Sets the spot's `last`.
 *
 * Refuses a struct whose right neighbour does not stand to the right of its left one: then its place would depend on
 * what else a replica has merged, and a reload would differ. Refuses as well one with something between its neighbours
 * that its client knew, because it names the nearest: what it made itself, which would also make merging quadratic, and
 * what one of the neighbours was built on.
 */
export const standAll = (ground: Ground, spot: Spot, budget: Budget): Stop | undefined => {
  const { arrivals } = spot
  const only = arrivals[0] as Arrival
  if (arrivals.length === 1 && (spot.key === null ? isBetween(only, spot) : isAfterLast(only, spot, spot.key))) {
    spot.last = only
    return undefined
  }
  const line = openLine(ground, spot, budget)
  for (const arrival of arrivals) {
    const stop = stand(line, arrival)
    if (stop) return stop
  }
  if (spot.key !== null) spot.last = lastPiece(line)?.source ?? null
  return budget.steps < 0 ? TOO_COSTLY : undefined
}

/** Whether it goes between two neighbours that stand side by side in the document: nothing to merge with. */
const isBetween = ({ struct, left, right }: Arrival, { box }: Spot): boolean => {
  if ((left && isArrival(left)) || (right && isArrival(right))) return false
  const rightClock = struct.rightOrigin?.clock
  const clock = struct.origin?.clock ?? 0
  if (left && clock < left.id.clock + left.length - 1) return right === left && rightClock === clock + 1
  const next = left ? rightOf(left) : box.live ? firstOf(box.live) : null
  return right === next && rightClock === next?.id.clock
}

/** Whether it follows what its key holds now. */
const isAfterLast = ({ struct, left }: Arrival, { box }: Spot, key: string): boolean => {
  const last = (box.live && lastOf(box.live, key)) ?? null
  return left === last && (!last || struct.origin?.clock === last.id.clock + last.length - 1)
}

const stand = (line: Line, arrival: Arrival): Stop | undefined => {
  const { struct } = arrival
  // The right one first: cutting for it must not move the end of the left one.
  const right = arrival.right && pieceFrom(line, arrival.right, (struct.rightOrigin as Id).clock)
  const left = arrival.left && pieceUpTo(line, arrival.left, (struct.origin as Id).clock)
  const start = left ? nextPiece(line, left) : firstPiece(line)
  for (let piece = start; piece !== right; piece = nextPiece(line, piece)) {
    if (!piece || piece.client === struct.client || isKnownBy(left, piece) || isKnownBy(right, piece))
      return OUT_OF_ORDER
    if (line.budget.steps < 0) return TOO_COSTLY
  }
  addPiece(line, arrival, findLeft(line, arrival, left, start, right))
  return undefined
}

/**
 * Whether whoever knows a neighbour knows a piece: the neighbour names it, or its client made the piece before it. All
 * that was merged into one item has its right neighbour in common.
 */
const isKnownBy = (neighbour: Piece | null, piece: Piece): boolean => {
  if (!neighbour) return false
  if (piece.client === neighbour.client && piece.clock < neighbour.clock) return true
  return isIn(piece, neighbour.origin) || isIn(piece, neighbour.rightOrigin)
}

const isIn = ({ client, clock, length }: Piece, id: Id | null): boolean =>
  id !== null && id.client === client && id.clock >= clock && id.clock < clock + length

/**
 * The piece after which an arrival comes to stand: the conflict resolution of Yjs (`Item.integrate`), which is YATA as
 * in Nicolaescu et al., "Near real-time peer-to-peer shared editing on extensible data types", 2016.
 */
const findLeft = (line: Line, { struct }: Arrival, left: Piece | null, start: Piece | null, right: Piece | null) => {
  let found = left
  const seen = ++line.mark
  // A new mark stands for an empty set of rivals.
  let rivals = ++line.mark
  for (let other = start; other && other !== right; other = nextPiece(line, other)) {
    other.seenBy = seen
    other.rivalIn = rivals
    if (areSame(struct.origin, other.origin)) {
      if (other.client < struct.client) {
        found = other
        rivals = ++line.mark
      } else if (areSame(struct.rightOrigin, other.rightOrigin)) break
    } else {
      const before = other.origin && pieceAt(line, other.origin)
      if (before?.seenBy !== seen) break
      if (before.rivalIn === rivals) continue
      found = other
      rivals = ++line.mark
    }
  }
  return found
}

const areSame = (one: Id | null, other: Id | null): boolean =>
  one === other || (one !== null && other !== null && one.client === other.client && one.clock === other.clock)

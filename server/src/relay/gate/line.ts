import { type Arrival, type Ground, type Neighbour, type Spot, findArrival, isArrival } from './ground.ts'
import type { Id } from './update.ts'
import { type LiveStruct, findStruct, firstOf, lastOf, nextClock, originsOf, rightOf } from './yjs-internals.ts'

/** How many more steps a message may cost. Counted down. */
export interface Budget {
  steps: number
}

/** A part of an item in a line. Items are cut where something was put between their units. */
export interface Piece {
  readonly client: number
  readonly clock: number
  length: number
  readonly origin: Id | null
  readonly rightOrigin: Id | null
  readonly source: Neighbour
  /** Undefined while the neighbour in the document has not been looked at. */
  next: Piece | null | undefined
  /** Marks of the last search that came by: sets of pieces would take most of its time. */
  seenBy: number
  rivalIn: number
}

/**
 * What stands at a spot, in its order, to which arrivals are added without touching the document.
 *
 * Pieces are made when they are looked at, so that a line costs what is seen of it, not its length.
 */
export interface Line {
  readonly ground: Ground
  readonly budget: Budget
  /** Undefined while it was not looked for. */
  first: Piece | null | undefined
  readonly spot: Spot
  readonly pieces: Map<Neighbour, Piece[]>
  /** The last mark that a search used. */
  mark: number
}

export const openLine = (ground: Ground, spot: Spot, budget: Budget): Line => ({
  ground,
  budget,
  first: undefined,
  spot,
  pieces: new Map(),
  mark: 0,
})

const liveOf = ({ box, key }: Spot) => {
  if (!box.live) return null
  return key === null ? firstOf(box.live) : (lastOf(box.live, key) ?? null)
}

/** The first piece of the line; null while it is empty. */
export const firstPiece = (line: Line): Piece | null => {
  if (line.first !== undefined) return line.first
  let item = liveOf(line.spot)
  // What was written to a key is found by its last item only.
  while (item?.left && line.budget.steps-- > 0) item = item.left
  line.first = item && headOf(line, item)
  return line.first
}

/** The last piece of a key's line: what the key holds; null while it is empty. */
export const lastPiece = (line: Line): Piece | null => {
  const item = liveOf(line.spot)
  let piece = item ? (piecesOf(line, item).at(-1) as Piece) : firstPiece(line)
  for (let next = piece && nextPiece(line, piece); next; next = nextPiece(line, next)) piece = next
  return piece
}

/** The piece after a piece. Costs a step. */
export const nextPiece = (line: Line, piece: Piece): Piece | null => {
  line.budget.steps--
  if (piece.next !== undefined) return piece.next
  const item = isArrival(piece.source) ? null : rightOf(piece.source)
  piece.next = item && headOf(line, item)
  return piece.next
}

const headOf = (line: Line, item: LiveStruct): Piece => piecesOf(line, item)[0] as Piece

const piecesOf = (line: Line, source: Neighbour): Piece[] => {
  const known = line.pieces.get(source)
  if (known) return known
  const pieces = [makePiece(source)]
  line.pieces.set(source, pieces)
  return pieces
}

const makePiece = (source: Neighbour): Piece => {
  if (isArrival(source)) {
    const { client, clock, length, origin, rightOrigin } = source.struct
    return { client, clock, length, origin, rightOrigin, source, next: null, seenBy: 0, rivalIn: 0 }
  }
  const { id, length } = source
  const { origin, rightOrigin } = originsOf(source)
  const { client, clock } = id
  return { client, clock, length, origin, rightOrigin, source, next: undefined, seenBy: 0, rivalIn: 0 }
}

/** The piece that holds a unit of a struct that stands in the line. */
export const pieceAt = (line: Line, id: Id): Piece => {
  const pieces = piecesOf(line, sourceOf(line.ground, id))
  return pieces[indexOf(pieces, id.clock)] as Piece
}

const sourceOf = (ground: Ground, { client, clock }: Id): Neighbour => {
  if (clock < nextClock(ground.doc, client)) return findStruct(ground.doc, client, clock)
  const incoming = ground.incoming.get(client)
  return (incoming && findArrival(incoming, clock)) as Arrival
}

const indexOf = (pieces: readonly Piece[], clock: number): number => {
  let left = 0
  let right = pieces.length - 1
  while (left < right) {
    const middle = (left + right + 1) >>> 1
    if ((pieces[middle] as Piece).clock <= clock) left = middle
    else right = middle - 1
  }
  return left
}

/** The piece that begins with a unit of `source`, cut there if need be. */
export const pieceFrom = (line: Line, source: Neighbour, clock: number): Piece => {
  const pieces = piecesOf(line, source)
  const index = indexOf(pieces, clock)
  const piece = pieces[index] as Piece
  return piece.clock === clock ? piece : cutPiece(pieces, index, clock)
}

/** The piece that ends with a unit of `source`, cut there if need be. */
export const pieceUpTo = (line: Line, source: Neighbour, clock: number): Piece => {
  const pieces = piecesOf(line, source)
  const index = indexOf(pieces, clock)
  const piece = pieces[index] as Piece
  if (piece.clock + piece.length - 1 > clock) cutPiece(pieces, index, clock + 1)
  return piece
}

/** Cuts a piece as Yjs cuts items: the right part follows the left one and keeps its right neighbour. */
const cutPiece = (pieces: Piece[], index: number, clock: number): Piece => {
  const left = pieces[index] as Piece
  const origin = { client: left.client, clock: clock - 1 }
  const right: Piece = { ...left, clock, length: left.clock + left.length - clock, origin }
  left.length = clock - left.clock
  left.next = right
  pieces.splice(index + 1, 0, right)
  return right
}

/** Puts an arrival after a piece, or first. */
export const addPiece = (line: Line, arrival: Arrival, after: Piece | null): void => {
  const piece = makePiece(arrival)
  piece.next = after ? nextPiece(line, after) : firstPiece(line)
  if (after) after.next = piece
  else line.first = piece
  line.pieces.set(arrival, [piece])
}

import type { RecordShape } from '@roundel/shared/board'
import type * as Y from 'yjs'
import type { Id, Struct } from './update.ts'
import type { LiveStruct, LiveType } from './yjs-internals.ts'

/** A map or text of a document: a collection, a record in it, or a text field of that record. */
export interface Box {
  readonly level: 'collection' | 'record' | 'text'
  readonly collection: string
  /** The record's id, and the field's name; empty above their level. */
  readonly record: string
  readonly field: string
  /** What holds it; undefined for a collection. */
  readonly within: Box | undefined
  /** The id of the struct that brings it; undefined for a collection. */
  readonly id: Id | undefined
  /** The type in the document; undefined for what the update brings and for a collection without content. */
  readonly live: LiveType | undefined
  /** Its record is made by this very update. */
  readonly fresh: boolean
  /** The spots in it that were looked at. Undefined while there are none. */
  spots: Map<string | null, Spot> | undefined
}

/** A place that things are written to one after the other: a key of a map, or the list of a text (`key` is null). */
export interface Spot {
  readonly box: Box
  readonly key: string | null
  /** What the update brings to it, in an order in which it can be applied. */
  readonly arrivals: Arrival[]
  /** For a key that something arrives at: what it holds afterwards. Undefined before that is known. */
  last: Neighbour | null | undefined
}

/** A struct of the update with its place. */
export interface Arrival {
  readonly struct: Struct
  /** Null when it can have no effect: what held its place is gone. Yjs keeps only its length. */
  readonly spot: Spot | null
  /** What its origins name. */
  readonly left: Neighbour | null
  readonly right: Neighbour | null
}

/** A struct that another names: of the document, or of the update. */
export type Neighbour = LiveStruct | Arrival

export const isArrival = (neighbour: Neighbour): neighbour is Arrival => 'struct' in neighbour

/** What one client id brings that the document does not have: without gaps from `base` to `end`. */
export interface Incoming {
  readonly client: number
  readonly base: number
  readonly end: number
  readonly structs: readonly Struct[]
  /** Those of `structs` that have been placed so far, in the same order. */
  readonly placed: Arrival[]
  /** Whether its first struct is the rest of one whose beginning the document has. */
  readonly cut: boolean
  /** Whether it is the first that this client id writes. */
  readonly unclaimed: boolean
}

/** What places are looked up in. */
export interface Ground {
  readonly doc: Y.Doc
  readonly shape: Readonly<Record<string, RecordShape>>
  readonly incoming: ReadonlyMap<number, Incoming>
  readonly writesPerKey: number
  /** Boxes found so far, by name of collection, live type or arrival. Null for one that is deleted. */
  readonly boxes: Map<string | LiveType | Arrival, Box | null>
}

/** The spot of a key in a box. */
export const spotIn = (box: Box, key: string | null): Spot => {
  const known = box.spots?.get(key)
  if (known) return known
  const spot: Spot = { box, key, arrivals: [], last: undefined }
  box.spots ??= new Map()
  box.spots.set(key, spot)
  return spot
}

/** The index of the arrival that takes up a clock, which must be taken. */
export const findArrivalIndex = (arrivals: readonly Arrival[], clock: number): number => {
  let left = 0
  let right = arrivals.length - 1
  while (left < right) {
    const middle = (left + right + 1) >>> 1
    if ((arrivals[middle] as Arrival).struct.clock <= clock) left = middle
    else right = middle - 1
  }
  return left
}

/** The struct of the update that takes up a clock, when it is placed already. */
export const findArrival = ({ placed }: Incoming, clock: number): Arrival | undefined => {
  const last = placed[placed.length - 1]
  if (!last || clock >= last.struct.clock + last.struct.length) return undefined
  return placed[findArrivalIndex(placed, clock)]
}

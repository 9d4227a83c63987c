import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { readWhole } from './reading.ts'

/** How many structs of each client somebody has. */
export type StateVector = ReadonlyMap<number, number>

/** Reads what a client sent; undefined when it is not exactly a state vector. */
export const parseStateVector = (bytes: Uint8Array): StateVector | undefined =>
  readWhole(bytes, (decoder) => {
    const vector = new Map<number, number>()
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const client = decoding.readVarUint(decoder)
      vector.set(client, decoding.readVarUint(decoder))
    }
    return vector
  })

/**
 * What of `vector` exists in `known`.
 *
 * A client that typed offline knows more than the server; without that surplus, clients that are equally far ask the
 * same question and can get the same answer.
 */
export const clampStateVector = (vector: StateVector, known: StateVector): StateVector => {
  const clamped = new Map<number, number>()
  for (const [client, clock] of vector) {
    const common = Math.min(clock, known.get(client) ?? 0)
    if (common > 0) clamped.set(client, common)
  }
  return clamped
}

/** The same text for the same vector, in whatever order it came. */
export const stateVectorKey = (vector: StateVector): string =>
  [...vector]
    .toSorted(([one], [other]) => one - other)
    .map(([client, clock]) => `${client}:${clock}`)
    .join()

/** The state vector of a document that is given by its whole state and the updates after it. */
export const stateVectorOf = (state: Uint8Array, updates: readonly Uint8Array[]): Map<number, number> => {
  const vector = new Map(Y.decodeStateVector(Y.encodeStateVectorFromUpdate(state)))
  for (const update of updates) {
    for (const [client, clock] of Y.parseUpdateMeta(update).to) {
      vector.set(client, Math.max(clock, vector.get(client) ?? 0))
    }
  }
  return vector
}

export const encodeStateVector = (vector: StateVector): Uint8Array => Y.encodeStateVector(new Map(vector))

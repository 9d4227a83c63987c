import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { readWhole } from './reading.ts'

interface Range {
  readonly clock: number
  readonly end: number
}

/** What is deleted in a document, by client; ranges ascend and do not touch. */
export type KnownDeletes = ReadonlyMap<number, readonly Range[]>

const EMPTY = Uint8Array.of(0, 0)

/** Whether an update holds nothing at all: what a client with an empty document answers. */
export const isEmptyUpdate = (update: Uint8Array): boolean =>
  update.length === EMPTY.length && update.every((byte, index) => byte === EMPTY[index])

const joinRanges = (ranges: readonly Range[]): readonly Range[] => {
  const result: Range[] = []
  for (const range of ranges.toSorted((one, other) => one.clock - other.clock)) {
    const last = result.at(-1)
    if (last && range.clock <= last.end)
      result[result.length - 1] = { clock: last.clock, end: Math.max(last.end, range.end) }
    else result.push(range)
  }
  return result
}

/** What is deleted in a document that is given by its whole state and the updates after it. */
export const readKnownDeletes = (state: Uint8Array, updates: readonly Uint8Array[]): KnownDeletes => {
  // Without its structs, which would be dear to build.
  const bare = Y.diffUpdate(state, Y.encodeStateVectorFromUpdate(state))
  const ranges = new Map<number, Range[]>()
  for (const update of [bare, ...updates]) {
    for (const [client, deletes] of Y.decodeUpdate(update).ds.clients) {
      const found = ranges.get(client) ?? []
      for (const { clock, len } of deletes) found.push({ clock, end: clock + len })
      ranges.set(client, found)
    }
  }
  return new Map([...ranges].map(([client, found]) => [client, joinRanges(found)]))
}

const covers = (known: readonly Range[], wanted: Range): boolean => {
  let low = 0
  let high = known.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const range = known[middle] as Range
    if (range.end <= wanted.clock) low = middle + 1
    else if (range.clock > wanted.clock) high = middle - 1
    else return wanted.end <= range.end
  }
  return false
}

/**
 * Whether an update brings no content and deletes only what is deleted already: what a client that is up to date answers.
 *
 * Says so without opening the document; false for anything it is not sure of.
 */
export const repeatsDeletes = (update: Uint8Array, known: KnownDeletes): boolean =>
  readWhole(update, (decoder) => {
    if (decoding.readVarUint(decoder) !== 0) return false
    let repeats = true
    for (let clients = decoding.readVarUint(decoder); clients > 0; clients--) {
      const ranges = known.get(decoding.readVarUint(decoder)) ?? []
      for (let left = decoding.readVarUint(decoder); left > 0; left--) {
        const clock = decoding.readVarUint(decoder)
        const length = decoding.readVarUint(decoder)
        repeats &&= length > 0 && covers(ranges, { clock, end: clock + length })
      }
    }
    return repeats
  }) ?? false

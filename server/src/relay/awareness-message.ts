import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { readBytes, readWhole } from './reading.ts'

/** One state in an awareness update: whose, how new, and what, as JSON in UTF-8 that nobody has looked into yet. */
export interface AwarenessEntry {
  readonly client: number
  readonly clock: number
  readonly json: Uint8Array
}

/** The states in an awareness update of y-protocols; undefined when it is not one. */
export const parseAwareness = (payload: Uint8Array): readonly AwarenessEntry[] | undefined =>
  readWhole(payload, (decoder) => {
    const entries: AwarenessEntry[] = []
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const client = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      entries.push({ client, clock, json: readBytes(decoder) })
    }
    return entries
  })

/** An awareness update of entries that are encoded already. */
export const encodeAwareness = (entries: readonly Uint8Array[]): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length)
    for (const entry of entries) encoding.writeUint8Array(encoder, entry)
  })

/** One entry of an awareness update; `state` undefined says that it is gone. */
export const encodeAwarenessEntry = (client: number, clock: number, state: object | undefined): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, JSON.stringify(state ?? null))
  })

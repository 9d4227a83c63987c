import { LIMITS, type Result, fail, ok } from '@roundel/shared/kernel'
import { type CloseCode, MESSAGE, SYNC } from '@roundel/shared/protocol'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { openFrameReader } from './frame-reader.ts'
import { readBytes, readWhole } from './reading.ts'
import type { Connection, Wire } from './wire.ts'

/** One exchange with a document, for somebody who has no socket: what they have, and what they wrote. */
export interface Asked {
  /** A Yjs state vector. */
  readonly vector: Uint8Array
  /** A Yjs update with everything that the server may lack; of length 0 when there is nothing. */
  readonly update: Uint8Array
}

/** What an exchange may weigh: the largest question, the largest answer, and their two lengths. */
export const EXCHANGE_BYTES = LIMITS.syncStep1Bytes + LIMITS.syncStep2Bytes + 6

/** Reads the body of an exchange; undefined when it is not exactly two byte strings. */
export const parseExchange = (body: Uint8Array): Asked | undefined =>
  readWhole(body, (decoder) => {
    const vector = readBytes(decoder)
    return { vector, update: readBytes(decoder) }
  })

const syncMessage = (type: keyof typeof SYNC, payload: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync)
    encoding.writeVarUint(encoder, SYNC[type])
    encoding.writeVarUint8Array(encoder, payload)
  })

/** Gathers what a room says until the answer is whole and the write it waits for, if any, is durable. */
const openEar = (awaitsWrite: boolean, onWhole: (update: Uint8Array) => void) => {
  const parts: Uint8Array[] = []
  let isAnswered = false
  let isDurable = !awaitsWrite
  return (message: Uint8Array): void => {
    const decoder = decoding.createDecoder(message)
    const type = decoding.readVarUint(decoder)
    if (type === MESSAGE.durable) isDurable = decoding.readVarUint(decoder) > 0
    else if (type === MESSAGE.sync && !isAnswered) {
      const kind = decoding.readVarUint(decoder)
      if (kind !== SYNC.step1) parts.push(readBytes(decoder))
      // The last part of an answer; what comes behind it is for the next exchange.
      isAnswered = kind === SYNC.step2
    }
    if (isAnswered && isDurable) onWhole(parts.length === 1 ? (parts[0] as Uint8Array) : Y.mergeUpdates(parts))
  }
}

/**
 * Carries out one exchange with a document room, as a socket that opens, answers the server's question, asks its own,
 * hears the answer and goes: the same gate, the same waiting for the disk.
 *
 * Resolves with one update that brings everything durable which `vector` lacks, once `update` is on disk; or with the
 * code with which the room closed. What was written is a step 2 and no update, because it answers a question: it may be
 * as large, and a gap in it is a misfit and no matter of order.
 */
export const exchange = async (
  connect: (wire: Wire) => Connection,
  { vector, update }: Asked,
): Promise<Result<Uint8Array, CloseCode>> => {
  const { promise, resolve } = Promise.withResolvers<Result<Uint8Array, CloseCode>>()
  const reader = openFrameReader()
  const hear = openEar(update.length > 0, (answer) => resolve(ok(answer)))
  const connection = connect({
    roundel: true,
    isExchange: true,
    write: (frames) => {
      for (const message of reader.take(frames)) hear(message)
    },
    buffered: () => 0,
    onDrain: () => undefined,
    close: (code) => resolve(fail(code)),
  })
  // In this order the answer is made behind the write, and waits for it.
  if (update.length > 0) connection.receive(syncMessage('step2', update))
  connection.receive(syncMessage('step1', vector))
  const outcome = await promise
  connection.closed()
  return outcome
}

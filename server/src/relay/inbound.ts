import { LIMITS, type Result, fail, ok } from '@roundel/shared/kernel'
import { CLOSE, MESSAGE, SYNC } from '@roundel/shared/protocol'
import * as decoding from 'lib0/decoding'
import { readBytes, readWhole } from './reading.ts'

/** What a socket may say. Everything else is a bad message. */
export type Inbound =
  | { readonly type: 'step1'; readonly payload: Uint8Array }
  | { readonly type: 'step2'; readonly payload: Uint8Array }
  | { readonly type: 'update'; readonly payload: Uint8Array }
  | { readonly type: 'awareness'; readonly payload: Uint8Array }
  | { readonly type: 'query' }

const SYNC_TYPES = { [SYNC.step1]: 'step1', [SYNC.step2]: 'step2', [SYNC.update]: 'update' } as const

const MAX_BYTES = {
  step1: LIMITS.syncStep1Bytes,
  step2: LIMITS.syncStep2Bytes,
  update: LIMITS.updateBytes,
  awareness: LIMITS.awarenessBytes,
} as const

const read = (decoder: decoding.Decoder): Inbound | undefined => {
  switch (decoding.readVarUint(decoder)) {
    case MESSAGE.sync: {
      const type = SYNC_TYPES[decoding.readVarUint(decoder) as keyof typeof SYNC_TYPES]
      return type && { type, payload: readBytes(decoder) }
    }
    case MESSAGE.awareness:
      return { type: 'awareness', payload: readBytes(decoder) }
    case MESSAGE.queryAwareness:
      return { type: 'query' }
    default:
      return undefined
  }
}

/** Reads one message by an allow-list. The error is the code to close the socket with. */
export const parseInbound = (message: Uint8Array): Result<Inbound, typeof CLOSE.badMessage | typeof CLOSE.tooLarge> => {
  const inbound = readWhole(message, read)
  if (!inbound) return fail(CLOSE.badMessage)
  if (inbound.type !== 'query' && inbound.payload.length > MAX_BYTES[inbound.type]) return fail(CLOSE.tooLarge)
  return ok(inbound)
}

import { MESSAGE, SYNC } from '@roundel/shared/protocol'
import * as encoding from 'lib0/encoding'
import { type Frames, frameMessage } from './frames.ts'

const head = (...numbers: readonly number[]): Uint8Array =>
  encoding.encode((encoder) => {
    for (const number of numbers) encoding.writeVarUint(encoder, number)
  })

/** A sync message. `payload` is a state vector for step 1 and an update otherwise. */
export const syncMessage = (type: keyof typeof SYNC, payload: Uint8Array): Frames =>
  frameMessage(head(MESSAGE.sync, SYNC[type], payload.length), payload)

/** An awareness message. `payload` is what y-protocols calls an awareness update. */
export const awarenessMessage = (payload: Uint8Array): Frames =>
  frameMessage(head(MESSAGE.awareness, payload.length), payload)

/** An awareness message that says nothing: it answers a query and keeps a quiet socket from being dropped. */
export const QUIET: Frames = awarenessMessage(Uint8Array.of(0))

/** How many of a socket's changing sync messages are durable. Only for clients that negotiated `roundel.v1`. */
export const durableMessage = (count: number): Frames => frameMessage(head(MESSAGE.durable, count))

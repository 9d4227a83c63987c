import type { CloseCode } from '@roundel/shared/protocol'
import { openFrameReader } from '../frame-reader.ts'
import type { Wire } from '../wire.ts'

/** A wire that ends in a queue. */
export interface TestWire extends Wire {
  /** Messages that arrived since the last call, put together from their frames. */
  readonly take: () => readonly Uint8Array[]
  /** How many writes there were, and how many bytes they had. */
  readonly writes: () => number
  readonly bytes: () => number
  readonly closedWith: () => CloseCode | undefined
  /** From now on the network takes nothing, or takes everything again, or takes so many bytes once. */
  readonly stall: () => void
  readonly resume: () => void
  readonly trickle: (bytes: number) => void
  /** What the room is told when the socket is gone. */
  readonly onClose: (closed: () => void) => void
}

export const openTestWire = (roundel = false): TestWire => {
  const reader = openFrameReader()
  let arrived: Uint8Array[] = []
  let writes = 0
  let bytes = 0
  let buffered = 0
  let isStalled = false
  let code: CloseCode | undefined
  let resume = (): void => {}
  let closed = (): void => {}
  return {
    roundel,
    write: (frames) => {
      if (code !== undefined) throw new Error('written after close')
      writes++
      bytes += frames.length
      arrived.push(frames)
      if (isStalled) buffered += frames.length
    },
    buffered: () => buffered,
    onDrain: (listener) => {
      resume = listener
    },
    close: (reason) => {
      if (code !== undefined) throw new Error('closed twice')
      code = reason
      closed()
    },
    take: () => {
      const messages = arrived.flatMap(reader.take)
      arrived = []
      return messages
    },
    writes: () => writes,
    bytes: () => bytes,
    closedWith: () => code,
    stall: () => {
      isStalled = true
    },
    resume: () => {
      isStalled = false
      buffered = 0
      resume()
    },
    trickle: (taken) => {
      buffered = Math.max(0, buffered - taken)
      if (buffered === 0) resume()
    },
    onClose: (listener) => {
      closed = listener
    },
  }
}

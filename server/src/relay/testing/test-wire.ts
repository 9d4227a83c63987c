import type { CloseCode } from '@roundel/shared/protocol'
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

/** Reads unmasked websocket frames and puts fragments together; says how far whole messages reach. */
const readFrames = (bytes: Buffer): { readonly messages: readonly Uint8Array[]; readonly end: number } => {
  const messages: Uint8Array[] = []
  let fragments: Uint8Array[] = []
  let end = 0
  for (let at = 0; at < bytes.length;) {
    const first = bytes.readUInt8(at)
    const short = bytes.readUInt8(at + 1)
    const start = at + (short < 126 ? 2 : short === 126 ? 4 : 10)
    const length =
      short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2))
    if ((first & 0x0f) !== (fragments.length > 0 ? 0 : 2)) throw new Error('not the opcode that must come here')
    if (start + length > bytes.length) throw new Error('a frame was cut')
    at = start + length
    fragments.push(bytes.subarray(start, at))
    if (first & 0x80) {
      messages.push(new Uint8Array(Buffer.concat(fragments)))
      fragments = []
      end = at
    }
  }
  return { messages, end }
}

export const openTestWire = (roundel = false): TestWire => {
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
      const all = Buffer.concat(arrived)
      const { messages, end } = readFrames(all)
      arrived = [all.subarray(end)]
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

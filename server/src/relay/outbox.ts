import { LIMITS } from '@roundel/shared/kernel'
import type { Clock } from './clock.ts'
import { type Frames, framesLength } from './frames.ts'
import { QUIET } from './outbound.ts'
import type { Wire } from './wire.ts'

/** Handed to the network at a time; the rest waits here, where it can be counted and where control frames pass it. */
const HAND_OVER_BYTES = 128 * 1024
/** Larger frames are written as they are: copying them to save one write costs more than the write. */
const JOIN_BYTES = 16 * 1024

/** What waits for one socket, in order. */
export interface Outbox {
  readonly push: (frames: Frames) => void
  /** As `push`, for the answer to a join, which may exceed what otherwise may wait. */
  readonly pushAnswer: (frames: Frames) => void
  /** Hands over as much as the network takes, in as few writes as it can. */
  readonly flush: () => void
  /** Bytes that wait here or in the network. */
  readonly backlog: () => number
  /** Whether something waits here. */
  readonly isWaiting: () => boolean
  /** When this socket next needs a look: silent for too long, or stuck. Milliseconds of the clock. */
  readonly deadline: () => number
  /** Has that look: breaks the silence, and says whether the peer takes data at all. */
  readonly isAlive: () => boolean
  /** Drops what waits. Nothing is written from now on. */
  readonly close: () => void
}

const joined = (frames: readonly Uint8Array[]): Uint8Array =>
  frames.length === 1 ? (frames[0] as Uint8Array) : Buffer.concat(frames)

export const openOutbox = (wire: Wire, clock: Clock): Outbox => {
  let queue: Uint8Array[] = []
  let queued = 0
  let allowance: number = LIMITS.backlogBytes
  let handedOver = 0
  let taken = 0
  let takenAt = clock.now()
  let wroteAt = clock.now()
  let closed = false

  const backlog = (): number => queued + wire.buffered()

  const push = (frames: Frames): void => {
    if (closed) return
    if (backlog() === 0) takenAt = clock.now()
    for (const frame of frames) queue.push(frame)
    queued += framesLength(frames)
  }

  const write = (batch: readonly Uint8Array[]): void => {
    if (batch.length === 0) return
    const bytes = joined(batch)
    wire.write(bytes)
    handedOver += bytes.length
  }

  const observe = (): void => {
    const progress = handedOver - wire.buffered()
    if (progress > taken) takenAt = clock.now()
    taken = progress
    if (queued === 0) allowance = LIMITS.backlogBytes
  }

  const flush = (): void => {
    if (closed || queue.length === 0) return
    observe()
    let sent = 0
    let batch: Uint8Array[] = []
    let batchBytes = 0
    while (sent < queue.length && wire.buffered() + batchBytes < HAND_OVER_BYTES) {
      const frame = queue[sent++] as Uint8Array
      queued -= frame.length
      if (frame.length > JOIN_BYTES) {
        write(batch)
        batch = []
        batchBytes = 0
        write([frame])
      } else {
        batch.push(frame)
        batchBytes += frame.length
      }
    }
    write(batch)
    if (sent === 0) return
    queue = sent === queue.length ? [] : queue.slice(sent)
    wroteAt = clock.now()
    observe()
  }

  wire.onDrain(flush)

  const isStuck = (): boolean => {
    observe()
    return queued > allowance || (backlog() > 0 && clock.now() - takenAt >= LIMITS.stuckMs)
  }

  return {
    push,
    pushAnswer: (frames) => {
      allowance = Math.max(allowance, LIMITS.backlogBytes + framesLength(frames))
      push(frames)
    },
    flush,
    backlog,
    isWaiting: () => queue.length > 0,
    deadline: () => (backlog() > 0 ? takenAt + LIMITS.stuckMs : wroteAt + LIMITS.quietMs),
    isAlive: () => {
      if (closed) return true
      if (isStuck()) return false
      if (backlog() === 0 && clock.now() - wroteAt >= LIMITS.quietMs) {
        push(QUIET)
        flush()
      }
      return true
    },
    close: () => {
      closed = true
      queue = []
      queued = 0
    },
  }
}

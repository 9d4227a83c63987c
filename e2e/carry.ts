import type { Socket } from 'node:net'

/** How slow a way is, in each direction of each connection. */
export interface Weather {
  readonly latencyMs: number
  readonly bytesPerSecond: number
}

/** How things stand at the moment something is to be carried. */
interface Conditions {
  readonly weather: () => Weather | undefined
  /** Whether nothing comes through any more, without anybody being told. */
  readonly isStalled: () => boolean
}

/** Bytes for more than this time are not taken in, so that the sender feels how narrow the way is. */
const QUEUE_MS = 500

/** Carries everything from one socket to another, in order and as fast as the weather lets it, the end too. */
export const carry = (from: Socket, to: Socket, { weather, isStalled }: Conditions, first?: Buffer): void => {
  /** When what was taken so far has left, and when it has arrived. */
  let leftAt = 0
  let arrivesAt = 0

  const later = (bytes: number, act: () => void): void => {
    const now = Date.now()
    const { latencyMs, bytesPerSecond } = weather() ?? { latencyMs: 0, bytesPerSecond: Infinity }
    leftAt = Math.max(now, leftAt) + (bytes / bytesPerSecond) * 1000
    // Nothing overtakes what was sent before it, whatever the weather has become.
    arrivesAt = Math.max(arrivesAt, leftAt + latencyMs)
    if (arrivesAt <= now) return act()
    setTimeout(act, arrivesAt - now)
    if (leftAt - now <= QUEUE_MS) return undefined
    from.pause()
    setTimeout(() => from.resume(), leftAt - now - QUEUE_MS)
    return undefined
  }

  const take = (chunk: Buffer): void =>
    later(chunk.length, () => {
      if (!isStalled() && to.writable) to.write(chunk)
    })
  if (first) take(first)
  from.on('data', take)
  from.on('end', () => later(0, () => to.end()))
  from.on('close', () => later(0, () => to.destroy()))
}

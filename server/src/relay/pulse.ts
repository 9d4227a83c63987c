import type { Clock } from './clock.ts'

/**
 * Decides when a room writes to its sockets: at the end of this turn after a pause, else once per window.
 *
 * Few large writes instead of many small ones is the largest saving a relay can make. The end of the turn and not at
 * once, because the store reports several commits in one turn.
 */
export interface Pulse {
  /** Something waits to be written. */
  readonly request: () => void
  readonly stop: () => void
}

export const openPulse = (clock: Clock, windowMs: number, flush: () => void): Pulse => {
  let cancel: (() => void) | undefined
  let requested = false
  let stopped = false

  const beat = (): void => {
    requested = false
    cancel = clock.after(windowMs, () => {
      cancel = undefined
      if (requested) beat()
    })
    flush()
  }

  return {
    request: () => {
      if (stopped) return
      if (cancel) requested = true
      else cancel = clock.after(0, beat)
    },
    stop: () => {
      stopped = true
      cancel?.()
    },
  }
}

import type { Clock } from '../clock.ts'

/** A clock that stands until it is told to go on. */
export interface FakeClock extends Clock {
  /** Lets time pass, running what comes due on the way at its own time. */
  readonly advance: (ms: number) => void
  /** Timers that wait. */
  readonly timers: () => number
}

export const openFakeClock = (cpu?: () => number): FakeClock => {
  let now = 1_000
  const timers = new Set<{ readonly at: number; readonly run: () => void }>()

  const earliest = (until: number): { readonly at: number; readonly run: () => void } | undefined =>
    [...timers].filter(({ at }) => at <= until).toSorted((one, other) => one.at - other.at)[0]

  return {
    now: () => now,
    after: (ms, run) => {
      const timer = { at: now + ms, run }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    ...(cpu && { cpu }),
    advance: (ms) => {
      const until = now + ms
      for (let timer = earliest(until); timer; timer = earliest(until)) {
        timers.delete(timer)
        now = timer.at
        timer.run()
      }
      now = until
    },
    timers: () => timers.size,
  }
}

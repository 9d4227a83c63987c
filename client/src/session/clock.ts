import type { Clock } from '@roundel/shared/session'

/** A clock as it reads at a moment. `over` counts what has passed since the time was up. */
export type Reading =
  | { readonly state: 'off' }
  | { readonly state: 'running' | 'paused' | 'over'; readonly seconds: number }

/** What a clock reads at `now`, server time, in whole seconds: a clock shows 1 until nothing is left. */
export const readClock = (clock: Clock, now: number): Reading => {
  switch (clock.state) {
    case 'off':
      return { state: 'off' }
    case 'paused':
      return { state: 'paused', seconds: Math.ceil(clock.leftMs / 1_000) }
    case 'running': {
      const left = clock.endsAt - now
      return left > 0
        ? { state: 'running', seconds: Math.ceil(left / 1_000) }
        : { state: 'over', seconds: Math.floor((now - clock.endsAt) / 1_000) }
    }
  }
}

/** How much of a phase is left, 0 to 1, for drawing. A clock that was extended beyond its plan is full. */
export const partLeft = (reading: Reading, plannedMinutes: number): number =>
  reading.state === 'running' || reading.state === 'paused'
    ? Math.min(1, reading.seconds / Math.max(1, plannedMinutes * 60))
    : 0

/** The moments of a phase that are read out. */
export type Moment = 'half' | 'minute' | 'up'

/** The moment between two readings of a running clock, if any. Short phases have no half. */
export const momentBetween = (before: Reading, after: Reading, plannedMinutes: number): Moment | undefined => {
  if (before.state !== 'running') return undefined
  if (after.state === 'over') return 'up'
  if (after.state !== 'running' || after.seconds >= before.seconds) return undefined
  const passes = (mark: number): boolean => before.seconds > mark && after.seconds <= mark
  if (passes(60)) return 'minute'
  return plannedMinutes >= 4 && passes(plannedMinutes * 30) ? 'half' : undefined
}

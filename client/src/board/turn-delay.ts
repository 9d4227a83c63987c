/** Between two notes that turn over; when the last of them begins to; with its own 420 ms all are open after 900. */
const TURN_MS = 22
const LAST_TURN_MS = 480

/**
 * How long a note waits before it turns over, in milliseconds: one after the other, 22 ms apart, and closer together
 * where there are too many for that.
 */
export const turnDelay = (index: number, count: number): number =>
  Math.round(index * Math.min(TURN_MS, LAST_TURN_MS / Math.max(1, count - 1)))

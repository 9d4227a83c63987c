const FIRST_MS = 250
const LONGEST_MS = 10_000

/**
 * How long to wait before the `attempt`-th try, from 0: a uniformly random part of a time that doubles up to ten
 * seconds. The whole of it is random ("full jitter"), so that a room full of people does not come back in one moment.
 */
export const reconnectDelay = (attempt: number, random: () => number): number =>
  random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt)

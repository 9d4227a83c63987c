const SAMPLES = 9
/** Above this the device slept, or its clock was set: it did not merely run a little fast. */
const JUMP_MS = 1_000

/** Server time as this device can know it. */
export interface ServerClock {
  /** Takes note of a moment of the server that arrived just now. */
  readonly hear: (serverNow: number) => void
  /** Server time now, milliseconds since 1970; the device's own until the server was heard. */
  readonly now: () => number
}

const medianOf = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/**
 * Estimates how far this device's clock is off, as the median of the last few messages: a message that was held up on
 * its way says little. When the device's clock has moved against the one that cannot be set (`steadyNow`), all that was
 * known of it is worth nothing, and the next message alone is believed.
 */
export const createServerClock = (
  deviceNow: () => number,
  steadyNow: () => number = () => performance.now(),
): ServerClock => {
  let offsets: readonly number[] = []
  let lead = deviceNow() - steadyNow()
  return {
    hear: (serverNow) => {
      const now = deviceNow() - steadyNow()
      if (Math.abs(now - lead) > JUMP_MS) offsets = []
      lead = now
      offsets = [...offsets, serverNow - deviceNow()].slice(-SAMPLES)
    },
    now: () => deviceNow() + medianOf(offsets),
  }
}

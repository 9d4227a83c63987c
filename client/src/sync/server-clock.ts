const SAMPLES = 9

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
 * its way says little, and a device whose clock is put right meanwhile is followed.
 */
export const createServerClock = (deviceNow: () => number): ServerClock => {
  let offsets: readonly number[] = []
  return {
    hear: (serverNow) => {
      offsets = [...offsets, serverNow - deviceNow()].slice(-SAMPLES)
    },
    now: () => deviceNow() + medianOf(offsets),
  }
}

import { LIMITS, type SeatId } from '@roundel/shared/kernel'
import type { Clock } from '../relay/clock.ts'

/** Who is here: connected, with how many sockets of whatever kind, or asking now and then. */
export interface Attendance {
  /**
   * One more socket of a seat. Returns what is to be called when it is gone; calling it again does nothing. Because of a
   * `quiet` one nobody is here: it only counts.
   */
  readonly arrive: (seat: SeatId, quiet?: boolean) => () => void
  /** Somebody asked for something without a socket: they are here for a while. */
  readonly notice: (seat: SeatId) => void
  readonly here: () => ReadonlySet<SeatId>
  readonly socketsOf: (seat: SeatId) => number
  readonly sockets: () => number
  readonly stop: () => void
}

/** What attendance is kept with. `onChange` is called when somebody came or went, and for nothing else. */
export interface AttendanceOptions {
  readonly clock: Clock
  readonly onChange: () => void
}

export const openAttendance = ({ clock, onChange }: AttendanceOptions): Attendance => {
  const connected = new Map<SeatId, number>()
  const quietly = new Map<SeatId, number>()
  /** How to stop waiting for those who ask now and then to be gone. */
  const asking = new Map<SeatId, () => void>()
  let sockets = 0

  const isHere = (seat: SeatId): boolean => connected.has(seat) || asking.has(seat)

  const change = (seat: SeatId, make: () => void): void => {
    const wasHere = isHere(seat)
    make()
    if (isHere(seat) !== wasHere) onChange()
  }

  const count = (counts: Map<SeatId, number>, seat: SeatId, by: 1 | -1): void => {
    sockets += by
    const left = (counts.get(seat) ?? 0) + by
    if (left > 0) counts.set(seat, left)
    else counts.delete(seat)
  }

  return {
    arrive: (seat, quiet = false) => {
      const counts = quiet ? quietly : connected
      change(seat, () => count(counts, seat, 1))
      let isGone = false
      return () => {
        if (isGone) return
        isGone = true
        change(seat, () => count(counts, seat, -1))
      }
    },
    notice: (seat) =>
      change(seat, () => {
        asking.get(seat)?.()
        const leave = (): void => change(seat, () => asking.delete(seat))
        asking.set(seat, clock.after(LIMITS.polledPresenceMs, leave))
      }),
    here: () => new Set([...connected.keys(), ...asking.keys()]),
    socketsOf: (seat) => (connected.get(seat) ?? 0) + (quietly.get(seat) ?? 0),
    sockets: () => sockets,
    stop: () => {
      for (const cancel of asking.values()) cancel()
    },
  }
}

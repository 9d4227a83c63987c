import type { SeatId } from '@roundel/shared/kernel'

/** Who is connected, with how many sockets of whatever kind. */
export interface Attendance {
  /** One more socket of a seat. Returns what is to be called when it is gone; calling it again does nothing. */
  readonly arrive: (seat: SeatId) => () => void
  readonly here: () => ReadonlySet<SeatId>
  readonly socketsOf: (seat: SeatId) => number
  readonly sockets: () => number
}

export const openAttendance = (onChange: () => void): Attendance => {
  const connected = new Map<SeatId, number>()
  let sockets = 0
  return {
    arrive: (seat) => {
      sockets++
      connected.set(seat, (connected.get(seat) ?? 0) + 1)
      onChange()
      let isHere = true
      return () => {
        if (!isHere) return
        isHere = false
        sockets--
        const left = (connected.get(seat) ?? 1) - 1
        if (left > 0) connected.set(seat, left)
        else connected.delete(seat)
        onChange()
      }
    },
    here: () => new Set(connected.keys()),
    socketsOf: (seat) => connected.get(seat) ?? 0,
    sockets: () => sockets,
  }
}

import type { SeatId } from '@roundel/shared/kernel'
import { followAttendance, nextAbsence } from '@roundel/shared/session'
import type { Attendance } from './attendance.ts'
import type { Chance } from './chance.ts'
import type { CommandLine } from './command-line.ts'
import type { SessionCore } from './session-core.ts'

/** Makes happen what follows from who has been away, and for how long. Since when is known from the opening on. */
export interface Absence {
  /** Somebody came or went, or the session changed. */
  readonly notice: () => void
  readonly stop: () => void
}

export const openAbsence = (
  core: SessionCore,
  { inTurn }: Pick<CommandLine, 'inTurn'>,
  attendance: Pick<Attendance, 'here'>,
  { now, clock }: Pick<Chance, 'now' | 'clock'>,
): Absence => {
  const away = new Map<SeatId, number>()
  let cancel: (() => void) | undefined
  let isStopped = false

  const look = (): void => {
    const here = attendance.here()
    const { seats } = core.ahead()
    for (const id of away.keys()) if (here.has(id) || !Object.hasOwn(seats, id)) away.delete(id)
    for (const id of Object.keys(seats) as SeatId[]) if (!here.has(id) && !away.has(id)) away.set(id, now())
  }

  const perform = async (): Promise<void> => {
    if (isStopped) return
    const before = core.ahead()
    const session = followAttendance(before, away, now())
    if (session !== before) await core.change({ session, log: { seat: 'server', type: 'attendance' } })
  }

  const notice = (): void => {
    cancel?.()
    if (isStopped) return
    look()
    // A failure to store ends the room, which says so itself.
    if (followAttendance(core.ahead(), away, now()) !== core.ahead()) void inTurn(perform).catch(() => undefined)
    const due = nextAbsence(core.ahead(), away)
    // What is due already is under way, and is noticed when it is on disk.
    if (due !== undefined && due > now()) cancel = clock.after(due - now(), notice)
  }

  return {
    notice,
    stop: () => {
      isStopped = true
      cancel?.()
    },
  }
}

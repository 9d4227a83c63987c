import type { SessionId } from '@roundel/shared/kernel'
import { CLOSE } from '@roundel/shared/protocol'
import type { Store } from '../storage/store.ts'
import type { Chance } from './chance.ts'
import { type DeparturePace, planDeparture } from './departure.ts'
import type { Readiness } from './readiness.ts'
import { type SessionRoom, type SessionRoomOptions, openSessionRoom } from './session-room.ts'

/** How long a room stays open that nobody uses. */
const IDLE_MS = 60_000
const SWEEP_EVERY_MS = 15_000

/** The server is about to stop and opens nothing any more. */
export class Stopping extends Error {
  override readonly name = 'Stopping'
}

/** The live sessions of this server: each opened once, closed when nobody uses it. */
export interface Rooms {
  /**
   * The room of a session; undefined when there is no such session. One that is being closed is waited for. Rejects with
   * `Stopping`, or with `StorageFault` when it cannot be read.
   */
  readonly open: (id: SessionId) => Promise<SessionRoom | undefined>
  /** The room when it is open at this moment. */
  readonly opened: (id: SessionId) => SessionRoom | undefined
  readonly size: () => number
  readonly sockets: () => number
  /**
   * Shows everyone out, for coming back soon, session by session at a pace, and resolves when everything is on disk. Opens
   * nothing any more; those who have not been shown out yet go on working.
   */
  readonly close: (pace: DeparturePace) => Promise<void>
}

export interface RoomsOptions extends Pick<
  SessionRoomOptions,
  'openRoom' | 'judge' | 'log' | 'leftOpen' | 'trailsFor'
> {
  readonly store: Store
  readonly chance: Chance
  readonly readiness: Readiness
}

interface Entry {
  readonly opening: Promise<SessionRoom | undefined>
  room: SessionRoom | undefined
  usedAt: number
}

export const openRooms = ({ store, chance, readiness, log, ...relay }: RoomsOptions): Rooms => {
  const entries = new Map<SessionId, Entry>()
  const closing = new Map<SessionId, Promise<void>>()
  let isStopping = false

  const dismiss = (id: SessionId, entry: Entry, code: typeof CLOSE.restart | typeof CLOSE.goingAway): Promise<void> => {
    if (entries.get(id) === entry) entries.delete(id)
    const closed = (entry.room?.close(code) ?? Promise.resolve()).finally(() => {
      if (closing.get(id) === closed) closing.delete(id)
    })
    closing.set(id, closed)
    return closed
  }

  const load = async (id: SessionId, entry: () => Entry): Promise<SessionRoom | undefined> => {
    await closing.get(id)
    const stored = await store.session(id)
    if (isStopping) throw new Stopping()
    if (!stored) return undefined
    return openSessionRoom({
      id,
      stored,
      store,
      chance,
      log,
      ...relay,
      onEnd: (error) => {
        if (error !== undefined) {
          log.error({ err: error, session: id }, 'a session ended because it could not be stored')
          readiness.noteFault(error)
        }
        void dismiss(id, entry(), CLOSE.restart)
      },
    })
  }

  const open = async (id: SessionId): Promise<SessionRoom | undefined> => {
    const before = entries.get(id)
    if (before) {
      before.usedAt = chance.clock.now()
      return before.opening
    }
    if (isStopping) throw new Stopping()
    const entry: Entry = { opening: load(id, () => entry), room: undefined, usedAt: chance.clock.now() }
    entries.set(id, entry)
    try {
      entry.room = await entry.opening
    } finally {
      if (!entry.room && entries.get(id) === entry) entries.delete(id)
    }
    return entry.room
  }

  const sweep = (): void => {
    cancelSweep = chance.clock.after(SWEEP_EVERY_MS, sweep)
    for (const [id, entry] of entries) {
      if (!entry.room?.isIdle() || chance.clock.now() - entry.usedAt < IDLE_MS) continue
      void dismiss(id, entry, CLOSE.goingAway)
    }
  }
  let cancelSweep = chance.clock.after(SWEEP_EVERY_MS, sweep)

  return {
    open,
    opened: (id) => entries.get(id)?.room,
    size: () => entries.size,
    sockets: () => [...entries.values()].reduce((sum, { room }) => sum + (room?.sockets() ?? 0), 0),
    close: async (pace) => {
      isStopping = true
      cancelSweep()
      const leaving = [...entries]
      await Promise.allSettled(leaving.map(([, { opening }]) => opening))
      const waits = planDeparture(
        leaving.map(([, { room }]) => room?.sockets() ?? 0),
        pace,
      )
      await Promise.allSettled(
        leaving.map(async ([id, entry], index) => {
          const wait = waits[index] ?? 0
          if (wait > 0) await new Promise<void>((resolve) => void chance.clock.after(wait, resolve))
          // One that ended by itself meanwhile is among those that are closing.
          if (entries.get(id) === entry) await dismiss(id, entry, CLOSE.restart)
        }),
      )
      await Promise.allSettled(closing.values())
    },
  }
}

import { openBoard, openDraft, openTable } from '@roundel/shared/board'
import { LIMITS, type SeatId, type TableId } from '@roundel/shared/kernel'
import { type TableActivity, findStop, listLiveTables } from '@roundel/shared/session'
import type { Clock } from '../relay/clock.ts'
import type { SessionCore } from './session-core.ts'
import type { StoredAddress } from './session-documents.ts'

/** How finely it is told when people write: who is quiet is to be seen, who pressed which key is not. */
const ACTIVITY_GRAIN_MS = 10_000

/** What the documents of a session come to. In a private phase it is all that anybody learns of what others write. */
export interface Tally {
  readonly tables: ReadonlyMap<TableId, TableActivity>
  readonly ready: ReadonlyMap<SeatId, number>
  readonly published: number
  readonly activeAt: ReadonlyMap<SeatId, number>
}

/** Keeps the tally, refreshed so rarely that it does not tell who wrote when. */
export interface Counting {
  readonly tally: () => Tally
  /** A document changed: the tally follows in its own time. */
  readonly noteWrite: (by: SeatId | 'server', address: StoredAddress) => void
  /** The session moved on: the tally follows at once. */
  readonly restart: () => void
  readonly stop: () => void
}

/** What the tally is made with. `onChange` is called after each refresh. */
export interface CountingOptions {
  readonly core: SessionCore
  readonly now: () => number
  readonly clock: Clock
  readonly onChange: () => void
}

const countReady = (core: SessionCore): ReadonlyMap<SeatId, number> => {
  const step = findStop(core.ahead())?.step.id
  const ready = new Map<SeatId, number>()
  for (const room of core.documents.all()) {
    if (room.address.kind !== 'draft') continue
    let count = 0
    for (const item of openDraft(room.read()).items.all().values()) {
      if (item.step === step && item.state === 'ready') count++
    }
    ready.set(room.address.seat, count)
  }
  return ready
}

const countPublished = (core: SessionCore): number => {
  const board = core.documents.opened({ kind: 'board' })
  if (!board) return 0
  let count = 0
  for (const item of openBoard(board.read()).items.all().values()) if (item.state === 'published') count++
  return count
}

/** What lies on the cloth of each table that people sit at. */
const countOnCloths = (
  core: SessionCore,
  changedAt: ReadonlyMap<TableId, number>,
): ReadonlyMap<TableId, TableActivity> =>
  new Map(
    listLiveTables(core.ahead()).map((table) => {
      const room = core.documents.opened({ kind: 'table', table })
      const items = room ? [...openTable(room.read()).items.all().values()] : []
      const at = changedAt.get(table)
      const count = items.filter(({ state }) => state === 'published').length
      return [table, { items: count, ...(at !== undefined && { changedAt: at }) }]
    }),
  )

const isFaceDown = (core: SessionCore): boolean => {
  const stop = findStop(core.ahead())
  return stop?.step.names === 'hidden' && stop.phase.policies.add === 'private'
}

/** Begins counting. The session must have been opened just now, so that all of it is on disk. */
export const openCounting = ({ core, now, clock, onChange }: CountingOptions): Counting => {
  const wroteAt = new Map<SeatId, number>()
  const clothChangedAt = new Map<TableId, number>()
  let tally: Tally = {
    tables: countOnCloths(core, clothChangedAt),
    ready: countReady(core),
    published: countPublished(core),
    activeAt: new Map(),
  }
  let refreshedAt = clock.now()
  let cancelRefresh: (() => void) | undefined
  let stopped = false

  const refresh = async (): Promise<void> => {
    cancelRefresh = undefined
    refreshedAt = clock.now()
    const counted = {
      tables: countOnCloths(core, clothChangedAt),
      ready: countReady(core),
      published: countPublished(core),
    }
    await core.settled()
    if (stopped) return
    tally = { ...tally, ...counted }
    onChange()
  }

  const begin = (): void => {
    // When the session breaks, whoever broke it says so; there is nothing to tell then.
    refresh().catch(() => undefined)
  }

  // The times of a grain are told when it is over, all at once, so that the moment of telling says nothing either.
  const tellActivity = (): void => {
    cancelActivity = clock.after(ACTIVITY_GRAIN_MS, tellActivity)
    if (core.durable().position.state !== 'live') return
    tally = { ...tally, activeAt: new Map(wroteAt) }
    onChange()
  }
  let cancelActivity = clock.after(ACTIVITY_GRAIN_MS - (now() % ACTIVITY_GRAIN_MS), tellActivity)

  return {
    tally: () => tally,
    noteWrite: (by, address) => {
      if (address.kind === 'table') {
        clothChangedAt.set(address.table, Math.floor(now() / ACTIVITY_GRAIN_MS) * ACTIVITY_GRAIN_MS)
      }
      if (by !== 'server') wroteAt.set(by, Math.floor(now() / ACTIVITY_GRAIN_MS) * ACTIVITY_GRAIN_MS)
      if (stopped || cancelRefresh) return
      const every = isFaceDown(core) ? LIMITS.faceDownRefreshMs : LIMITS.counterRefreshMs
      cancelRefresh = clock.after(Math.max(0, refreshedAt + every - clock.now()), begin)
    },
    restart: () => {
      cancelRefresh?.()
      begin()
    },
    stop: () => {
      stopped = true
      cancelRefresh?.()
      cancelActivity()
    },
  }
}

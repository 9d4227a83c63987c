import type { Store } from '../storage/store.ts'
import type { Chance } from './chance.ts'
import { findForgetful } from './forgetting.ts'
import type { Log } from './log.ts'
import type { Workspaces } from '../workspaces/workspaces.ts'
import type { Rooms } from './rooms.ts'

const EVERY_MS = 60 * 60 * 1000

/** What housekeeping works on. */
export interface HousekeepingOptions {
  readonly store: Store
  readonly rooms: Pick<Rooms, 'open'>
  readonly workspaces: Pick<Workspaces, 'tidy'>
  readonly chance: Pick<Chance, 'now' | 'clock'>
  /** How long a session is kept that nobody touches and that is of no workspace, milliseconds. */
  readonly retentionMs: number
  readonly log: Log
}

/** Deletes and forgets what is past its time, now and every hour. Returns how to stop. */
export const keepHouse = ({
  store,
  rooms,
  workspaces,
  chance,
  retentionMs,
  log,
}: HousekeepingOptions): (() => void) => {
  const tidy = async (): Promise<void> => {
    const swept = await store.sweep(chance.now(), { sessionsMs: retentionMs })
    if (swept > 0) log.info({ sessions: swept }, 'sessions past their time were deleted')
    for (const id of await findForgetful(store, chance.now())) await (await rooms.open(id))?.forget()
    await workspaces.tidy()
  }

  const begin = (): void => {
    cancel = chance.clock.after(EVERY_MS, begin)
    // Nothing depends on it; the next hour tries again.
    tidy().catch((error: unknown) => log.error({ err: error }, 'housekeeping failed'))
  }

  let cancel = chance.clock.after(0, begin)
  return () => cancel()
}

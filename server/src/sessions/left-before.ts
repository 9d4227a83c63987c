import type { SessionId, WorkspaceId } from '@roundel/shared/kernel'
import type { OpenAction } from '@roundel/shared/methods'
import type { StoredSession } from '../storage/store.ts'
import type { Chance } from './chance.ts'
import type { Log } from './log.ts'
import { readSession } from './stored-session.ts'

/** How long what was read is good enough: earlier sessions rarely change while a later one runs. */
const GOOD_MS = 5_000

/** Reads what the other sessions of a workspace left open, the oldest first. */
export type LeftOpen = (workspace: WorkspaceId, but: SessionId) => Promise<readonly OpenAction[]>

/** What earlier sessions left open, at hand for decisions, which cannot wait. */
export interface LeftBefore {
  readonly actions: () => readonly OpenAction[]
  /** Reads it again where that was a while ago. */
  readonly refresh: () => Promise<void>
}

/** Nothing where the session belongs to no workspace. */
export const openLeftBefore = ({
  id,
  stored,
  chance,
  leftOpen,
  log,
}: {
  readonly id: SessionId
  readonly stored: Pick<StoredSession, 'json'>
  readonly chance: Pick<Chance, 'clock'>
  readonly leftOpen?: LeftOpen
  readonly log: Pick<Log, 'error'>
}): LeftBefore => {
  const { workspace } = readSession(stored.json)
  let actions: readonly OpenAction[] = []
  let readAt = -Infinity
  return {
    actions: () => actions,
    refresh: async () => {
      if (workspace === undefined || !leftOpen || chance.clock.now() - readAt < GOOD_MS) return
      readAt = chance.clock.now()
      try {
        actions = await leftOpen(workspace, id)
      } catch (error) {
        // What cannot be read of other sessions is no hindrance to this one.
        log.error({ err: error, session: id }, 'what earlier sessions left open could not be read')
      }
    },
  }
}

import type { StepPart } from '@roundel/shared/session'
import { MINUTE_MS, type TableId } from '@roundel/shared/kernel'
import { useNow } from '../../sync/room-context.ts'

/** After so many minutes without anything new a table is called quiet. */
const QUIET_MINUTES = 3

/** How busy a table is. */
export interface Activity {
  readonly notes: number | undefined
  readonly quietMinutes: number | undefined
}

/** How busy each table is, for those who lead, as time goes on. Outside of rounds no table is quiet. */
export const useActivity = (
  tables: StepPart['counts']['tables'],
  startedAt: number | undefined,
): ((table: TableId) => Activity) => {
  const now = useNow(tables !== undefined && startedAt !== undefined)
  return (table) => {
    const activity = tables?.[table]
    if (!activity) return { notes: undefined, quietMinutes: undefined }
    const since = startedAt === undefined ? undefined : Math.max(activity.changedAt ?? 0, startedAt)
    const minutes = since === undefined ? 0 : Math.floor((now - since) / MINUTE_MS)
    return { notes: activity.items, quietMinutes: minutes >= QUIET_MINUTES ? minutes : undefined }
  }
}

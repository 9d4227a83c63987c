import type { SeatId, SessionId } from '@roundel/shared/kernel'

/** What the database is called in which this device keeps the private draft of a seat. */
export const draftCacheName = (session: SessionId, seat: SeatId): string => `roundel.draft.${session}.${seat}`

/** Whether databases can be asked for at all: some browsers have none, others refuse even the question. */
export const hasDatabases = (): boolean => {
  try {
    return typeof indexedDB !== 'undefined'
  } catch {
    return false
  }
}

/** Throws away the private draft of a seat that this device has kept: whoever uses it next shall not find it. */
export const dropDraftCache = (session: SessionId, seat: SeatId): void => {
  if (hasDatabases()) indexedDB.deleteDatabase(draftCacheName(session, seat))
}

import type { SeatId, SessionId } from '@roundel/shared/kernel'

/** What the database is called in which this device keeps the private draft of a seat. */
export const draftCacheName = (session: SessionId, seat: SeatId): string => `roundel.draft.${session}.${seat}`

/** Throws away the private draft of a seat that this device has kept: whoever uses it next shall not find it. */
export const dropDraftCache = (session: SessionId, seat: SeatId): void => {
  if (typeof indexedDB !== 'undefined') indexedDB.deleteDatabase(draftCacheName(session, seat))
}

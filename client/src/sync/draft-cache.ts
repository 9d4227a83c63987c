import type { SeatId, SessionId } from '@roundel/shared/kernel'
import { draftCacheName, hasDatabases } from './drop-draft-cache.ts'
import type { IndexeddbPersistence } from 'y-indexeddb'
import type * as Y from 'yjs'

/** A copy of one replica on this device, so that a reload without a network loses nothing. */
export interface Cache {
  /** Whether everything in the replica stands in the copy, now and whatever is written next. */
  readonly holdsAll: () => boolean
  /** Throws the copy away. */
  readonly clear: () => void
}

/** Keeps a copy of a replica; undefined where there is nowhere to keep one. */
export type OpenCache = (doc: Y.Doc) => Cache | undefined

/** Whether this browser lets us keep a database; private windows of some do not. */
const probeDatabase = (): Promise<boolean> =>
  new Promise((resolve) => {
    try {
      const request = indexedDB.open('roundel.probe')
      request.addEventListener('success', () => {
        request.result.close()
        resolve(true)
      })
      request.addEventListener('error', () => resolve(false))
      request.addEventListener('blocked', () => resolve(false))
    } catch {
      resolve(false)
    }
  })

/** Keeps the private draft of a seat on this device, where the browser allows it. */
export const draftCache =
  (session: SessionId, seat: SeatId): OpenCache =>
  (doc) => {
    if (!hasDatabases()) return undefined
    const name = draftCacheName(session, seat)
    let isOpen = true
    let persistence: IndexeddbPersistence | undefined
    doc.once('destroy', () => {
      isOpen = false
    })
    const begin = async (): Promise<void> => {
      if (!(await probeDatabase())) return
      const { IndexeddbPersistence } = await import('y-indexeddb')
      if (isOpen) persistence = new IndexeddbPersistence(name, doc)
    }
    // Where that part of the page does not load there is no copy, and all else goes on.
    begin().catch(() => undefined)
    return {
      holdsAll: () => persistence?.synced ?? false,
      clear: () => {
        isOpen = false
        if (persistence) void persistence.clearData()
        else indexedDB.deleteDatabase(name)
      },
    }
  }

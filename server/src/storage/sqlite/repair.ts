import type { DatabaseSync } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import { salvageUpdates } from '../fold.ts'
import { openWriter } from './connection.ts'
import { copyDatabase } from './copy.ts'
import { type DocumentRows, prepareDocumentRows } from './document-rows.ts'
import { nameSpare, storeFiles } from './files.ts'
import { lockStore } from './lock.ts'
import { runInTransaction } from './transaction.ts'
import { type Damage, verifyStore } from './verify.ts'

export interface Repaired {
  /** Documents that can be written again. What their lost rows held is not in them. */
  readonly repaired: readonly Damage[]
  /** What only a backup can bring back. */
  readonly left: readonly Damage[]
  /** A copy of the store as it was, with the unreadable rows in it. */
  readonly kept: string | undefined
}

// A new epoch: replicas that still have the lost rows would offer them as their own.
const replaceRows = (db: DatabaseSync, { id, seq, snapshot, updates }: DocumentRows): void => {
  const bytes = salvageUpdates(snapshot ? [snapshot, ...updates] : updates)
  db.prepare('DELETE FROM updates WHERE document = ?').run(id)
  db.prepare('DELETE FROM snapshots WHERE document = ?').run(id)
  db.prepare('INSERT INTO snapshots VALUES (?, ?, ?, ?)').run(id, seq, bytes, crc32(bytes))
  db.prepare('UPDATE documents SET begun_anew = begun_anew + 1 WHERE id = ?').run(id)
}

const repairDocuments = (db: DatabaseSync, damage: readonly Damage[]): void => {
  const readRows = prepareDocumentRows(db)
  for (const found of damage) {
    const rows = found.type === 'document' ? readRows(found.session, found.document) : undefined
    if (rows) runInTransaction(db, () => replaceRows(db, rows))
  }
}

/**
 * Makes damaged documents writable again with what can be read of them, after copying the store aside.
 *
 * Throws `UnusableStore` when a server uses the folder, or when there is no sound store in it. Values of sessions and
 * workspaces that are unreadable stay so.
 */
export const repairStore = async (dataDir: string): Promise<Repaired> => {
  const { data, lock } = storeFiles(dataDir)
  const { damage } = await verifyStore(data)
  if (damage.length === 0) return { repaired: [], left: [], kept: undefined }
  const unlock = lockStore(lock)
  try {
    const db = openWriter(data, 'full')
    try {
      const kept = nameSpare(`${data}.before-repair`)
      await copyDatabase(db, kept)
      repairDocuments(db, damage)
      return {
        repaired: damage.filter(({ type }) => type === 'document'),
        left: damage.filter(({ type }) => type !== 'document'),
        kept,
      }
    } finally {
      db.close()
    }
  } finally {
    unlock()
  }
}

import type { DatabaseSync } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import type { FoldedDocument, HeldRows } from './tasks.ts'

// Deleting 5,000 rows takes some 15 ms; other writes wait no longer than that.
const ROWS_AT_ONCE = 5_000

/**
 * Stores a folded document beside the snapshot it was made from, and lets rows go that this older one already holds.
 *
 * Later updates do not matter; a document that was erased or folded meanwhile is left alone. Both functions return
 * whether more rows can go.
 */
export const prepareSnapshotWrites = (db: DatabaseSync) => {
  const find = db.prepare('SELECT begun_anew, seq FROM documents WHERE id = ?')
  const findNewest = db.prepare('SELECT max(upto) AS upto FROM snapshots WHERE document = ?')
  const insert = db.prepare('INSERT OR REPLACE INTO snapshots VALUES (?, ?, ?, ?)')
  const deleteOthers = db.prepare('DELETE FROM snapshots WHERE document = ? AND upto NOT IN (?, ?)')
  const findFirst = db.prepare('SELECT min(seq) AS seq FROM updates WHERE document = ?')
  const deleteRows = db.prepare('DELETE FROM updates WHERE document = ? AND seq <= ?')

  const trim = ({ document, begunAnew, base }: HeldRows): boolean => {
    if (find.get(document)?.begun_anew !== begunAnew) return false
    const first = findFirst.get(document)?.seq
    if (typeof first !== 'number' || first > base) return false
    const last = Math.min(base, first + ROWS_AT_ONCE - 1)
    deleteRows.run(document, last)
    return last < base
  }

  return {
    trim,
    store: (folded: FoldedDocument): boolean => {
      const { document, begunAnew, upto, base, bytes } = folded
      const stored = find.get(document)
      if (!stored || stored.begun_anew !== begunAnew || (stored.seq as number) < upto) return false
      const newest = (findNewest.get(document)?.upto ?? 0) as number
      if (newest > upto) return false
      insert.run(document, upto, bytes, crc32(bytes))
      deleteOthers.run(document, upto, base)
      return trim(folded)
    },
  }
}

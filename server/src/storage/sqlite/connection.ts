import { DatabaseSync } from 'node:sqlite'
import { UnusableStore } from '../store.ts'

export type Durability = 'full' | 'relaxed'

/**
 * The connection that writes: WAL, each commit flushed to the disk (`full`) or handed to the system (`relaxed`), deleted
 * content overwritten with zeros.
 */
export const openWriter = (file: string, durability: Durability): DatabaseSync => {
  const db = new DatabaseSync(file, { timeout: 5_000, enableForeignKeyConstraints: true })
  try {
    if (db.prepare('PRAGMA journal_mode = WAL').get()?.journal_mode !== 'wal')
      throw new UnusableStore('network-drive', `${file} lies where no write-ahead log can be kept; use a local disk`)
    // `fullfsync` is for macOS, where a plain flush stops at the drive's cache.
    db.exec(`
      PRAGMA fullfsync = ${durability === 'full' ? 'ON' : 'OFF'};
      PRAGMA synchronous = ${durability === 'full' ? 'FULL' : 'NORMAL'};
      PRAGMA secure_delete = ON;
      PRAGMA journal_size_limit = 67108864;
      PRAGMA cache_size = -16384;
    `)
  } catch (error) {
    db.close()
    throw error
  }
  return db
}

/** A connection that cannot write. It sees whole transactions only, and holds nobody up. */
export const openReader = (file: string): DatabaseSync => new DatabaseSync(file, { readOnly: true, timeout: 5_000 })

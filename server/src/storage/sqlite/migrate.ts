import { closeSync, existsSync, openSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { UnusableStore } from '../store.ts'
import { openReader, openWriter } from './connection.ts'
import { copyDatabase } from './copy.ts'
import { nameSpare } from './files.ts'
import { frameStore, isBlank, isStore, readMeta, writeMeta } from './meta.ts'
import { MIGRATIONS, type Migration } from './migrations.ts'
import { explainDamage } from './sqlite-error.ts'
import { runInTransaction } from './transaction.ts'

/** Throws `UnusableStore` unless the database is a store of at most this version; returns its version. */
export const checkSchema = (db: DatabaseSync, newest: number): number => {
  if (!isStore(db)) throw new UnusableStore('not-a-store', `${db.location()} is a database of another program`)
  const version = readMeta(db, 'schema')
  if (version <= newest) return version
  throw new UnusableStore(
    'newer-schema',
    `${db.location()} was written by a newer release: its tables are at version ${version}, this release knows ${newest}`,
  )
}

export interface MigrateOptions {
  readonly migrations?: readonly Migration[]
  /** Whether an older store is copied first. Only for what is a copy itself is that needless. */
  readonly keepOlder?: boolean
}

const migrateDatabase = async (
  db: DatabaseSync,
  file: string,
  { migrations = MIGRATIONS, keepOlder = true }: MigrateOptions,
): Promise<void> => {
  const isNew = isBlank(db)
  if (isNew) runInTransaction(db, () => frameStore(db))
  const version = readMeta(db, 'schema')
  if (!isNew && keepOlder && version < migrations.length)
    await copyDatabase(db, nameSpare(`${file}.before-${version + 1}`))
  for (const [index, migration] of migrations.entries()) {
    if (index < version) continue
    runInTransaction(db, () => {
      migration(db)
      writeMeta(db, 'schema', index + 1)
    })
  }
}

// Looks with a connection that cannot write: a file that is not ours stays as it is.
const checkFile = (file: string, newest: number): void => {
  if (!existsSync(file)) return
  const db = openReader(file)
  try {
    if (!isBlank(db)) checkSchema(db, newest)
  } finally {
    db.close()
  }
}

/**
 * Makes the file a store of the newest version: a missing or blank file is filled, an older one is copied to
 * `<file>.before-<version>` and then changed. Throws `UnusableStore` for a newer file, and for what is no store.
 */
export const migrateStore = (file: string, options: MigrateOptions = {}): Promise<void> =>
  explainDamage(file, async () => {
    checkFile(file, (options.migrations ?? MIGRATIONS).length)
    // Sessions hold what people wrote: nobody else on the machine may read the file, nor what SQLite keeps beside it.
    closeSync(openSync(file, 'a', 0o600))
    const db = openWriter(file, 'full')
    try {
      await migrateDatabase(db, file, options)
    } finally {
      db.close()
    }
  })

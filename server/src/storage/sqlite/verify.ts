import { existsSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import { UnusableStore } from '../store.ts'
import { openReader } from './connection.ts'
import { attempt, prepareDocumentRows } from './document-rows.ts'
import { checkSchema } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'
import { explainDamage } from './sqlite-error.ts'

/** Something in a store that cannot be read as it was written. `lost` are the sequences that are gone. */
export type Damage =
  | { readonly type: 'session'; readonly session: string }
  | { readonly type: 'workspace'; readonly workspace: string }
  | { readonly type: 'document'; readonly session: string; readonly document: string; readonly lost: readonly number[] }

/** What a look at a whole store found. */
export interface Inspection {
  readonly sessions: number
  readonly documents: number
  readonly damage: readonly Damage[]
}

/** Throws `UnusableStore` unless this is a store of a version we know, with sound pages. Returns its version. */
export const checkDatabase = (db: DatabaseSync): number => {
  const schema = checkSchema(db, MIGRATIONS.length)
  const found = db.prepare('PRAGMA integrity_check(1)').get()?.integrity_check
  if (found !== 'ok') throw new UnusableStore('corrupt', `${db.location()} is damaged: ${String(found)}`)
  return schema
}

/** Reads every value and every document of a store of the newest schema, and compares the rows with their checksums. */
export const inspectDatabase = (db: DatabaseSync): Inspection => {
  const readRows = prepareDocumentRows(db)
  const readValue = db.prepare('SELECT json, crc FROM session_values WHERE session = ?')
  const readWorkspace = db.prepare('SELECT json, crc FROM workspaces WHERE id = ?')
  const sessions = db.prepare('SELECT id FROM sessions ORDER BY id').all()
  const documents = db.prepare('SELECT session, name FROM documents ORDER BY session, name').all()
  const damage: Damage[] = []
  for (const { id } of sessions) {
    const row = attempt(() => readValue.get(id as string))
    if (typeof row?.json !== 'string' || crc32(row.json) !== row.crc)
      damage.push({ type: 'session', session: String(id) })
  }
  for (const { id } of db.prepare('SELECT id FROM workspaces ORDER BY id').all()) {
    const row = attempt(() => readWorkspace.get(id as string))
    if (typeof row?.json !== 'string' || crc32(row.json) !== row.crc)
      damage.push({ type: 'workspace', workspace: String(id) })
  }
  for (const { session, name } of documents) {
    const { lost } = readRows(String(session), String(name)) ?? { lost: [] }
    if (lost.length > 0) damage.push({ type: 'document', session: String(session), document: String(name), lost })
  }
  return { sessions: sessions.length, documents: documents.length, damage }
}

/** Runs with a connection to an existing file, and closes it. Throws `UnusableStore` when it is missing or damaged. */
export const readFrom = <Value>(file: string, read: (db: DatabaseSync) => Value | Promise<Value>): Promise<Value> =>
  explainDamage(file, async () => {
    if (!existsSync(file)) throw new UnusableStore('missing', `${file} does not exist`)
    const db = openReader(file)
    try {
      return await read(db)
    } finally {
      db.close()
    }
  })

/**
 * Looks at a whole store or backup without changing it, also while a server uses it.
 *
 * Throws `UnusableStore` when it is none, corrupt, or not of this release's version.
 */
export const verifyStore = (file: string): Promise<Inspection> =>
  readFrom(file, (db) => {
    const schema = checkDatabase(db)
    if (schema === MIGRATIONS.length) return inspectDatabase(db)
    throw new UnusableStore(
      'older-schema',
      `${file} is at version ${schema}: restore it, or start the server on it once`,
    )
  })

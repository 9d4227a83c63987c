import type { DatabaseSync } from 'node:sqlite'

/** `schema`: version of the tables. `generation`: raised when a backup is restored, part of every document's epoch. */
export type MetaKey = 'schema' | 'generation'

/** Marks a file as ours in the header of the database ("Rndl"), so that another program's file is not taken for a store. */
export const APPLICATION_ID = 0x526e646c

/** Whether the database has anything in it. */
export const isBlank = (db: DatabaseSync): boolean =>
  db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined

/** Whether the database was made by us. */
export const isStore = (db: DatabaseSync): boolean =>
  db.prepare('PRAGMA application_id').get()?.application_id === APPLICATION_ID &&
  db.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'meta'`).get() !== undefined

/** A number of the store itself; 0 for one that was never written. */
export const readMeta = (db: DatabaseSync, key: MetaKey): number => {
  const value = db.prepare('SELECT value FROM meta WHERE key = ?').get(key)?.value
  return typeof value === 'number' ? value : 0
}

export const writeMeta = (db: DatabaseSync, key: MetaKey, value: number): void => {
  db.prepare('INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value').run(key, value)
}

/** Makes a blank database a store at version 0: the frame that migrations fill. */
export const frameStore = (db: DatabaseSync): void =>
  db.exec(`
    PRAGMA application_id = ${APPLICATION_ID};
    CREATE TABLE meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    INSERT INTO meta VALUES ('schema', 0), ('generation', 0);
  `)

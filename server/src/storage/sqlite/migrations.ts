import type { DatabaseSync } from 'node:sqlite'
import { SCHEMA_1, SCHEMA_2, SCHEMA_3, SCHEMA_4, SCHEMA_5, SCHEMA_6 } from './schema.ts'

/** Takes the tables from one version to the next. Runs in a transaction. */
export type Migration = (db: DatabaseSync) => void

/** Forward only: the entry at index n makes version n + 1. Entries that were released are never changed. */
export const MIGRATIONS: readonly Migration[] = [
  (db) => db.exec(SCHEMA_1),
  (db) => db.exec(SCHEMA_2),
  (db) => db.exec(SCHEMA_3),
  (db) => db.exec(SCHEMA_4),
  (db) => db.exec(SCHEMA_5),
  (db) => db.exec(SCHEMA_6),
]

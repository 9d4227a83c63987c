import type { DatabaseSync } from 'node:sqlite'

/** Runs what belongs together: all of it is stored, or nothing and the exception goes on. */
export const runInTransaction = (db: DatabaseSync, run: () => void): void => {
  db.exec('BEGIN IMMEDIATE')
  try {
    run()
    db.exec('COMMIT')
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}

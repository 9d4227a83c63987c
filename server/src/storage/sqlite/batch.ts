import type { DatabaseSync } from 'node:sqlite'
import { Conflict } from '../store.ts'
import { preparePerform } from './perform.ts'
import { SQLITE, readMessage, readSqliteCode } from './sqlite-error.ts'
import type { Outcome, Task } from './tasks.ts'

// These concern the one task that ran into them; after any other failure of SQLite the whole transaction is in doubt.
const isOwnFault = (error: unknown): boolean => {
  const code = readSqliteCode(error)
  return code === undefined || code === SQLITE.CONSTRAINT || code === SQLITE.TOOBIG
}

/**
 * Runs tasks in order in one transaction and makes it durable.
 *
 * A task that fails alone is undone alone. When the transaction fails (disk full, I/O error), nothing of it is stored and
 * every task is a fault; the next transaction is tried anew.
 */
export const prepareBatch = (db: DatabaseSync): ((tasks: readonly Task[]) => readonly Outcome[]) => {
  const perform = preparePerform(db)
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const save = db.prepare('SAVEPOINT task')
  const release = db.prepare('RELEASE task')
  const undo = db.prepare('ROLLBACK TO task')

  const runTask = (task: Task): Outcome => {
    save.run()
    try {
      const answer = perform(task)
      release.run()
      return { type: 'stored', answer }
    } catch (error) {
      if (!isOwnFault(error) || !db.isTransaction) throw error
      undo.run()
      release.run()
      return { type: error instanceof Conflict ? 'conflict' : 'fault', message: readMessage(error) }
    }
  }

  return (tasks) => {
    try {
      // Only after a rollback that failed: without this no transaction would ever begin again.
      if (db.isTransaction) db.exec('ROLLBACK')
      begin.run()
      const outcomes = tasks.map(runTask)
      commit.run()
      return outcomes
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK')
      return tasks.map(() => ({ type: 'fault', message: readMessage(error) }))
    }
  }
}

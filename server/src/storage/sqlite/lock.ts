import { DatabaseSync } from 'node:sqlite'
import { UnusableStore } from '../store.ts'
import { SQLITE, readSqliteCode } from './sqlite-error.ts'

/**
 * Takes the folder of a store for this process, and returns how to let go.
 *
 * The lock is an exclusive transaction on a small database of its own: the operating system ends it with the process,
 * however it dies, so a file left behind blocks nobody. Throws `UnusableStore` (`in-use`) when somebody holds it.
 */
export const lockStore = (file: string): (() => void) => {
  const lock = new DatabaseSync(file, { timeout: 0 })
  try {
    // No journal file: there is nothing to roll back, and nothing shall lie about after a crash.
    lock.exec('PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    if (readSqliteCode(cause) !== SQLITE.BUSY) throw cause
    throw new UnusableStore('in-use', `another process uses ${file}`, { cause })
  }
  return () => {
    if (lock.isOpen) lock.close()
  }
}

import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { UnusableStore } from '../store.ts'
import { flush, flushFolder } from './folder.ts'

const reserve = async (file: string): Promise<void> => {
  try {
    await (await open(file, 'wx', 0o600)).close()
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause
    throw new UnusableStore('exists', `${file} exists already`, { cause })
  }
}

/**
 * Writes all that is committed in a database, as of one moment, into a new file that only its owner may read.
 *
 * The file appears whole and flushed, or not at all. Throws `UnusableStore` (`exists`) when the name is taken.
 */
export const copyDatabase = async (db: DatabaseSync, file: string): Promise<void> => {
  const part = `${file}.part`
  await reserve(file)
  try {
    await rm(part, { force: true })
    await reserve(part)
    // Passed on to the copy: without it stale bytes of rows stay between those of its pages, and outlive the rows.
    db.exec('PRAGMA secure_delete = ON')
    db.prepare('VACUUM INTO ?').run(part)
    await flush(part)
    await rename(part, file)
    await flushFolder(dirname(file))
  } catch (error) {
    await Promise.all([rm(file, { force: true }), rm(part, { force: true })])
    throw error
  }
}

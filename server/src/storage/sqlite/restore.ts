import { existsSync } from 'node:fs'
import { copyFile, link, rename, rm, utimes } from 'node:fs/promises'
import { UnusableStore } from '../store.ts'
import { openWriter } from './connection.ts'
import { copyDatabase } from './copy.ts'
import { type Forgetter, eraseAgain } from './erase-again.ts'
import { flushFolder, makeFolder } from './folder.ts'
import { nameSpare, storeFiles } from './files.ts'
import { type Ledger, joinLedgers, readLedger } from './ledger.ts'
import { lockStore } from './lock.ts'
import { isStore, readMeta, writeMeta } from './meta.ts'
import { checkSchema, migrateStore } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'
import { type Inspection, checkDatabase, inspectDatabase, readFrom } from './verify.ts'

export interface RestoreOptions {
  /** A file made by `backup`, or a store that no server uses. */
  readonly file: string
  readonly dataDir: string
  /** Whether a store in the folder may give way. It is kept beside the new one. */
  readonly replace: boolean
  /** Milliseconds since 1970. */
  readonly now: number
  /** Other backups or stores, whose erasures are to be carried out too. Those of the store in the folder always are. */
  readonly erasedIn?: readonly string[]
  /** How people who asked to be forgotten are. Without it their sessions go whole. */
  readonly forgetter?: Forgetter
}

export interface Restored {
  readonly inspection: Inspection
  /** Where the store that was there before is now. */
  readonly kept: string | undefined
  /** Things in the backup that had been erased for good since, and are erased again. */
  readonly erased: number
  /** Whether the store that was there could not be read, and what was erased in it is not known. */
  readonly isLedgerLost: boolean
}

const readGeneration = (file: string): Promise<number> =>
  readFrom(file, (db) => (isStore(db) ? readMeta(db, 'generation') : 0))

const removeStore = async (file: string): Promise<void> => {
  for (const tail of ['', '-wal', '-shm']) await rm(file + tail, { force: true })
}

// The store empties its write-ahead log into the file when the last connection closes. A broken one keeps its log.
const closeCleanly = (file: string): void => {
  try {
    openWriter(file, 'full').close()
  } catch {
    // It is put aside as it is.
  }
}

const putAside = async (file: string, kept: string, now: number): Promise<void> => {
  closeCleanly(file)
  for (const tail of ['-wal', '-shm']) if (existsSync(file + tail)) await rename(file + tail, kept + tail)
  // A second name, not a new one: at no moment is there no store, in which a server would begin with an empty one.
  await link(file, kept).catch(() => copyFile(file, kept))
  // From now on it ages as a safety copy.
  await utimes(kept, now / 1_000, now / 1_000)
}

/** Copies a store and brings the copy to the newest version. */
const prepareCopy = async (source: string, copy: string): Promise<void> => {
  await removeStore(copy)
  await readFrom(source, async (db) => {
    checkDatabase(db)
    await copyDatabase(db, copy)
  })
  await migrateStore(copy, { keepOlder: false })
}

// Replicas of what was written after the backup must never merge with it. The clock makes the number larger than that of
// any other store restored from the same file, and does so alone when the old store cannot be read any more.
const raiseGeneration = async (copy: string, old: string, now: number): Promise<void> => {
  const before = existsSync(old) ? await readGeneration(old).catch(() => 0) : 0
  const db = openWriter(copy, 'full')
  try {
    writeMeta(db, 'generation', Math.max(readMeta(db, 'generation') + 1, before + 1, Math.trunc(now / 1_000)))
  } finally {
    db.close()
  }
}

const readLedgerOf = (file: string): Promise<Ledger> =>
  readFrom(file, (db) => {
    checkSchema(db, MIGRATIONS.length)
    return readLedger(db)
  })

/** What is known of erasures, beside the backup itself. */
const gatherLedger = async (old: string | undefined, files: readonly string[]) => {
  const named = await Promise.all(files.map(readLedgerOf))
  const own = old === undefined ? new Map() : await readLedgerOf(old).catch(() => undefined)
  return { ledger: joinLedgers([...named, ...(own ? [own] : [])]), isLedgerLost: own === undefined }
}

const eraseInCopy = (copy: string, ledger: Ledger, forgetter: Forgetter | undefined): number => {
  const db = openWriter(copy, 'full')
  try {
    return eraseAgain(db, ledger, forgetter)
  } finally {
    db.close()
  }
}

const restoreLocked = async (options: RestoreOptions): Promise<Restored> => {
  const { file, dataDir, replace, now, erasedIn = [], forgetter } = options
  const { data } = storeFiles(dataDir)
  const isTaken = existsSync(data)
  if (isTaken && !replace) throw new UnusableStore('exists', `${dataDir} holds a store already`)
  const copy = `${data}.restoring`
  try {
    await prepareCopy(file, copy)
    const { ledger, isLedgerLost } = await gatherLedger(isTaken ? data : undefined, erasedIn)
    const erased = eraseInCopy(copy, ledger, forgetter)
    const inspection = await readFrom(copy, inspectDatabase)
    await raiseGeneration(copy, data, now)
    const kept = isTaken ? nameSpare(`${data}.replaced`) : undefined
    if (kept) await putAside(data, kept, now)
    await rename(copy, data)
    await flushFolder(dataDir)
    return { inspection, kept, erased, isLedgerLost }
  } finally {
    await removeStore(copy)
  }
}

/**
 * Puts a backup into a folder as its store, after looking through all of it, and erases in it what was erased for good
 * since it was made, as far as the store that was there or another file knows.
 *
 * Throws `UnusableStore` when a server uses the folder (`in-use`), when it holds a store that may not be replaced
 * (`exists`), and when the backup is no store, newer than this release, or corrupt. Then the folder is as it was.
 * Single damaged rows do not stop it: they are in the inspection.
 */
export const restoreStore = async (options: RestoreOptions): Promise<Restored> => {
  await makeFolder(options.dataDir)
  const unlock = lockStore(storeFiles(options.dataDir).lock)
  try {
    return await restoreLocked(options)
  } finally {
    unlock()
  }
}

import { readdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { DAY_MS } from '@roundel/shared/kernel'
import { openWriter } from './connection.ts'
import { eraseAgain } from './erase-again.ts'
import type { Ledger } from './ledger.ts'

/** How long a copy is kept that was made before the store was changed or replaced. */
export const SAFETY_COPY_MS = 30 * DAY_MS

const TAILS = ['', '-wal', '-shm']

/** What `nameSpare` made of the names of copies: before a migration, before a repair, and of a store that was replaced. */
const COPY_TAIL = /^\.(before-(\d+|repair)|replaced)(\.\d+)?$/

/** The copies beside a store that the program made by itself. */
const listSafetyCopies = (data: string): readonly string[] => {
  const own = basename(data)
  return readdirSync(dirname(data))
    .filter((name) => name.startsWith(own) && COPY_TAIL.test(name.slice(own.length)))
    .map((name) => join(dirname(data), name))
}

const cleanCopy = (file: string, ledger: Ledger): void => {
  const { atime, mtime } = statSync(file)
  const db = openWriter(file, 'full')
  try {
    eraseAgain(db, ledger)
  } finally {
    db.close()
    // Their age counts from when they were made.
    utimesSync(file, atime, mtime)
  }
}

/**
 * Erases in the safety copies of a store what was erased for good in the store. One that cannot be read stays as it is
 * until it is old.
 */
export const cleanSafetyCopies = (data: string, readLedger: () => Ledger): void => {
  const copies = listSafetyCopies(data)
  if (copies.length === 0) return
  const ledger = readLedger()
  for (const file of copies) {
    try {
      cleanCopy(file, ledger)
    } catch {
      // Put aside because it was damaged, most likely.
    }
  }
}

/** Removes the safety copies of a store that were made before a time, milliseconds since 1970. */
export const dropSafetyCopies = (data: string, before: number): void => {
  for (const file of listSafetyCopies(data)) {
    if (statSync(file).mtimeMs < before) for (const tail of TAILS) rmSync(file + tail, { force: true })
  }
}

import { UnusableStore } from '../store.ts'

/** Primary result codes of SQLite that mean more to us than "failed" (https://sqlite.org/rescode.html). */
export const SQLITE = { BUSY: 5, CORRUPT: 11, TOOBIG: 18, CONSTRAINT: 19, NOTADB: 26 } as const

/** The primary result code of what SQLite threw, or undefined for any other value. */
export const readSqliteCode = (error: unknown): number | undefined =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : undefined

/** What an exception says, for a log. SQLite repeats no stored values. */
export const readMessage = (error: unknown): string => (error instanceof Error ? error.message : 'unknown failure')

/** Runs what opens a file; throws `UnusableStore` when SQLite finds that it is damaged or no database at all. */
export const explainDamage = async <Value>(file: string, run: () => Promise<Value>): Promise<Value> => {
  try {
    return await run()
  } catch (cause) {
    const code = readSqliteCode(cause)
    if (code === SQLITE.NOTADB) throw new UnusableStore('not-a-store', `${file} is not a database`, { cause })
    if (code === SQLITE.CORRUPT) throw new UnusableStore('corrupt', `${file} is damaged`, { cause })
    throw cause
  }
}

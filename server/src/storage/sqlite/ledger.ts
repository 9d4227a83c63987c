import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'

/** Something that was erased for good: a session, a workspace, a document, whose a record was, or a person. */
export type Erased =
  | readonly ['session', session: string]
  | readonly ['workspace', workspace: string]
  | readonly ['document', session: string, document: string]
  | readonly ['owner', session: string, collection: string, record: string]
  | readonly ['seat', session: string, seat: string]

/** How often each thing was erased, by its hash in hexadecimal. */
export type Ledger = ReadonlyMap<string, number>

const HASH_BYTES = 16

const hashBytes = (erased: Erased): Uint8Array =>
  createHash('sha256').update(JSON.stringify(erased)).digest().subarray(0, HASH_BYTES)

/** What stands in the ledger for something. Ids are random, so it tells what was erased only to who has that still. */
export const hashErased = (erased: Erased): string => Buffer.from(hashBytes(erased)).toString('hex')

const hasLedger = (db: DatabaseSync): boolean =>
  db.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'erased'`).get() !== undefined

/** The ledger of a store; empty for one from before there were ledgers. */
export const readLedger = (db: DatabaseSync): Ledger => {
  if (!hasLedger(db)) return new Map()
  const rows = db.prepare('SELECT hex(what) AS hash, times FROM erased').all()
  return new Map(rows.map(({ hash, times }) => [String(hash).toLowerCase(), Number(times)]))
}

/** The ledger of who knows what any of these know. */
export const joinLedgers = (ledgers: readonly Ledger[]): Ledger => {
  const joined = new Map<string, number>()
  for (const [hash, times] of ledgers.flatMap((ledger) => [...ledger]))
    joined.set(hash, Math.max(times, joined.get(hash) ?? 0))
  return joined
}

/** What of a ledger has not happened to this store yet. */
export const findNews = (db: DatabaseSync, ledger: Ledger): Ledger => {
  const own = readLedger(db)
  return new Map([...ledger].filter(([hash, times]) => times > (own.get(hash) ?? 0)))
}

/** Notes down that these things have been erased here; nothing in a store from before there were ledgers. */
export const writeLedger = (db: DatabaseSync, news: Ledger): void => {
  if (!hasLedger(db)) return
  const put = db.prepare('INSERT INTO erased VALUES (unhex(?), ?) ON CONFLICT DO UPDATE SET times = excluded.times')
  for (const [hash, times] of news) put.run(hash, times)
}

/** Notes down that something is being erased, once more perhaps. */
export const prepareLedger = (db: DatabaseSync): ((erased: Erased) => void) => {
  const note = db.prepare('INSERT INTO erased VALUES (?, 1) ON CONFLICT DO UPDATE SET times = times + 1')
  return (erased) => void note.run(hashBytes(erased))
}

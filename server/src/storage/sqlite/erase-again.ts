import type { DatabaseSync } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import { type DocumentChange, rewriteUpdates } from '../fold.ts'
import { attempt, prepareDocumentRows } from './document-rows.ts'
import { type Erased, type Ledger, findNews, hashErased, writeLedger } from './ledger.ts'
import { runInTransaction } from './transaction.ts'

/** How what the store cannot read itself forgets people: the value of a session, and a document that bears their names. */
export interface Forgetter {
  readonly value: (json: string, seats: readonly string[]) => string
  readonly document: (doc: Parameters<DocumentChange>[0], seats: readonly string[]) => void
}

/** The quoted ids in the JSON of a session, those of people among them. */
const QUOTED_ID = /"([\w-]{16})"/g

/** Whether something is to be erased. */
type IsNews = (erased: Erased) => boolean

const eraseSessions = (db: DatabaseSync, isNews: IsNews): number => {
  const remove = db.prepare('DELETE FROM sessions WHERE id = ?')
  const gone = db
    .prepare('SELECT id FROM sessions')
    .all()
    .filter(({ id }) => isNews(['session', id as string]))
  for (const { id } of gone) remove.run(id as string)
  return gone.length
}

const eraseWorkspaces = (db: DatabaseSync, isNews: IsNews): number => {
  // A copy from before there were any has no table of them.
  if (!db.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'workspaces'`).get()) return 0
  const remove = db.prepare('DELETE FROM workspaces WHERE id = ?')
  const removeSessions = db.prepare('DELETE FROM sessions WHERE workspace = ?')
  const gone = db
    .prepare('SELECT id FROM workspaces')
    .all()
    .filter(({ id }) => isNews(['workspace', id as string]))
  for (const { id } of gone) {
    removeSessions.run(id as string)
    remove.run(id as string)
  }
  return gone.length
}

const eraseDocuments = (db: DatabaseSync, isNews: IsNews): number => {
  const empty = ['updates', 'snapshots', 'claims'].map((table) => db.prepare(`DELETE FROM ${table} WHERE document = ?`))
  const restart = db.prepare('UPDATE documents SET seq = 0, begun_anew = begun_anew + 1 WHERE id = ?')
  const gone = db
    .prepare('SELECT id, session, name FROM documents')
    .all()
    .filter(({ session, name }) => isNews(['document', session as string, name as string]))
  for (const { id } of gone) for (const statement of [...empty, restart]) statement.run(id as number)
  return gone.length
}

const eraseOwners = (db: DatabaseSync, isNews: IsNews): number => {
  const remove = db.prepare('DELETE FROM owners WHERE session = ? AND collection = ? AND record = ?')
  const gone = db
    .prepare('SELECT session, collection, record FROM owners')
    .all()
    .map(({ session, collection, record }) => [session, collection, record] as [string, string, string])
    .filter((owned) => isNews(['owner', ...owned]))
  for (const owned of gone) remove.run(...owned)
  return gone.length
}

const rewriteDocuments = (db: DatabaseSync, session: string, change: DocumentChange): void => {
  const readRows = prepareDocumentRows(db)
  for (const { name } of db.prepare('SELECT name FROM documents WHERE session = ? AND seq > 0').all(session)) {
    const rows = readRows(session, name as string)
    // What was lost stays to be seen as lost; such a document bears ids, which nothing leads back to a name any more.
    if (!rows || rows.lost.length > 0) continue
    const { id, seq, snapshot, updates } = rows
    const bytes = rewriteUpdates(snapshot ? [snapshot, ...updates] : updates, change)
    for (const table of ['updates', 'snapshots']) db.prepare(`DELETE FROM ${table} WHERE document = ?`).run(id)
    db.prepare('INSERT INTO snapshots VALUES (?, ?, ?, ?)').run(id, seq, bytes, crc32(bytes))
  }
}

const eraseSeats = (db: DatabaseSync, isNews: IsNews, forgetter: Forgetter | undefined): number => {
  const remove = db.prepare('DELETE FROM sessions WHERE id = ?')
  const putValue = db.prepare('UPDATE session_values SET json = ?, crc = ? WHERE session = ?')
  const removeGrants = db.prepare('DELETE FROM grants WHERE session = ? AND seat = ?')
  const unlinkBallots = db.prepare(
    "DELETE FROM voters WHERE session = ?1 AND (key = ?2 OR (key >= ?2 || '.' AND key < ?2 || '/'))",
  )
  let count = 0
  for (const row of db.prepare('SELECT session, json FROM session_values').all()) {
    const [session, json] = [row.session as string, row.json as string]
    const named = new Set([...json.matchAll(QUOTED_ID)].map(([, id]) => id as string))
    const seats = [...named].filter((seat) => isNews(['seat', session, seat]))
    if (seats.length === 0) continue
    count += seats.length
    // A value that cannot be read is of no use any more, and still has the name in it.
    const value = forgetter && attempt(() => forgetter.value(json, seats))
    if (value === undefined) {
      remove.run(session)
      continue
    }
    putValue.run(value, crc32(value), session)
    for (const seat of seats) {
      removeGrants.run(session, seat)
      unlinkBallots.run(session, seat)
    }
    rewriteDocuments(db, session, (doc) => forgetter?.document(doc, seats))
  }
  return count
}

/**
 * Erases in a store what was erased for good elsewhere and stands in it still; returns how many things that were. What
 * the store has erased itself before may stand in it anew, and stays.
 *
 * Without a forgetter a session in which somebody asked to be forgotten goes whole.
 */
export const eraseAgain = (db: DatabaseSync, ledger: Ledger, forgetter?: Forgetter): number => {
  const news = findNews(db, ledger)
  if (news.size === 0) return 0
  const isNews: IsNews = (erased) => news.has(hashErased(erased))
  let count = 0
  runInTransaction(db, () => {
    count +=
      eraseSessions(db, isNews) + eraseWorkspaces(db, isNews) + eraseDocuments(db, isNews) + eraseOwners(db, isNews)
    count += eraseSeats(db, isNews, forgetter)
    writeLedger(db, news)
  })
  return count
}

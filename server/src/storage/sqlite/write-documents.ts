import type { DatabaseSync } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import { type Append, type ClientClaim, Conflict } from '../store.ts'

/** Adds updates at the end of documents, with who writes there, and empties documents that are to begin anew. */
export const prepareDocumentWrites = (db: DatabaseSync) => {
  const find = db.prepare('SELECT id, seq FROM documents WHERE session = ? AND name = ?')
  const begin = db.prepare(
    'INSERT INTO documents (session, name, seq, begun_anew) VALUES (?, ?, 0, 1) RETURNING id, seq',
  )
  const advance = db.prepare('UPDATE documents SET seq = ? WHERE id = ?')
  const insert = db.prepare('INSERT INTO updates VALUES (?, ?, ?, ?)')
  const findClaim = db.prepare('SELECT owner FROM claims WHERE document = ? AND client = ?')
  const insertClaim = db.prepare('INSERT INTO claims VALUES (?, ?, ?)')
  const restart = db.prepare('UPDATE documents SET seq = 0, begun_anew = begun_anew + 1 WHERE id = ?')
  const empty = ['updates', 'snapshots', 'claims'].map((table) => db.prepare(`DELETE FROM ${table} WHERE document = ?`))

  const writeClaim = (document: number, { client, owner }: ClientClaim): void => {
    const stored = findClaim.get(document, client)
    if (!stored) insertClaim.run(document, client, owner)
    else if (stored.owner !== owner) throw new Conflict(`client ${client} has another owner`)
  }

  return {
    append: (session: string, append: Append): void => {
      const stored = find.get(session, append.document)
      const last = (stored?.seq ?? 0) as number
      if (append.seq !== last + 1) throw new Conflict(`${append.document} is at ${last}, ${append.seq} does not follow`)
      const document = (stored ?? begin.get(session, append.document))?.id as number
      for (const claim of append.claims) writeClaim(document, claim)
      insert.run(document, append.seq, append.bytes, crc32(append.bytes))
      advance.run(append.seq, document)
    },
    erase: (session: string, name: string): void => {
      const document = find.get(session, name)?.id as number | undefined
      if (document === undefined) return
      for (const statement of empty) statement.run(document)
      restart.run(document)
    },
  }
}

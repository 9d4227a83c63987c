import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { crc32 } from 'node:zlib'

/** A document as its rows give it: the newest sound snapshot, and the sound updates after it. */
export interface DocumentRows {
  readonly id: number
  readonly seq: number
  readonly begunAnew: number
  /** Sequence that `snapshot` reaches; 0 without one. */
  readonly base: number
  readonly snapshot: Uint8Array | undefined
  readonly updates: readonly Uint8Array[]
  /** Sequences after `base` whose rows are missing or unreadable. */
  readonly lost: readonly number[]
}

type Row = Readonly<Record<string, unknown>>

const readSound = (row: Row | undefined): Uint8Array | undefined =>
  row?.bytes instanceof Uint8Array && crc32(row.bytes) === row.crc ? row.bytes : undefined

/** What a read gives, or undefined when it throws: a page that SQLite cannot read must not take its neighbours along. */
export const attempt = <Value>(read: () => Value): Value | undefined => {
  try {
    return read()
  } catch {
    return undefined
  }
}

// All at once, or one by one when a page among them is unreadable: then only the bad rows stay away.
const readUpdates = (all: StatementSync, one: StatementSync, id: number, base: number, seq: number) => {
  const rows = attempt(() => all.all(id, base, seq))
  const bySeq = rows ? new Map(rows.map((row) => [row.seq, row])) : undefined
  const updates: Uint8Array[] = []
  const lost: number[] = []
  for (let next = base + 1; next <= seq; next++) {
    const bytes = readSound(bySeq ? bySeq.get(next) : attempt(() => one.get(id, next)))
    if (bytes) updates.push(bytes)
    else lost.push(next)
  }
  return { updates, lost }
}

/**
 * Reads documents row by row and judges every row by its CRC. A snapshot that is unreadable gives way to the older one,
 * since the updates after that one are kept; nothing is lost then.
 */
export const prepareDocumentRows = (db: DatabaseSync) => {
  const find = db.prepare('SELECT id, seq, begun_anew FROM documents WHERE session = ? AND name = ?')
  const findSnapshots = db.prepare('SELECT upto FROM snapshots WHERE document = ? ORDER BY upto DESC')
  const findSnapshot = db.prepare('SELECT bytes, crc FROM snapshots WHERE document = ? AND upto = ?')
  const all = db.prepare('SELECT seq, bytes, crc FROM updates WHERE document = ? AND seq > ? AND seq <= ? ORDER BY seq')
  const one = db.prepare('SELECT bytes, crc FROM updates WHERE document = ? AND seq = ?')

  return (session: string, name: string): DocumentRows | undefined => {
    const document = find.get(session, name)
    if (!document) return undefined
    const id = document.id as number
    const seq = document.seq as number
    let base = 0
    let snapshot: Uint8Array | undefined
    for (const { upto } of attempt(() => findSnapshots.all(id)) ?? []) {
      snapshot = readSound(attempt(() => findSnapshot.get(id, upto as number)))
      base = snapshot ? (upto as number) : 0
      if (snapshot) break
    }
    const rest = readUpdates(all, one, id, base, seq)
    return { id, seq, begunAnew: document.begun_anew as number, base, snapshot, ...rest }
  }
}

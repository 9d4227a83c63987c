import type { DatabaseSync } from 'node:sqlite'
import { Conflict, type Grant, type OwnerClaim, type Write } from '../store.ts'

/** Stores what stands beside the documents: owners of records, remembered commands, the log, grants. */
export const prepareRecordWrites = (db: DatabaseSync) => {
  const findOwner = db.prepare('SELECT owner FROM owners WHERE session = ? AND collection = ? AND record = ?')
  const insertOwner = db.prepare('INSERT INTO owners VALUES (?, ?, ?, ?)')
  const deleteOwner = db.prepare('DELETE FROM owners WHERE session = ? AND collection = ? AND record = ?')
  const findCommand = db.prepare('SELECT 1 FROM commands WHERE session = ? AND id = ?')
  const insertCommand = db.prepare('INSERT INTO commands VALUES (?, ?, ?, ?, ?, ?)')
  const insertLog = db.prepare('INSERT INTO log (session, seat, type, at, version) VALUES (?, ?, ?, ?, ?)')
  const deleteGrant = db.prepare('DELETE FROM grants WHERE session = ? AND hash = ?')
  const putGrant = db.prepare('INSERT OR REPLACE INTO grants VALUES (?, ?, ?, ?, ?, ?, ?)')

  const writeOwner = (session: string, { collection, record, owner }: OwnerClaim): void => {
    const stored = findOwner.get(session, collection, record)
    if (!stored) insertOwner.run(session, collection, record, owner)
    else if (stored.owner !== owner) throw new Conflict('a record has another owner')
  }
  const writeGrant = (session: string, { hash, seat, kind, createdAt, expiresAt, by }: Grant): void => {
    putGrant.run(session, hash, seat, kind, createdAt, expiresAt, by ?? null)
  }

  /** `version` is the one that stands after the write. */
  return (write: Write, version: number): void => {
    const { session, command, log } = write
    for (const { collection, record } of write.erase?.owners ?? []) deleteOwner.run(session, collection, record)
    for (const claim of write.owners ?? []) writeOwner(session, claim)
    if (command) {
      if (findCommand.get(session, command.id)) throw new Conflict('the command is remembered already')
      insertCommand.run(session, command.id, command.seat, command.at, command.version, JSON.stringify(command.answer))
    }
    if (log) insertLog.run(session, log.seat, log.type, log.at, version)
    for (const hash of write.revoked ?? []) deleteGrant.run(session, hash)
    for (const grant of write.grants ?? []) writeGrant(session, grant)
  }
}

import { LIMITS } from '@roundel/shared/kernel'
import type { DatabaseSync } from 'node:sqlite'
import type { Write } from '../store.ts'
import { type Erased, prepareLedger } from './ledger.ts'
import { OVERDUE } from './overdue.ts'
import type { Task } from './tasks.ts'
import { prepareBallotWrites } from './write-ballots.ts'
import { prepareDocumentWrites } from './write-documents.ts'
import { prepareRecordWrites } from './write-records.ts'
import { prepareSessionWrites } from './write-session.ts'
import { prepareSnapshotWrites } from './write-snapshot.ts'
import { prepareWorkspaceWrites } from './write-workspaces.ts'

/** What a write erases for good. */
const listLasting = ({ session, erase = {} }: Write): readonly Erased[] => {
  const { documents = [], owners = [], lasting = false, seat } = erase
  const content = [
    ...documents.map((name) => ['document', session, name] as const),
    ...owners.map(({ collection, record }) => ['owner', session, collection, record] as const),
  ]
  return [...(lasting ? content : []), ...(seat === undefined ? [] : [['seat', session, seat] as const])]
}

/**
 * Does tasks on a connection, inside whatever transaction is open. Returns the answer of an outcome; throws `Conflict`
 * when a write does not fit, and what SQLite throws.
 */
export const preparePerform = (db: DatabaseSync): ((task: Task) => boolean) => {
  const sessions = prepareSessionWrites(db)
  const documents = prepareDocumentWrites(db)
  const writeRecords = prepareRecordWrites(db)
  const snapshots = prepareSnapshotWrites(db)
  const writeBallots = prepareBallotWrites(db)
  const remove = db.prepare('DELETE FROM sessions WHERE id = ?')
  const retire = db.prepare(`DELETE FROM sessions WHERE id = ?1 AND ${OVERDUE}`)
  const workspaces = prepareWorkspaceWrites(db)
  const pruneCommands = db.prepare('DELETE FROM commands WHERE at <= ?')
  const pruneGrants = db.prepare('DELETE FROM grants WHERE expires_at <= ?')
  const dateTouched = db.prepare('UPDATE sessions SET touched_at = ? WHERE touched_at IS NULL')

  const note = prepareLedger(db)

  const performWrite = (write: Write): void => {
    const version = sessions.put(write)
    for (const name of write.erase?.documents ?? []) documents.erase(write.session, name)
    for (const erased of listLasting(write)) note(erased)
    for (const append of write.appends ?? []) documents.append(write.session, append)
    writeRecords(write, version)
    if (write.ballots) writeBallots(write.session, write.ballots)
  }

  const goes = (session: string, isGone: boolean): boolean => {
    if (isGone) note(['session', session])
    return isGone
  }

  const removeWorkspace = (id: string): boolean => {
    const sessions = workspaces.sessionsOf(id)
    for (const session of sessions) goes(session, remove.run(session).changes > 0)
    const isGone = workspaces.remove(id)
    if (isGone) note(['workspace', id])
    return isGone
  }

  return (task) => {
    switch (task.type) {
      case 'create':
        sessions.create(task.write)
        performWrite(task.write)
        return false
      case 'commit':
        performWrite(task.write)
        return false
      case 'create-workspace':
        workspaces.create(task.workspace)
        return false
      case 'put-workspace':
        workspaces.put(task.workspace)
        return false
      case 'remove-workspace':
        return removeWorkspace(task.workspace)
      case 'retire-workspaces':
        return workspaces.overdue(task.now).filter(removeWorkspace).length > 0
      case 'remove':
        return goes(task.session, remove.run(task.session).changes > 0)
      case 'retire':
        return goes(task.session, retire.run(task.session, task.before, task.now).changes > 0)
      case 'prune':
        pruneCommands.run(task.now - LIMITS.commandMemoryMs)
        pruneGrants.run(task.now)
        dateTouched.run(task.now)
        return false
      case 'snapshot':
        return snapshots.store(task.folded)
      case 'trim':
        return snapshots.trim(task.held)
    }
  }
}

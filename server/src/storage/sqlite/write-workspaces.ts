import type { DatabaseSync } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import { Conflict, type StoredWorkspace } from '../store.ts'

/** Stores workspaces, and finds those that are to go. */
export const prepareWorkspaceWrites = (db: DatabaseSync) => {
  const find = db.prepare('SELECT version FROM workspaces WHERE id = ?')
  const insert = db.prepare('INSERT INTO workspaces VALUES (?, ?, ?, ?, ?, ?, ?)')
  const update = db.prepare(
    'UPDATE workspaces SET version = ?, key_hash = ?, retention_ms = ?, written_at = ?, json = ?, crc = ? WHERE id = ?',
  )
  const remove = db.prepare('DELETE FROM workspaces WHERE id = ?')
  const findSessions = db.prepare('SELECT id FROM sessions WHERE workspace = ?')
  const findOverdue = db.prepare(
    `SELECT id FROM workspaces WHERE written_at + retention_ms <= ?
     AND NOT EXISTS (SELECT 1 FROM sessions WHERE workspace = workspaces.id)`,
  )
  const columns = ({ version, keyHash, retentionMs, at, json }: StoredWorkspace) =>
    [version, keyHash, retentionMs, at, json, crc32(json)] as const

  return {
    create: (workspace: StoredWorkspace): void => {
      if (find.get(workspace.id)) throw new Conflict('the workspace exists already')
      insert.run(workspace.id, ...columns(workspace))
    },
    put: (workspace: StoredWorkspace): void => {
      const version = find.get(workspace.id)?.version
      if (version === undefined) throw new Conflict('the workspace is unknown')
      if (workspace.version !== (version as number) + 1)
        throw new Conflict(`the workspace is at version ${String(version)}, ${workspace.version} does not follow`)
      update.run(...columns(workspace), workspace.id)
    },
    sessionsOf: (id: string): readonly string[] => findSessions.all(id).map((row) => row.id as string),
    remove: (id: string): boolean => remove.run(id).changes > 0,
    overdue: (now: number): readonly string[] => findOverdue.all(now).map((row) => row.id as string),
  }
}

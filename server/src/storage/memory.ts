import { LIMITS, type SessionId, type WorkspaceId } from '@roundel/shared/kernel'
import { foldUpdates } from './fold.ts'
import { findBallot, listCast } from './memory-ballots.ts'
import {
  type MemoryDisk,
  type MemoryDocument,
  commitToMemory,
  createInMemory,
  createWorkspaceInMemory,
  putWorkspaceInMemory,
  workspacesOn,
} from './memory-disk.ts'
import { type DocumentVersion, StorageFault, type Store, type StoredDocument, UnusableStore } from './store.ts'

const readVersion = (document: MemoryDocument | undefined): DocumentVersion => ({
  seq: document?.seq ?? 0,
  epoch: document?.epoch ?? 1,
})

const readDocument = (document: MemoryDocument | undefined): StoredDocument => ({
  ...readVersion(document),
  snapshot: document?.snapshot?.slice(),
  updates: (document?.updates ?? []).map((update) => update.slice()),
  claims: [...(document?.claims ?? [])].map(([client, owner]) => ({ client, owner })),
  damaged: false,
})

const compactDocument = (document: MemoryDocument): void => {
  const { snapshot, updates } = document
  if (updates.length === 0) return
  document.snapshot = foldUpdates(snapshot ? [snapshot, ...updates] : updates)
  document.updates = []
}

const listSessions = (disk: MemoryDisk, id: WorkspaceId): readonly SessionId[] =>
  [...disk].flatMap(([session, { workspace }]) => (workspace === id ? [session] : []))

const sweepDisk = (disk: MemoryDisk, now: number, sessionsMs: number): number => {
  let swept = 0
  for (const [id, session] of disk) {
    for (const command of session.commands.values())
      if (command.at + LIMITS.commandMemoryMs <= now) session.commands.delete(command.id)
    for (const grant of session.grants.values()) if (grant.expiresAt <= now) session.grants.delete(grant.hash)
    session.touchedAt ??= now
    const keptMs = (session.workspace && workspacesOn(disk).get(session.workspace)?.retentionMs) ?? sessionsMs
    if (session.touchedAt + keptMs > now && (session.expiresAt ?? Infinity) > now) continue
    disk.delete(id)
    swept++
  }
  for (const { id, at, retentionMs } of workspacesOn(disk).values())
    if (at + retentionMs <= now && listSessions(disk, id).length === 0) workspacesOn(disk).delete(id)
  return swept
}

/** A store that forgets everything when `disk` does: for tests and rehearsals. Keeps the contract, but for `backup`. */
export const openMemoryStore = (disk: MemoryDisk = new Map()): Store => {
  let isClosed = false

  // Every answer comes later, as from a disk, and nothing works after closing.
  const answer = async <Value>(read: () => Value): Promise<Value> => {
    if (isClosed) throw new StorageFault('the store is closed')
    await Promise.resolve()
    return read()
  }
  const ask = (id: SessionId) => disk.get(id)

  return {
    create: (write) => answer(() => createInMemory(disk, write)),
    commit: (write) => answer(() => commitToMemory(disk, write)),
    session: (id) =>
      answer(() => {
        const session = ask(id)
        if (!session) return undefined
        const documents = [...session.documents].filter(([, document]) => document.seq > 0).map(([name]) => name)
        return { version: session.version, json: session.json, owners: [...session.owners.values()], documents }
      }),
    sessionByCode: (code) => answer(() => [...disk].find(([, session]) => session.code === code)?.[0]),
    sessionsWithDrafts: () =>
      answer(() =>
        [...disk].flatMap(([id, { documents }]) =>
          [...documents].some(([name, { seq }]) => name.startsWith('draft.') && seq > 0) ? [id] : [],
        ),
      ),
    document: (session, document) => answer(() => readDocument(ask(session)?.documents.get(document))),
    documentVersion: (session, document) => answer(() => readVersion(ask(session)?.documents.get(document))),
    grant: (hash, session) => answer(() => ask(session)?.grants.get(hash)),
    grantsOf: (session, seat) =>
      answer(() => [...(ask(session)?.grants.values() ?? [])].filter((grant) => grant.seat === seat)),
    grantsWith: (hash) => answer(() => [...disk.values()].flatMap(({ grants }) => grants.get(hash) ?? [])),
    command: (session, id) => answer(() => ask(session)?.commands.get(id)),
    ballot: (session, poll, key) => answer(() => findBallot(ask(session)?.polls ?? new Map(), poll, key)),
    ballots: (session, poll) => answer(() => listCast(ask(session)?.polls ?? new Map(), poll)),
    log: (session) => answer(() => [...(ask(session)?.log ?? [])]),
    compact: (session, name) =>
      answer(() => {
        const document = ask(session)?.documents.get(name)
        try {
          if (document) compactDocument(document)
        } catch (cause) {
          throw new StorageFault(`${name} could not be folded`, { cause })
        }
      }),
    createWorkspace: (workspace) => answer(() => createWorkspaceInMemory(disk, workspace)),
    putWorkspace: (workspace) => answer(() => putWorkspaceInMemory(disk, workspace)),
    workspace: (id) => answer(() => workspacesOn(disk).get(id)),
    workspaces: () => answer(() => [...workspacesOn(disk).keys()]),
    sessionsOf: (id) => answer(() => listSessions(disk, id)),
    removeWorkspace: (id) =>
      answer(() => {
        for (const session of listSessions(disk, id)) disk.delete(session)
        workspacesOn(disk).delete(id)
      }),
    remove: (session) => answer(() => void disk.delete(session)),
    sweep: (now, retention) => answer(() => sweepDisk(disk, now, retention.sessionsMs)),
    backup: () => Promise.reject(new UnusableStore('missing', 'a store in memory has no file to copy')),
    durability: () => answer(() => ({ engine: 'memory', journal: 'none', synchronous: 0 })),
    close: async () => {
      isClosed = true
    },
  }
}

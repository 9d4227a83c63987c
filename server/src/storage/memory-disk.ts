import type { CommandId, SeatId, SessionId, WorkspaceId } from '@roundel/shared/kernel'
import { latestTimeOf } from './activity.ts'
import { type MemoryPolls, writeBallots } from './memory-ballots.ts'
import {
  type ClientClaim,
  type Append,
  Conflict,
  type Grant,
  type LogEntry,
  type OwnerClaim,
  type RememberedCommand,
  type StoredWorkspace,
  type Write,
} from './store.ts'

/** A document in memory. `updates` are those after the snapshot. */
export interface MemoryDocument {
  seq: number
  epoch: number
  snapshot: Uint8Array | undefined
  updates: Uint8Array[]
  claims: Map<number, ClientClaim['owner']>
}

interface MemorySession {
  version: number
  json: string
  code: string
  expiresAt: number | undefined
  workspace: WorkspaceId | undefined
  /** Undefined when it was touched, at a time that nobody told, since the last sweep. */
  touchedAt: number | undefined
  readonly documents: Map<string, MemoryDocument>
  readonly owners: Map<string, OwnerClaim>
  readonly commands: Map<CommandId, RememberedCommand>
  readonly grants: Map<string, Grant>
  polls: MemoryPolls
  readonly log: (LogEntry & { readonly version: number })[]
}

/** What outlives a memory store that is closed and opened again. */
export interface MemoryDisk extends Map<SessionId, MemorySession> {
  workspaces?: Map<WorkspaceId, StoredWorkspace>
}

/** The workspaces of a disk. */
export const workspacesOn = (disk: MemoryDisk): Map<WorkspaceId, StoredWorkspace> => (disk.workspaces ??= new Map())

const ownerKey = (record: Pick<OwnerClaim, 'collection' | 'record'>): string =>
  JSON.stringify([record.collection, record.record])

const blankDocument = (epoch: number): MemoryDocument => ({
  seq: 0,
  epoch,
  snapshot: undefined,
  updates: [],
  claims: new Map(),
})

const checkAppends = (session: MemorySession, appends: readonly Append[], erased: readonly string[]): void => {
  const seqs = new Map<string, number>()
  const owners = new Map<string, SeatId | 'server'>()
  for (const append of appends) {
    const stored = erased.includes(append.document) ? undefined : session.documents.get(append.document)
    const last = seqs.get(append.document) ?? stored?.seq ?? 0
    if (append.seq !== last + 1) throw new Conflict(`${append.document} is at ${last}, ${append.seq} does not follow`)
    seqs.set(append.document, append.seq)
    for (const { client, owner } of append.claims) {
      const key = `${append.document} ${client}`
      const holder = owners.get(key) ?? stored?.claims.get(client) ?? owner
      if (holder !== owner) throw new Conflict(`client ${client} of ${append.document} has another owner`)
      owners.set(key, owner)
    }
  }
}

const checkOwners = (session: MemorySession, write: Write): void => {
  const erased = new Set(write.erase?.owners?.map(ownerKey))
  const claimed = new Map<string, SeatId>()
  for (const claim of write.owners ?? []) {
    const key = ownerKey(claim)
    const holder = claimed.get(key) ?? (erased.has(key) ? undefined : session.owners.get(key)?.owner) ?? claim.owner
    if (holder !== claim.owner) throw new Conflict('a record has another owner')
    claimed.set(key, claim.owner)
  }
}

const checkWrite = (disk: MemoryDisk, session: MemorySession, write: Write): void => {
  const { value } = write
  if (value && value.version !== session.version + 1)
    throw new Conflict(`the session is at version ${session.version}, ${value.version} does not follow`)
  if (value && [...disk].some(([id, other]) => id !== write.session && other.code === value.code))
    throw new Conflict('the code belongs to another session')
  if (write.command && session.commands.has(write.command.id)) throw new Conflict('the command is remembered already')
  checkAppends(session, write.appends ?? [], write.erase?.documents ?? [])
  checkOwners(session, write)
}

const applyErasure = (session: MemorySession, write: Write): void => {
  for (const name of write.erase?.documents ?? []) {
    const document = session.documents.get(name)
    if (document) session.documents.set(name, blankDocument(document.epoch + 1))
  }
  for (const record of write.erase?.owners ?? []) session.owners.delete(ownerKey(record))
}

const applyAppend = (session: MemorySession, append: Append): void => {
  const document = session.documents.get(append.document) ?? blankDocument(1)
  session.documents.set(append.document, document)
  document.seq = append.seq
  document.updates.push(append.bytes.slice())
  for (const { client, owner } of append.claims) document.claims.set(client, owner)
}

const applyWrite = (session: MemorySession, write: Write): void => {
  if (write.value) {
    const { version, json, code, expiresAt, workspace } = write.value
    Object.assign(session, { version, json, code, expiresAt, workspace })
  }
  applyErasure(session, write)
  for (const append of write.appends ?? []) applyAppend(session, append)
  for (const claim of write.owners ?? []) session.owners.set(ownerKey(claim), claim)
  if (write.command) session.commands.set(write.command.id, write.command)
  if (write.log) session.log.push({ ...write.log, version: session.version })
  for (const hash of write.revoked ?? []) session.grants.delete(hash)
  for (const grant of write.grants ?? []) session.grants.set(grant.hash, grant)
  const time = latestTimeOf(write)
  session.touchedAt = time === undefined ? undefined : Math.max(time, session.touchedAt ?? time)
}

/** Stores a write in a session that is there, or nothing of it: throws `Conflict` before anything is changed. */
export const commitToMemory = (disk: MemoryDisk, write: Write): void => {
  const session = disk.get(write.session)
  if (!session) throw new Conflict('the session is unknown')
  checkWrite(disk, session, write)
  const polls = writeBallots(session.polls, write.ballots ?? [])
  applyWrite(session, write)
  session.polls = polls
}

/** Stores a new session, or nothing: throws `Conflict` when its id or code is taken. */
export const createInMemory = (disk: MemoryDisk, write: Write): void => {
  if (disk.has(write.session)) throw new Conflict('the session exists already')
  const session: MemorySession = {
    version: 0,
    json: '',
    code: '',
    expiresAt: undefined,
    workspace: undefined,
    touchedAt: undefined,
    documents: new Map(),
    owners: new Map(),
    commands: new Map(),
    grants: new Map(),
    polls: new Map(),
    log: [],
  }
  checkWrite(disk, session, write)
  applyWrite(session, write)
  disk.set(write.session, session)
}

/** Stores a new workspace, or nothing: throws `Conflict` when its id is taken. */
export const createWorkspaceInMemory = (disk: MemoryDisk, workspace: StoredWorkspace): void => {
  const workspaces = workspacesOn(disk)
  if (workspaces.has(workspace.id)) throw new Conflict('the workspace exists already')
  workspaces.set(workspace.id, workspace)
}

/** Stores the next version of a workspace, or nothing: throws `Conflict` when it is not the next. */
export const putWorkspaceInMemory = (disk: MemoryDisk, workspace: StoredWorkspace): void => {
  const workspaces = workspacesOn(disk)
  const version = workspaces.get(workspace.id)?.version
  if (version === undefined) throw new Conflict('the workspace is unknown')
  if (workspace.version !== version + 1)
    throw new Conflict(`the workspace is at version ${version}, ${workspace.version} does not follow`)
  workspaces.set(workspace.id, workspace)
}

import type { CommandId, SeatId, SessionId, WorkspaceId } from '@roundel/shared/kernel'
import type { DatabaseSync } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import {
  type ClientClaim,
  type DocumentVersion,
  type Grant,
  type LogEntry,
  type OwnerClaim,
  type RememberedCommand,
  StorageFault,
  type StoredBallot,
  type StoredSession,
  type StoredWorkspace,
} from '../store.ts'
import { type DocumentParcel, packDocument } from './document-parcel.ts'
import { attempt, prepareDocumentRows } from './document-rows.ts'
import { readMeta } from './meta.ts'
import { OVERDUE } from './overdue.ts'

// How often a document may begin anew within one generation of the store.
const ANEW_PER_GENERATION = 65_536

/** The columns below bear the names of the fields, and were written from values of these types. */
const asRows = <Value>(rows: unknown): Value => rows as Value

const readGrant = ({ givenBy, ...row }: Readonly<Record<string, unknown>>): Grant =>
  asRows(givenBy === null ? row : { ...row, by: givenBy })

const readBallot = ({ cast, side, ...row }: Readonly<Record<string, unknown>>): StoredBallot =>
  asRows({ ...row, cast: cast === 1, ...(side !== null && { side }) })

/** What a store is asked. Answers hold committed transactions only. */
export const prepareReads = (db: DatabaseSync) => {
  const generation = readMeta(db, 'generation')
  const epochOf = (begunAnew: number): number => generation * ANEW_PER_GENERATION + begunAnew
  const readRows = prepareDocumentRows(db)
  const findSession = db.prepare(
    'SELECT version, json, crc FROM sessions LEFT JOIN session_values ON session = id WHERE id = ?',
  )
  const findOwners = db.prepare('SELECT collection, record, owner FROM owners WHERE session = ?')
  const findDocuments = db.prepare('SELECT name FROM documents WHERE session = ? AND seq > 0')
  const findByCode = db.prepare('SELECT id FROM sessions WHERE code = ?')
  const findClaims = db.prepare('SELECT client, owner FROM claims WHERE document = ?')
  const grantColumns =
    'SELECT hash, session, seat, kind, created_at AS createdAt, expires_at AS expiresAt, given_by AS givenBy FROM grants'
  const findGrant = db.prepare(`${grantColumns} WHERE session = ? AND hash = ?`)
  const findWith = db.prepare(`${grantColumns} WHERE hash = ?`)
  const findGrants = db.prepare(`${grantColumns} WHERE session = ? AND seat = ?`)
  const findCommand = db.prepare('SELECT id, seat, at, version, answer FROM commands WHERE session = ? AND id = ?')
  const ballotColumns = 'SELECT b.voter, was_cast AS cast, seq, side, body FROM ballots b'
  const findBallot = db.prepare(
    `${ballotColumns} JOIN voters v ON v.session = b.session AND v.poll = b.poll AND v.voter = b.voter
     WHERE v.session = ? AND v.poll = ? AND v.key = ?`,
  )
  const findBallots = db.prepare(`${ballotColumns} WHERE session = ? AND poll = ? AND was_cast = 1 ORDER BY voter`)
  const findLog = db.prepare('SELECT seat, type, at, version FROM log WHERE session = ? ORDER BY id')
  const findVersion = db.prepare('SELECT seq, begun_anew AS begunAnew FROM documents WHERE session = ? AND name = ?')
  const findWithDrafts = db.prepare("SELECT DISTINCT session FROM documents WHERE name LIKE 'draft.%' AND seq > 0")
  // The first place stands empty: it is that of one session, where one alone is asked for.
  const findOverdue = db.prepare(`SELECT id FROM sessions WHERE ?1 IS NULL AND ${OVERDUE}`)
  const findWorkspace = db.prepare(
    `SELECT id, version, key_hash AS keyHash, retention_ms AS retentionMs, written_at AS at, json, crc
     FROM workspaces WHERE id = ?`,
  )
  const findWorkspaces = db.prepare('SELECT id FROM workspaces')
  const findOfWorkspace = db.prepare('SELECT id FROM sessions WHERE workspace = ?')

  return {
    session: (id: SessionId): StoredSession | undefined => {
      const row = findSession.get(id)
      if (!row) return undefined
      const { json, crc } = row
      if (typeof json !== 'string' || crc32(json) !== crc) throw new StorageFault(`session ${id} is unreadable`)
      return {
        version: row.version as number,
        json,
        owners: asRows<OwnerClaim[]>(findOwners.all(id)),
        documents: findDocuments.all(id).map(({ name }) => name as string),
      }
    },
    sessionByCode: (code: string): SessionId | undefined => asRows(findByCode.get(code)?.id),
    sessionsWithDrafts: (): readonly SessionId[] => findWithDrafts.all().map(({ session }) => session as SessionId),
    documentVersion: (session: SessionId, name: string): DocumentVersion => {
      const row = findVersion.get(session, name)
      return { seq: Number(row?.seq ?? 0), epoch: epochOf(Number(row?.begunAnew ?? 1)) }
    },
    document: (session: SessionId, name: string): DocumentParcel => {
      const rows = readRows(session, name)
      const claims = rows && attempt(() => findClaims.all(rows.id))
      return packDocument({
        seq: rows?.seq ?? 0,
        epoch: epochOf(rows?.begunAnew ?? 1),
        snapshot: rows?.snapshot,
        updates: rows?.updates ?? [],
        claims: asRows<ClientClaim[]>(claims ?? []),
        damaged: rows !== undefined && (rows.lost.length > 0 || claims === undefined),
      })
    },
    grant: (hash: string, session: SessionId): Grant | undefined => {
      const row = findGrant.get(session, hash)
      return row && readGrant(row)
    },
    grantsOf: (session: SessionId, seat: SeatId): readonly Grant[] => findGrants.all(session, seat).map(readGrant),
    grantsWith: (hash: string): readonly Grant[] => findWith.all(hash).map(readGrant),
    command: (session: SessionId, id: CommandId): RememberedCommand | undefined => {
      const row = findCommand.get(session, id)
      return row && asRows({ ...row, answer: JSON.parse(row.answer as string) })
    },
    ballot: (session: SessionId, poll: string, key: string): StoredBallot | undefined => {
      const row = findBallot.get(session, poll, key)
      return row && readBallot(row)
    },
    ballots: (session: SessionId, poll: string): readonly StoredBallot[] =>
      findBallots.all(session, poll).map(readBallot),
    log: (session: SessionId): readonly (LogEntry & { readonly version: number })[] => asRows(findLog.all(session)),
    workspace: (id: WorkspaceId): StoredWorkspace | undefined => {
      const row = findWorkspace.get(id)
      if (!row) return undefined
      const { crc, ...workspace } = row
      if (typeof workspace.json !== 'string' || crc32(workspace.json) !== crc)
        throw new StorageFault(`workspace ${id} is unreadable`)
      return asRows(workspace)
    },
    workspaces: (): readonly WorkspaceId[] => findWorkspaces.all().map(({ id }) => id as WorkspaceId),
    sessionsOf: (workspace: WorkspaceId): readonly SessionId[] =>
      findOfWorkspace.all(workspace).map(({ id }) => id as SessionId),
    /** Sessions that nothing has touched since `before`, or for as long as their workspace says, or that have expired at `now`. */
    overdue: (before: number, now: number): readonly SessionId[] =>
      findOverdue.all(null, before, now).map(({ id }) => id as SessionId),
  }
}

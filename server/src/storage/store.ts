import type { CommandId, SeatId, SessionId, WorkspaceId } from '@roundel/shared/kernel'
import type { Answer } from '@roundel/shared/session'

/** Who a Yjs client id belongs to: a seat, or the server itself. Kept for ever beside the bytes it wrote. */
export interface ClientClaim {
  readonly client: number
  readonly owner: SeatId | 'server'
}

/** One update at the end of a document. `seq` is one more than the last: the numbering has no gaps. */
export interface Append {
  readonly document: string
  readonly seq: number
  readonly bytes: Uint8Array
  /** Client ids that write here for the first time. */
  readonly claims: readonly ClientClaim[]
}

/** Whose record it is. Kept for ever by the server, never part of a document. */
export interface OwnerClaim {
  readonly collection: string
  readonly record: string
  readonly owner: SeatId
}

/** A line of the audit log: no text, no marks. */
export interface LogEntry {
  readonly seat: SeatId | 'server'
  readonly type: string
  readonly at: number
}

/** A command that was carried out, so that its repetition gets the same answer. */
export interface RememberedCommand {
  readonly id: CommandId
  readonly seat: SeatId
  readonly at: number
  readonly version: number
  readonly answer: Answer
}

/** What one voter cast, or only began, under a pseudonym that says nothing. */
export interface StoredBallot {
  readonly voter: string
  readonly cast: boolean
  /** Grows with each change of it. */
  readonly seq: number
  /** Whose side they are on, only where figures are to be given for each. */
  readonly side?: string
  /** As its scoring reads it, in JSON. */
  readonly body: string
}

/**
 * What happens to ballots. Whose is whose stands apart from what they say, as long as somebody may change theirs:
 *
 * - `put`: a ballot is stored, its `seq` one more than the last of its `key`.
 * - `seal`: voting is over. Nothing says any more whose a ballot is, and what was only begun goes.
 * - `destroy`: a poll is taken back, with every ballot.
 * - `unlink`: whose they are is forgotten for a seat, in every poll.
 * - `hand-over`: what a seat cast is another's from now on; where both did, the other's own stays.
 */
export type BallotWrite =
  | ({ readonly type: 'put'; readonly poll: string; readonly key: string } & StoredBallot)
  | { readonly type: 'seal'; readonly poll: string }
  | { readonly type: 'destroy'; readonly poll: string }
  | { readonly type: 'unlink'; readonly seat: SeatId }
  | { readonly type: 'hand-over'; readonly seat: SeatId; readonly into: SeatId }

/** Lets a holder of a secret sit on a seat. Only the hash of the secret is kept. */
export interface Grant {
  /** SHA-256 of the secret, base64url. */
  readonly hash: string
  readonly session: SessionId
  readonly seat: SeatId
  /** A browser's cookie, a program's token, or a personal link for another device. */
  readonly kind: 'cookie' | 'token' | 'transfer'
  readonly createdAt: number
  readonly expiresAt: number
  /** Who made a personal link, where it was not the person whose seat it opens. */
  readonly by?: SeatId
}

/** What is to be forgotten while the session lives on: private documents, and who wrote what. */
export interface Erasure {
  /** Emptied with their history and their claims. A document of that name begins anew under a higher epoch. */
  readonly documents?: readonly string[]
  readonly owners?: readonly Pick<OwnerClaim, 'collection' | 'record'>[]
  /**
   * Whether it is erased for good: from safety copies, and again from every backup that is restored. Not where it lives on
   * elsewhere.
   */
  readonly lasting?: boolean
  /** Who asked to be forgotten, if somebody did: for good, and what their session's value says is the caller's. */
  readonly seat?: SeatId
}

/** The value of a session, and what of it the store has to know. */
export interface SessionValue {
  readonly version: number
  readonly json: string
  readonly code: string
  readonly endedAt?: number
  /** When the session is to go whatever happens in it, where it has such a time. */
  readonly expiresAt?: number
  /** The workspace that it belongs to, for as long as that is there. */
  readonly workspace?: WorkspaceId
}

/**
 * Everything that one thing that happened leaves behind. All of it is stored, or nothing.
 *
 * `version` is the session's next version and comes with `value`; it must be one more than the stored one. A new session
 * begins at version 1. A line of the log carries the version that stands after the write.
 */
export interface Write {
  readonly session: SessionId
  readonly value?: SessionValue
  readonly appends?: readonly Append[]
  readonly owners?: readonly OwnerClaim[]
  readonly command?: RememberedCommand
  readonly log?: LogEntry
  /** A hash may open several sessions; within one session the latest grant for a hash holds. */
  readonly grants?: readonly Grant[]
  /** Hashes of grants that end with this write; they end before `grants` begin. */
  readonly revoked?: readonly string[]
  /** In order; never in the log. */
  readonly ballots?: readonly BallotWrite[]
  /** What is erased before anything else of this write is stored. */
  readonly erase?: Erasure
}

/** A session as stored, with all that its rules need to go on after a restart. */
export interface StoredSession {
  readonly version: number
  readonly json: string
  readonly owners: readonly OwnerClaim[]
  /** Names of the documents that have at least one update. */
  readonly documents: readonly string[]
}

/** How far a document has come: of one session and name, the same version is the same content. */
export interface DocumentVersion {
  /** Sequence of the last update in it; 0 for a document that was never written. */
  readonly seq: number
  /** Raised when a backup is restored or a document begun anew; part of every cache key. Begins at 1, never repeats. */
  readonly epoch: number
}

/** A document as stored: replaying `snapshot`, then `updates` in order, gives it back. */
export interface StoredDocument extends DocumentVersion {
  readonly snapshot: Uint8Array | undefined
  readonly updates: readonly Uint8Array[]
  readonly claims: readonly ClientClaim[]
  /** True when a row was unreadable: the rest is here, and the document must not be written. */
  readonly damaged: boolean
}

/** A workspace as stored: its value, and what of it the store has to know. */
export interface StoredWorkspace {
  readonly id: WorkspaceId
  /** One more with each write; a new one begins at 1. */
  readonly version: number
  readonly json: string
  /** SHA-256 of the secret of its link, base64url. */
  readonly keyHash: string
  /** How long its sessions are kept that nobody touches, milliseconds. */
  readonly retentionMs: number
  /** When it was written, server time. */
  readonly at: number
}

/** A write that did not fit what is stored: another process wrote, or the caller's memory is stale. Nothing was stored. */
export class Conflict extends Error {
  override readonly name = 'Conflict'
}

/** The store failed: disk full, I/O error, lost worker, closed. Nothing of the write may be shown to anybody. */
export class StorageFault extends Error {
  override readonly name = 'StorageFault'
}

/** Why a file or a folder cannot be used as a store. Nothing in it was changed. */
export type UnusableReason =
  | 'in-use'
  | 'newer-schema'
  | 'older-schema'
  | 'not-a-store'
  | 'corrupt'
  | 'network-drive'
  | 'exists'
  | 'missing'

/** The store cannot be opened, copied or restored as asked. `message` is for whoever runs the server. */
export class UnusableStore extends Error {
  override readonly name = 'UnusableStore'
  readonly reason: UnusableReason

  constructor(reason: UnusableReason, message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
  }
}

/**
 * Where sessions live. One contract suite (`store.contract.ts`) holds for every implementation.
 *
 * Writes become durable in the order in which `commit` was called. Promises reject with `Conflict` or `StorageFault`.
 */
export interface Store {
  /** Stores a new session. Rejects with `Conflict` when its id or its code is taken. */
  readonly create: (write: Write & Required<Pick<Write, 'value'>>) => Promise<void>
  /**
   * Resolves when the write is on disk, and not before. Rejects with `Conflict` for an unknown or deleted session, a
   * version or sequence that is not the next one, a code that another session has, a record or client id that another
   * owner has, and a command that is remembered already.
   */
  readonly commit: (write: Write) => Promise<void>
  /** Rejects with `StorageFault` when the stored value is unreadable. */
  readonly session: (id: SessionId) => Promise<StoredSession | undefined>
  readonly sessionByCode: (code: string) => Promise<SessionId | undefined>
  /** The sessions in which somebody's private document has an update. */
  readonly sessionsWithDrafts: () => Promise<readonly SessionId[]>
  readonly document: (session: SessionId, document: string) => Promise<StoredDocument>
  /** The same without the content, which may be megabytes. */
  readonly documentVersion: (session: SessionId, document: string) => Promise<DocumentVersion>
  /** Also finds a grant that has expired but was not swept yet: the caller looks at the clock. */
  readonly grant: (hash: string, session: SessionId) => Promise<Grant | undefined>
  readonly grantsOf: (session: SessionId, seat: SeatId) => Promise<readonly Grant[]>
  /** All that one secret opens, in every session. */
  readonly grantsWith: (hash: string) => Promise<readonly Grant[]>
  readonly command: (session: SessionId, id: CommandId) => Promise<RememberedCommand | undefined>
  /** The ballot of a key, while it is known whose it is. */
  readonly ballot: (session: SessionId, poll: string, key: string) => Promise<StoredBallot | undefined>
  /** Every ballot that was cast, in the sequence of the pseudonyms, so that no order tells who came when. */
  readonly ballots: (session: SessionId, poll: string) => Promise<readonly StoredBallot[]>
  readonly log: (session: SessionId) => Promise<readonly (LogEntry & { readonly version: number })[]>
  /**
   * Folds the rows of a document into a snapshot by replaying them, reads the snapshot back and compares it, then lets
   * rows go that the older of the two newest snapshots already holds. Changes nothing when there is nothing new, when
   * the document is damaged, or when it was erased meanwhile; rejects with `StorageFault` when the comparison fails.
   */
  readonly compact: (session: SessionId, document: string) => Promise<void>
  /** Stores a new workspace. Rejects with `Conflict` when its id is taken. */
  readonly createWorkspace: (workspace: StoredWorkspace) => Promise<void>
  /** Stores the next version of a workspace. Rejects with `Conflict` for an unknown one and a version that is not the next. */
  readonly putWorkspace: (workspace: StoredWorkspace) => Promise<void>
  /** Rejects with `StorageFault` when the stored value is unreadable. */
  readonly workspace: (id: WorkspaceId) => Promise<StoredWorkspace | undefined>
  /** Every workspace there is. */
  readonly workspaces: () => Promise<readonly WorkspaceId[]>
  /** The sessions of a workspace, in any order. */
  readonly sessionsOf: (workspace: WorkspaceId) => Promise<readonly SessionId[]>
  /** Removes a workspace and every session of it from every table and every safety copy, for good. */
  readonly removeWorkspace: (id: WorkspaceId) => Promise<void>
  /** Removes a session from every table and every safety copy, for good. */
  readonly remove: (session: SessionId) => Promise<void>
  /**
   * Removes what is past its time: commands remembered for a day, expired grants, and sessions whose last activity
   * (latest of `endedAt` and the times in commands, log and grants) lies `sessionsMs` back, or as long as their workspace
   * says, or that have expired. Updates of documents carry no time: they count as activity at the next sweep. Workspaces
   * that nobody wrote for as long, and that have no session left, go too. Returns how many sessions went.
   */
  readonly sweep: (now: number, retention: { readonly sessionsMs: number }) => Promise<number>
  /**
   * A consistent copy while running, written to a new file: holds at least every write acknowledged before the call.
   * Rejects with `UnusableStore` when the file exists.
   */
  readonly backup: (file: string) => Promise<void>
  /** How the writing connection is set, as the engine itself reports it. */
  readonly durability: () => Promise<{
    readonly engine: string
    readonly journal: string
    readonly synchronous: number
  }>
  /** Finishes what was begun, then releases the file. Whatever is asked afterwards rejects with `StorageFault`. */
  readonly close: () => Promise<void>
}

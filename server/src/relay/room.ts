import type { Colour, DocumentAddress } from '@roundel/shared/board'
import type { Random, SeatId } from '@roundel/shared/kernel'
import type { CloseCode } from '@roundel/shared/protocol'
import type * as Y from 'yjs'
import type { Append, OwnerClaim, StoredDocument } from '../storage/store.ts'
import type { Authority } from './authority.ts'
import type { Clock } from './clock.ts'
import type { Judge } from './gate/gate.ts'
import type { PresenceState } from './presence-state.ts'
import type { Connection, Wire } from './wire.ts'

/** Why a room closed a socket. `reason` is for the log; it never repeats what somebody wrote. */
export interface Closing {
  readonly seat: SeatId
  readonly code: CloseCode
  readonly reason: string
}

/** What a document room leaves to others. */
export interface DocumentRoomOptions {
  readonly address: Exclude<DocumentAddress, { readonly kind: 'presence' }>
  /** The document as it was loaded, completely, before any socket is let in. */
  readonly stored: StoredDocument
  /**
   * Stores what a person wrote. Called in the same synchronous stretch in which it was applied, so writes of one document
   * reach the store in order; new owners must be known to `authority` when the call returns, for the next message may
   * touch those records. Resolves when it is on disk; a rejection ends the room.
   */
  readonly commit: (write: {
    readonly appends: readonly Append[]
    readonly owners?: readonly OwnerClaim[]
  }) => Promise<void>
  readonly authority: Authority
  readonly judge: Judge
  /** Called once, when the room can no longer be trusted and has dropped its sockets. Await `close()`, then load again. */
  readonly onFault: (error: unknown) => void
  /** Called after each change, for who is active when. */
  readonly onWrite?: (by: SeatId | 'server') => void
  /** Called when the room closes a socket, for the log and for counting. */
  readonly onClose?: (closing: Closing) => void
  readonly clock: Clock
}

/**
 * One document, live: takes what sockets send, has it judged and stored, and hands on what is durable, and only that.
 *
 * It knows nothing of HTTP or of sessions. Sequences are those of the store: `seq()` is the last change applied.
 */
export interface DocumentRoom {
  readonly address: DocumentRoomOptions['address']
  /**
   * The document with every change applied so far, durable or not: use it at once, keep no reference, change nothing.
   * Whatever leaves the server because of it must wait for `settled()`.
   */
  readonly read: () => Y.Doc
  /**
   * A change by the server, in one transaction under the server's own client id; undefined when nothing changed. It is
   * applied at once. The caller commits the append in the same tick, then calls `settle` or, if that failed, `fail`.
   * Throws when the room has ended or the stored document is damaged; an exception of `change` ends the room.
   */
  readonly write: (change: (doc: Y.Doc) => void) => Append | undefined
  /** Everything up to this sequence is on disk: it may be relayed and acknowledged. */
  readonly settle: (seq: number) => void
  /** A store write with one of our appends failed: nothing more may leave. Closes every socket with 4503. */
  readonly fail: (error: unknown) => void
  /** Resolves when everything applied so far is on disk; rejects when the room ends before. */
  readonly settled: () => Promise<void>
  /** Lets a socket in. Whether the seat may be here was decided before; reading is asked again here. */
  readonly connect: (wire: Wire, seat: SeatId) => Connection
  /** Closes sockets, all of them or those of some seats. */
  readonly disconnect: (code: CloseCode, which?: (seat: SeatId) => boolean) => void
  /** Closes with 4403 whoever may no longer read. To be called after every change of rights. */
  readonly recheckReaders: () => void
  readonly connections: () => number
  /** Changes that are applied and not yet on disk. */
  readonly pending: () => number
  readonly seq: () => number
  /** False when the stored document is damaged: it is served, and refuses every change. */
  readonly writable: boolean
  /** Closes the sockets that are left with 1001 and resolves when nothing is on its way to the store any more. */
  readonly close: () => Promise<void>
}

/** What others see of a person besides their presence state. */
export interface Face {
  readonly name: string
  readonly colour: Colour
}

/** What the presence room leaves to others. All functions are asked again for every message and by `recheck`. */
export interface PresenceRoomOptions {
  /** Name and colour of a seat; undefined for somebody who is not to be shown. */
  readonly roster: (seat: SeatId) => Face | undefined
  /** What of a state may be shown now: drops typing and item ids in a private phase. */
  readonly filter: (state: PresenceState, seat: SeatId) => PresenceState
  /** Only seats with the same circle see each other: the table in a café. All are in one circle when absent. */
  readonly circle?: (seat: SeatId) => string
  readonly mayRead: (seat: SeatId) => boolean
  /** A source of chance for presence ids. */
  readonly random: Random
  /** Called when the room closes a socket, for the log and for counting. */
  readonly onClose?: (closing: Closing) => void
  readonly clock: Clock
}

/** Who is where, forgotten when they leave. Nothing here is stored. */
export interface PresenceRoom {
  readonly connect: (wire: Wire, seat: SeatId) => Connection
  readonly disconnect: (code: CloseCode, which?: (seat: SeatId) => boolean) => void
  /** Shows every state anew as roster, filter and circle now say; closes with 4403 whoever may no longer read. */
  readonly recheck: () => void
  readonly connections: () => number
  readonly close: () => void
}

import type { SessionId, WorkspaceId } from '@roundel/shared/kernel'
import type { BoardRecords, Session } from '@roundel/shared/session'
import { isReadable, readSession } from '../sessions/stored-session.ts'
import { type DocumentVersion, StorageFault, type Store } from '../storage/store.ts'
import { type StoredBoard, readBoard } from './read-board.ts'

/** A session of a workspace with its board, as they are on disk. */
export interface PastSession extends BoardRecords {
  readonly session: Session
}

/** The sessions of workspaces, read from the store. */
export interface Past {
  /** As `sessionsOf` without their boards, which is much less to read. */
  readonly valuesOf: (workspace: WorkspaceId) => Promise<readonly Session[]>
  /** Those of a workspace, the earliest made first, but for rehearsals and what this program cannot read. */
  readonly sessionsOf: (workspace: WorkspaceId) => Promise<readonly PastSession[]>
  /** Any session, for who may read it otherwise; undefined when it is gone or unreadable. */
  readonly read: (id: SessionId) => Promise<PastSession | undefined>
  /** One of them; undefined when it is gone, unreadable, or belongs elsewhere. */
  readonly session: (workspace: WorkspaceId, id: SessionId) => Promise<PastSession | undefined>
}

interface Read extends DocumentVersion {
  readonly version: number
  readonly past: PastSession
}

const isSame = (one: DocumentVersion, other: DocumentVersion): boolean =>
  one.seq === other.seq && one.epoch === other.epoch

/** Sessions that are remembered as they were read last; the oldest are forgotten first. */
const REMEMBERED = 200

const remember = <Kept>(kept: Map<SessionId, Kept>, id: SessionId, value: Kept): void => {
  kept.set(id, value)
  for (const oldest of kept.keys()) if (kept.size > REMEMBERED) kept.delete(oldest)
}

/** A session that is damaged, or another program's, is as good as gone: the others are read all the same. */
const orGone =
  <Found>(read: (id: SessionId) => Promise<Found | undefined>) =>
  async (id: SessionId): Promise<Found | undefined> => {
    try {
      return await read(id)
    } catch (error) {
      if (error instanceof StorageFault) return undefined
      throw error
    }
  }

/** Reads sessions of workspaces, and remembers what it read for as long as nothing of it changes. */
export const openPast = (store: Pick<Store, 'session' | 'document' | 'documentVersion' | 'sessionsOf'>): Past => {
  const known = new Map<SessionId, Read>()
  const values = new Map<SessionId, { readonly version: number; readonly session: Session }>()

  /** The value of a session; undefined when it is gone, or another program's. */
  const readValue = async (
    id: SessionId,
  ): Promise<{ readonly version: number; readonly session: Session } | undefined> => {
    const stored = await store.session(id)
    const before = values.get(id)
    values.delete(id)
    if (!stored) return undefined
    const { version } = stored
    if (before?.version !== version && !isReadable(stored.json)) return undefined
    const value = before?.version === version ? before : { version, session: readSession(stored.json) }
    remember(values, id, value)
    return value
  }

  /** Many people may ask for the same at once, such as a report at the end of a session. */
  const reading = new Map<string, Promise<BoardRecords | undefined>>()
  const readOnce = (key: string, board: StoredBoard): Promise<BoardRecords | undefined> => {
    const begun = reading.get(key) ?? readBoard(board).finally(() => reading.delete(key))
    reading.set(key, begun)
    return begun
  }

  const readSound = async (id: SessionId): Promise<PastSession | undefined> => {
    const value = await readValue(id)
    if (!value) {
      known.delete(id)
      return undefined
    }
    const { version, session } = value
    const before = known.get(id)
    if (before?.version === version && isSame(before, await store.documentVersion(id, 'board'))) return before.past
    const document = await store.document(id, 'board')
    const { seq, epoch } = document
    const board = await readOnce(`${id} ${seq} ${epoch}`, document)
    if (!board) return undefined
    const past: PastSession = { session, ...board }
    known.delete(id)
    remember(known, id, { version, seq, epoch, past })
    return past
  }

  const readSoundValue = orGone(readValue)
  const read = orGone(readSound)

  return {
    read,
    valuesOf: async (workspace) => {
      const found: Session[] = []
      for (const id of await store.sessionsOf(workspace)) {
        const session = (await readSoundValue(id))?.session
        if (session?.workspace === workspace && !session.rehearsal) found.push(session)
      }
      return found
    },
    sessionsOf: async (workspace) => {
      const found: PastSession[] = []
      for (const id of await store.sessionsOf(workspace)) {
        const past = await read(id)
        if (past && !past.session.rehearsal) found.push(past)
      }
      return found.toSorted((one, other) => one.session.createdAt - other.session.createdAt)
    },
    session: async (workspace, id) => {
      const past = await read(id)
      return past?.session.workspace === workspace ? past : undefined
    },
  }
}

import { isLoose, openBoard, openDraft, parseDocumentName } from '@roundel/shared/board'
import { type CommandId, type ItemId, LIMITS, type SeatId, type SessionId, asId } from '@roundel/shared/kernel'
import {
  type Answer,
  type Circumstances,
  type DocumentWrite,
  type Session,
  mayRead,
  mayWrite,
  mayWriteIn,
} from '@roundel/shared/session'
import type { Authority } from '../relay/authority.ts'
import type { DocumentRoom } from '../relay/room.ts'
import type {
  BallotWrite,
  Erasure,
  Grant,
  LogEntry,
  OwnerClaim,
  Store,
  StoredSession,
  Write,
} from '../storage/store.ts'
import { listBallotEnds } from './ballot-ends.ts'
import type { Chance } from './chance.ts'
import { type Owners, openOwners } from './owners.ts'
import { type DocumentsOptions, type SessionDocuments, type StoredAddress, openDocuments } from './session-documents.ts'
import { readSession, writeSession } from './stored-session.ts'

const BOARD = { kind: 'board' } as const

/** One thing that happens to a session: stored whole, or not at all. */
export interface Change {
  readonly session: Session
  readonly writes?: readonly DocumentWrite[]
  readonly command?: { readonly id: CommandId; readonly seat: SeatId; readonly answer: Answer }
  readonly log?: Pick<LogEntry, 'seat' | 'type'>
  readonly grants?: readonly Grant[]
  readonly revoked?: readonly string[]
  readonly erase?: Erasure
  /** Ballots; what becomes of them as a poll ends follows from the session. */
  readonly ballots?: readonly BallotWrite[]
  /** Records that belong to somebody else from now on; what they were is among `erase`. */
  readonly owners?: readonly OwnerClaim[]
}

/**
 * A session's value and its documents, as they are about to be (`ahead`) and as they are on disk (`durable`).
 *
 * Rules decide on what is ahead; whatever leaves the server comes from what is durable.
 */
export interface SessionCore {
  readonly ahead: () => Session
  readonly durable: () => Session
  readonly durableVersion: () => number
  readonly owners: Owners
  readonly documents: SessionDocuments
  readonly authority: Authority
  /** What a rule may look at now. */
  readonly circumstances: () => Circumstances
  /** Carries a change out at once; resolves with the version of the session when it is on disk. */
  readonly change: (change: Change) => Promise<number>
  /** Resolves when everything that was done so far is on disk. */
  readonly settled: () => Promise<void>
  /** Writes that are under way to the disk. */
  readonly pending: () => number
  readonly close: () => Promise<void>
}

/** What a core needs from around. */
export interface CoreOptions extends Pick<DocumentsOptions, 'openRoom' | 'judge' | 'onWrite' | 'log'> {
  readonly id: SessionId
  readonly stored: StoredSession
  readonly store: Store
  readonly chance: Chance
  /** Called after each change of the value that is on disk now. */
  readonly onDurable: (session: Session, before: Session) => void
  /** What earlier sessions of the same workspace left open. */
  readonly openActions?: Circumstances['openActions']
  /** Called once, with the first failure: what is in memory can no longer be trusted. */
  readonly onFault: (error: unknown) => void
}

interface Versioned {
  readonly session: Session
  readonly version: number
}

const storedValue = ({ session, version }: Versioned): NonNullable<Write['value']> => ({
  version,
  json: writeSession(session),
  code: session.code,
  ...(session.position.state === 'ended' && { endedAt: session.position.at }),
  ...(session.rehearsal && { expiresAt: session.createdAt + LIMITS.rehearsalMs }),
})

/** The value that a new session is stored with. */
export const firstValue = (session: Session): NonNullable<Write['value']> => storedValue({ session, version: 1 })

/**
 * Opens a session as stored, with its board and every private document that has anything in it. Rejects with
 * `UnreadableSession` when this program cannot tell what is stored.
 */
export const openCore = async (options: CoreOptions): Promise<SessionCore> => {
  const { id, store, chance } = options
  const start: Versioned = { session: readSession(options.stored.json), version: options.stored.version }
  const owners = openOwners(options.stored.owners)
  let ahead = start
  let durable = start
  let pending = 0
  let last: Promise<unknown> = Promise.resolve()
  let broken = false

  const fault = (error: unknown): void => {
    if (broken) return
    broken = true
    options.onFault(error)
  }

  const commit = (write: Omit<Write, 'session'>): Promise<void> => {
    pending++
    const stored = store.commit({ session: id, ...write }).finally(() => pending--)
    last = stored
    stored.catch(fault)
    return stored
  }

  const stepOf = (item: string) => {
    const board = documents.opened(BOARD)
    return board && openBoard(board.read()).items.get(asId(item))?.step
  }

  const authority: Authority = {
    mayRead: (seat, document) => mayRead(ahead.session, seat, document) && mayRead(durable.session, seat, document),
    mayWriteIn: (seat, document) => mayWriteIn(ahead.session, seat, document),
    mayWrite: (seat, touch) => {
      const step =
        touch.document.kind === 'board' && touch.collection === 'items' && !touch.fresh
          ? stepOf(touch.record)
          : undefined
      return mayWrite(ahead.session, seat, step && touch.step === undefined ? { ...touch, step } : touch, chance.now())
    },
    ownerOf: owners.of,
  }

  const documents = openDocuments({
    session: id,
    store,
    openRoom: options.openRoom,
    authority,
    judge: options.judge,
    clock: chance.clock,
    commit: (write) => {
      if (write.owners) owners.add(write.owners)
      return commit(write)
    },
    onWrite: options.onWrite,
    onFault: fault,
    log: options.log,
  })

  const addresses = options.stored.documents.map(parseDocumentName).filter((address) => address !== undefined)
  const stored = addresses.filter((address): address is StoredAddress => address.kind !== 'presence')
  const [board] = await Promise.all([documents.open(BOARD), ...stored.map(documents.open)])

  const opened = () => openBoard((board as DocumentRoom).read())
  const items = () => opened().items
  const draftItems = (room: DocumentRoom) => openDraft(room.read()).items

  const circumstances = (): Circumstances => ({
    ...(options.openActions && { openActions: options.openActions }),
    now: chance.now(),
    random: chance.random,
    newId: chance.newId,
    item: (item) => {
      const found = items().get(item)
      const owner = owners.of(BOARD, 'items', item)
      return found && { item: found, ...(owner && { owner }) }
    },
    itemCount: () => items().all().size,
    isGroup: (id) =>
      opened().clusters.get(id) !== undefined &&
      [...items().all().values()].some((item) => item.cluster === id && item.state === 'published'),
    itemsOf: (step) => [...items().all().values()].filter((item) => item.step === step),
    looseItems: (step) => {
      const clusters = opened().clusters.all()
      return [...items().all().values()].flatMap((item) =>
        item.step === step && item.state === 'published' && isLoose(item, clusters) ? [item.id] : [],
      )
    },
    isWrittenFor: (step) =>
      [...items().all().values()].some((item) => item.step === step) ||
      [...documents.all()].some(
        (room) =>
          room.address.kind === 'draft' && [...draftItems(room).all().values()].some((item) => item.step === step),
      ),
    linksOf: (item) => [...opened().links.all().values()].filter(({ from, to }) => from === item || to === item),
    draft: (seat, item: ItemId) => {
      const room = documents.opened({ kind: 'draft', seat })
      return room && draftItems(room).get(item)
    },
    drafts: (seat) => {
      const room = documents.opened({ kind: 'draft', seat })
      return room ? [...draftItems(room).all().values()] : []
    },
    signed: (seat) => [...items().all().values()].flatMap(({ id, author }) => (author === seat ? [id] : [])),
    readyDrafts: (step) =>
      [...documents.all()].flatMap((room) => {
        const { address } = room
        if (address.kind !== 'draft') return []
        return [...draftItems(room).all().values()]
          .filter((item) => item.step === step && item.state === 'ready')
          .map((item) => ({ seat: address.seat, item }))
      }),
  })

  const applyWrites = (writes: readonly DocumentWrite[]) => {
    try {
      return documents.apply(writes)
    } catch (error) {
      fault(error)
      throw error
    }
  }

  const change = async (wanted: Change): Promise<number> => {
    const written = applyWrites(wanted.writes ?? [])
    owners.add(written.owners)
    const moves = wanted.session !== ahead.session
    const next = moves ? { session: wanted.session, version: ahead.version + 1 } : ahead
    const at = chance.now()
    const ballots = [...(wanted.ballots ?? []), ...listBallotEnds(ahead.session, next.session)]
    ahead = next
    await commit({
      ...(moves && { value: storedValue(next) }),
      appends: written.appends,
      owners: [...written.owners, ...(wanted.owners ?? [])],
      ...(wanted.command && { command: { ...wanted.command, at, version: next.version } }),
      ...(wanted.log && { log: { ...wanted.log, at } }),
      ...(wanted.grants && { grants: wanted.grants }),
      ...(wanted.revoked && { revoked: wanted.revoked }),
      ...(ballots.length > 0 && { ballots }),
      ...(wanted.erase && { erase: wanted.erase }),
    })
    written.settle()
    const before = durable.session
    if (next.version > durable.version) durable = next
    options.onDurable(durable.session, before)
    return next.version
  }

  return {
    ahead: () => ahead.session,
    durable: () => durable.session,
    durableVersion: () => durable.version,
    owners,
    documents,
    authority,
    circumstances,
    change,
    settled: async () => {
      await last
      await Promise.all([...documents.all()].map((room) => room.settled()))
    },
    pending: () => pending,
    close: async () => {
      await documents.close()
      await Promise.allSettled([last])
    },
  }
}

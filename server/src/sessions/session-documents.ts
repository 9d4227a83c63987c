import { documentName, openBoard, openDraft, openTable, signItem } from '@roundel/shared/board'
import { type SeatId, type SessionId, type TableId, unreachable } from '@roundel/shared/kernel'
import { CLOSE } from '@roundel/shared/protocol'
import type { DocumentWrite } from '@roundel/shared/session'
import type { Authority } from '../relay/authority.ts'
import type { Clock } from '../relay/clock.ts'
import type { Judge } from '../relay/gate/gate.ts'
import type { DocumentRoom, DocumentRoomOptions } from '../relay/room.ts'
import type { Append, OwnerClaim, Store } from '../storage/store.ts'
import type { Log } from './log.ts'

export type StoredAddress = DocumentRoomOptions['address']

/** After so many changes a document is folded into a snapshot, so that opening it stays quick. */
const FOLD_AFTER = 500
/** With at least so many it is folded when the session is left. */
const FOLD_WHEN_LEFT = 50

/** The document that a write of a rule goes to. */
const addressOf = (write: DocumentWrite): StoredAddress => {
  if (write.type === 'put-draft') return { kind: 'draft', seat: write.seat }
  const table = write.type === 'add-item' ? write.cloth && write.item.table : tableOf(write)
  return table ? { kind: 'table', table } : { kind: 'board' }
}

const tableOf = (write: DocumentWrite): TableId | undefined => (write.type === 'set-author' ? write.table : undefined)

type Doc = ReturnType<DocumentRoom['read']>

/** Does on a document what a rule decided. */
export const carryOut = (doc: Doc, write: DocumentWrite): void => {
  switch (write.type) {
    case 'add-item':
      return (write.cloth ? openTable(doc) : openBoard(doc)).items.add(write.item)
    case 'add-cluster':
      return openBoard(doc).clusters.add(write.cluster)
    case 'set-text':
      return openBoard(doc).items.rewrite(write.item, 'text', write.text)
    case 'set-second':
      return openBoard(doc).items.patch(write.item, { second: write.second })
    case 'set-author':
      return signItem(doc, write.item, write.author)
    case 'set-state':
      return openBoard(doc).items.patch(write.item, { state: write.state })
    case 'add-link':
      return openBoard(doc).links.add(write.link)
    case 'remove-link':
      return openBoard(doc).links.remove(write.link)
    case 'put-draft': {
      const { items } = openDraft(doc)
      const { id, text, ...fields } = write.item
      if (!items.get(id)) return items.add(write.item)
      items.patch(id, fields)
      return items.rewrite(id, 'text', text)
    }
    default:
      return unreachable(write)
  }
}

const groupByDocument = (writes: readonly DocumentWrite[]): Map<string, DocumentWrite[]> => {
  const groups = new Map<string, DocumentWrite[]>()
  for (const write of writes) {
    const name = documentName(addressOf(write))
    groups.set(name, [...(groups.get(name) ?? []), write])
  }
  return groups
}

/** Changes of documents that are applied and wait for the disk. */
export interface PendingWrites {
  readonly appends: readonly Append[]
  readonly owners: readonly OwnerClaim[]
  /** To be called when the store has them. */
  readonly settle: () => void
}

/** The documents of one live session, each opened once and kept until the session is closed. */
export interface SessionDocuments {
  /** Opens a document, or waits for whoever opens it already. */
  readonly open: (address: StoredAddress) => Promise<DocumentRoom>
  readonly opened: (address: StoredAddress) => DocumentRoom | undefined
  readonly all: () => Iterable<DocumentRoom>
  /** The documents that these writes need and that are not open. */
  readonly missing: (writes: readonly DocumentWrite[]) => readonly StoredAddress[]
  /** Whether every document that these writes need may be written at all. */
  readonly areWritable: (writes: readonly DocumentWrite[]) => boolean
  /** Applies the writes at once; every document they need must be open. */
  readonly apply: (writes: readonly DocumentWrite[]) => PendingWrites
  readonly fail: (error: unknown) => void
  /**
   * Shows everyone out of some documents and erases them; whoever asks for one meanwhile waits and finds it empty.
   * `erase` gets the names of those that have anything in them.
   */
  readonly erase: (
    which: (address: StoredAddress) => boolean,
    erase: (names: readonly string[]) => Promise<void>,
  ) => Promise<void>
  /**
   * Shows everyone out of a document for good. Its name when anything stands in it, which the caller erases in the same
   * tick.
   */
  readonly discard: (address: StoredAddress) => readonly string[]
  /** Folds what has grown long. */
  readonly fold: () => Promise<void>
  readonly close: () => Promise<void>
}

/** What the documents of a session need from around. */
export interface DocumentsOptions {
  readonly session: SessionId
  readonly store: Store
  readonly openRoom: (options: DocumentRoomOptions) => DocumentRoom
  readonly authority: Authority
  readonly judge: Judge
  readonly clock: Clock
  readonly commit: DocumentRoomOptions['commit']
  readonly onWrite: (by: SeatId | 'server', address: StoredAddress) => void
  readonly onFault: (error: unknown) => void
  readonly log: Log
}

export const openDocuments = (options: DocumentsOptions): SessionDocuments => {
  const opening = new Map<string, Promise<DocumentRoom>>()
  const rooms = new Map<string, DocumentRoom>()
  /** Changes of each document since it was folded, as far as this process knows. */
  const unfolded = new Map<string, number>()

  const foldOne = async (name: string): Promise<void> => {
    unfolded.set(name, 0)
    const { session } = options
    try {
      options.log.debug({ session }, 'a document is being folded')
      await options.store.compact(session, name)
      options.log.debug({ session }, 'a document was folded')
    } catch (error) {
      // Nothing is lost by it: the changes stay as they are.
      options.log.error({ err: error, session }, 'a document could not be folded')
    }
  }

  const noteWrite = (address: StoredAddress, by: SeatId | 'server'): void => {
    const name = documentName(address)
    const count = (unfolded.get(name) ?? 0) + 1
    unfolded.set(name, count)
    if (count >= FOLD_AFTER) void foldOne(name)
    options.onWrite(by, address)
  }

  const load = async (address: StoredAddress): Promise<DocumentRoom> => {
    const name = documentName(address)
    const stored = await options.store.document(options.session, name)
    const room = options.openRoom({
      address,
      stored,
      commit: options.commit,
      authority: options.authority,
      judge: options.judge,
      clock: options.clock,
      onFault: options.onFault,
      onWrite: (by) => noteWrite(address, by),
      onClose: (closing) =>
        options.log.debug({ session: options.session, document: address.kind, ...closing }, 'a socket was closed'),
    })
    unfolded.set(name, stored.updates.length)
    rooms.set(name, room)
    return room
  }

  const open = (address: StoredAddress): Promise<DocumentRoom> => {
    const name = documentName(address)
    const before = opening.get(name)
    if (before) return before
    const now = load(address)
    opening.set(name, now)
    now.catch(() => opening.delete(name))
    return now
  }

  const opened = (address: StoredAddress): DocumentRoom | undefined => rooms.get(documentName(address))

  const needOpen = (address: StoredAddress): DocumentRoom => {
    const room = opened(address)
    if (!room) throw new Error(`the document ${address.kind} is not open`)
    return room
  }

  return {
    open,
    opened,
    all: () => rooms.values(),
    missing: (writes) => writes.map(addressOf).filter((address) => !opened(address)),
    areWritable: (writes) => writes.every((write) => opened(addressOf(write))?.writable !== false),
    apply: (writes) => {
      const applied: { room: DocumentRoom; append: Append }[] = []
      for (const group of groupByDocument(writes).values()) {
        const [first] = group
        if (!first) continue
        const room = needOpen(addressOf(first))
        const append = room.write((doc) => {
          for (const write of group) carryOut(doc, write)
        })
        if (append) applied.push({ room, append })
      }
      return {
        appends: applied.map(({ append }) => append),
        owners: writes.flatMap((write) =>
          write.type === 'add-item' && write.owner
            ? [{ collection: 'items', record: write.item.id, owner: write.owner }]
            : [],
        ),
        settle: () => {
          for (const { room, append } of applied) room.settle(append.seq)
        },
      }
    },
    fail: (error) => {
      for (const room of rooms.values()) room.fail(error)
    },
    erase: async (which, erase) => {
      const erasing = [...rooms].filter(([, room]) => which(room.address))
      const emptied = async (): Promise<void> => {
        for (const [, room] of erasing) room.disconnect(CLOSE.replicaOutOfDate)
        await Promise.all(erasing.map(([, room]) => room.close()))
        await erase(erasing.flatMap(([name, room]) => (room.seq() > 0 ? [name] : [])))
      }
      const erased = emptied()
      for (const [name, { address }] of erasing) {
        rooms.delete(name)
        const again = erased.then(() => load(address))
        opening.set(name, again)
        again.catch(() => opening.delete(name))
      }
      await erased
    },
    discard: (address) => {
      const name = documentName(address)
      const room = rooms.get(name)
      if (!room) return []
      const hasContent = room.seq() > 0
      for (const map of [rooms, opening, unfolded]) map.delete(name)
      room.disconnect(CLOSE.replicaOutOfDate)
      void room.close()
      return hasContent ? [name] : []
    },
    fold: async () => {
      for (const [name, count] of unfolded) if (count >= FOLD_WHEN_LEFT) await foldOne(name)
    },
    close: async () => {
      await Promise.allSettled(opening.values())
      await Promise.allSettled([...rooms.values()].map((room) => room.close()))
    },
  }
}

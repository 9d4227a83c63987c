import { type Board, type Draft, openBoard, openDraft } from '@roundel/shared/board'
import type { ClusterId, ItemId } from '@roundel/shared/kernel'
import { RESETS_REPLICA } from '@roundel/shared/protocol'
import * as Y from 'yjs'
import { NOTHING_DONE, type UndoStack } from '../../src/board/wall/undo-stack.ts'
import { type ConnectDocument, connectDocument } from '../../src/sync/document-link.ts'
import { joinRecords } from '../../src/sync/joined-records.ts'
import { type RecordText, type Replica, type ReplicaOptions, openReplica } from '../../src/sync/replica.ts'
import { type SavedWatch, createSavedWatch } from '../../src/sync/saved-watch.ts'
import type { Way } from '../../src/sync/way.ts'
import type { Ledger } from './ledger.ts'
import { type Network, layNetwork } from './network.ts'
import type { Seat } from './program.ts'

/** Nobody polls here: that way has a test of its own. */
const BY_SOCKETS: Way = { isPolling: () => false, subscribe: () => () => undefined }
/** The server's address is the network's business. */
const ANYWHERE = 'ws://roundel.test'

/** The documents of one opened page. */
interface Page {
  readonly board: Replica<Board>
  readonly draft: Replica<Draft> | undefined
  readonly saved: SavedWatch
  /** The newest document of each name. */
  readonly docs: Map<string, Y.Doc>
}

/** One device of one person, with the client's own code for documents on it. */
export interface Device {
  readonly name: string
  readonly seat: Seat
  readonly network: Network
  readonly page: () => Page
  /** Texts that this device keeps because they could not be delivered, as its pages show them. */
  readonly kept: () => readonly RecordText[]
  /** Close codes that reset a replica. */
  readonly refusals: readonly number[]
  /** What this device knows of its connections, for whoever looks for a fault. */
  readonly tell: () => string
  /** What was done on the wall, to be taken back. */
  undo: UndoStack
  /** A letter that was typed and belongs to this document. */
  readonly typed: (document: string, mark: string) => void
  /** Closes the tab as it is, and opens it anew with what this device had kept. */
  readonly reload: () => void
  readonly close: () => void
  readonly open: () => void
  readonly isOpen: () => boolean
}

const saysTheSame = (one: RecordText, other: RecordText): boolean => one.id === other.id && one.text === other.text

export const draftOf = ({ seat }: Seat): string => `draft.${seat}`

/** Puts a device on somebody's table. `writes` is false for those who only look. */
export const openDevice = (
  name: string,
  seat: Seat,
  origin: () => string,
  ledger: Ledger,
  random: () => number,
  writes = true,
): Device => {
  const network = layNetwork(origin, seat.token)
  let kept: readonly RecordText[] = []
  const refusals: number[] = []
  const losses: string[] = []
  /** Marks of which this device does not know whether they are on disk, by document. */
  const pending = new Map<string, Set<string>>()
  /** What this device's database holds. */
  let cached: Uint8Array | undefined
  let page: Page | undefined

  const pendingIn = (document: string): Set<string> => {
    const known = pending.get(document) ?? new Set()
    pending.set(document, known)
    return known
  }

  const connectTo = (document: string, docs: Map<string, Y.Doc>): ConnectDocument => {
    const parts = { random, Socket: network.Socket }
    const link = connectDocument(`${ANYWHERE}/api/sessions/${seat.session}/docs`, document, BY_SOCKETS, parts)
    return (doc, events) => {
      docs.set(document, doc)
      return link(doc, {
        ...events,
        onDurable: (all) => {
          if (all) {
            ledger.acknowledge(pendingIn(document))
            pendingIn(document).clear()
          }
          events.onDurable(all)
        },
        onLost: (code) => {
          losses.push(`${document} ${code ?? 'here'}`)
          if (code !== undefined && RESETS_REPLICA.has(code)) {
            refusals.push(code)
            pendingIn(document).clear()
          }
          events.onLost(code)
        },
      })
    }
  }

  const openPage = (): Page => {
    const saved = createSavedWatch()
    const docs = new Map<string, Y.Doc>()
    const around = (document: string): Omit<ReplicaOptions<unknown>, 'open' | 'recordsOf' | 'textOf'> => ({
      connect: connectTo(document, docs),
      keep: (texts: readonly RecordText[]) => {
        kept = [...kept, ...texts.filter((one) => !kept.some((other) => saysTheSame(one, other)))]
      },
      kept,
      unkeep: (texts) => {
        kept = kept.filter((one) => !texts.some((other) => saysTheSame(one, other)))
      },
      onChanged: (texts) => saved.changed(document, texts),
      onConfirmed: () => saved.confirmed(document),
      onConnected: () => saved.connected(document),
      onLost: () => saved.lost(document),
    })
    const textOf = (item: { readonly text: string } | undefined): string | undefined => item?.text
    const board = openReplica<Board>({
      open: openBoard,
      recordsOf: joinRecords(),
      textOf: ({ items, clusters }, id) => textOf(items.get(id as ItemId)) ?? clusters.get(id as ClusterId)?.title,
      ...around('board'),
    })
    const draft = writes
      ? openReplica<Draft>({
          open: openDraft,
          recordsOf: ({ items }) => items.all(),
          textOf: ({ items }, id) => textOf(items.get(id as ItemId)),
          cache: (doc) => {
            if (cached) Y.applyUpdate(doc, cached, 'cache')
            doc.on('update', () => (cached = Y.encodeStateAsUpdate(doc)))
            return { holdsAll: () => true, clear: () => (cached = undefined) }
          },
          ...around(draftOf(seat)),
        })
      : undefined
    return { board, draft, saved, docs }
  }

  const close = (): void => {
    page?.board.close()
    page?.draft?.close()
    page?.saved.close()
    page = undefined
    // What a page that is gone had not heard of is known to nobody; its texts are kept or in the database.
    pending.delete('board')
  }
  const open = (): void => {
    page ??= openPage()
  }

  open()
  const device: Device = {
    name,
    seat,
    network,
    page: () => page ?? openPageMissing(name),
    kept: () => kept,
    refusals,
    tell: () => {
      const unknown = [...pending].map(([document, marks]) => `${document} ${[...marks].join('')}`)
      return `lost: ${losses.join(', ')}; not known to be saved: ${unknown.join(', ')}`
    },
    undo: NOTHING_DONE,
    typed: (document, mark) => void pendingIn(document).add(mark),
    reload: () => {
      close()
      device.undo = NOTHING_DONE
      open()
    },
    close,
    open,
    isOpen: () => page !== undefined,
  }
  return device
}

const openPageMissing = (name: string): never => {
  throw new Error(`the page of ${name} is closed`)
}

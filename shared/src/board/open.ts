import type * as Y from 'yjs'
import { type Collection, type Identified, openCollection } from './collection.ts'
import { recordReader } from './read-record.ts'
import type { Cluster, DraftItem, Handover, Item, Link } from './records.ts'
import { DOCUMENT_SHAPES, type RecordShape } from './shapes.ts'

/** The shared document of a session. */
export interface Board {
  readonly items: Collection<Item>
  readonly clusters: Collection<Cluster>
  readonly links: Collection<Link>
  /** Makes all that is written meanwhile one change: it is sent, judged and seen whole. */
  readonly transact: (write: () => void) => void
}

/** The private document of one seat. */
export interface Draft {
  readonly items: Collection<DraftItem>
  /** As `Board.transact`. */
  readonly transact: (write: () => void) => void
}

/** The cloth of one table of a café. */
export interface Table {
  readonly items: Collection<Item>
  /** What was written in each round for those who come next: `openHandover` reads it. */
  readonly handover: Collection<Handover>
  /** As `Board.transact`. */
  readonly transact: (write: () => void) => void
}

/** What an optional field says while nobody has written it. */
const ITEM_DEFAULTS = { rank: '', state: 'published', lang: 'und' }
const HANDOVER_DEFAULTS = { one: '', two: '', three: '' }
const DRAFT_DEFAULTS = { state: 'composing', lang: 'und' }

/** Opens a document once: the same document gives the same view every time, and is listened to once. */
const openOnce = <Opened extends object>(open: (doc: Y.Doc) => Opened): ((doc: Y.Doc) => Opened) => {
  const opened = new WeakMap<Y.Doc, Opened>()
  return (doc) => {
    const before = opened.get(doc)
    if (before) return before
    const now = open(doc)
    opened.set(doc, now)
    return now
  }
}

const collect = <T extends Identified>(
  doc: Y.Doc,
  name: string,
  shape: RecordShape,
  defaults: Readonly<Record<string, unknown>> = {},
): Collection<T> => openCollection(doc, name, shape, recordReader<T>(shape, defaults))

/** Reads and writes a document as the board of a session. */
export const openBoard: (doc: Y.Doc) => Board = openOnce((doc) => ({
  items: collect<Item>(doc, 'items', DOCUMENT_SHAPES.board.items, ITEM_DEFAULTS),
  clusters: collect<Cluster>(doc, 'clusters', DOCUMENT_SHAPES.board.clusters),
  links: collect<Link>(doc, 'links', DOCUMENT_SHAPES.board.links),
  transact: (write) => doc.transact(write),
}))

/** Reads and writes a document as the private draft of one seat. */
export const openDraft: (doc: Y.Doc) => Draft = openOnce((doc) => ({
  items: collect<DraftItem>(doc, 'items', DOCUMENT_SHAPES.draft.items, DRAFT_DEFAULTS),
  transact: (write) => doc.transact(write),
}))

/** Reads and writes a document as the cloth of one table. */
export const openTable: (doc: Y.Doc) => Table = openOnce((doc) => ({
  items: collect<Item>(doc, 'items', DOCUMENT_SHAPES.table.items, ITEM_DEFAULTS),
  handover: collect<Handover>(doc, 'handover', DOCUMENT_SHAPES.table.handover, HANDOVER_DEFAULTS),
  transact: (write) => doc.transact(write),
}))

import { RESETS_REPLICA } from '@roundel/shared/protocol'
import * as Y from 'yjs'
import type { ConnectDocument, DocumentLink } from './document-link.ts'
import type { Cache, OpenCache } from './draft-cache.ts'

/** One text of a document: the record it stands in, and what it says here. */
export interface RecordText {
  readonly id: string
  readonly text: string
}

/** What a replica needs from around it. */
export interface ReplicaOptions<Content> {
  /** Reads a document as what it is. */
  readonly open: (doc: Y.Doc) => Content
  /** All records, each the same object until it changes; the same map until any of them does. */
  readonly recordsOf: (content: Content) => ReadonlyMap<string, unknown>
  /** All that a record says, or undefined when it says nothing. */
  readonly textOf: (content: Content, id: string) => string | undefined
  readonly connect: ConnectDocument
  readonly cache?: OpenCache
  /** Keeps texts on this device that could not be delivered. */
  readonly keep: (texts: readonly RecordText[]) => void
  /** What was kept before this page was opened: some of it may have arrived. */
  readonly kept?: readonly RecordText[]
  /** These did arrive after all. */
  readonly unkeep: (texts: readonly RecordText[]) => void
  readonly onChanged: (texts: number) => void
  readonly onConfirmed: () => void
  readonly onConnected: () => void
  readonly onLost: () => void
}

/** This device's copy of one document, with what is needed to give it up safely. */
export interface Replica<Content> {
  /** The present content. It is another one after a reset. */
  readonly content: () => Content
  /** Whether the server's state has arrived at least once in the present content. */
  readonly isSynced: () => boolean
  /** Calls back when the content was replaced, or has arrived. */
  readonly subscribe: (onChange: () => void) => () => void
  readonly link: () => DocumentLink | undefined
  /** The page may not come back: what is unsent and stands in no cache that holds it is kept on this device until it has arrived. */
  readonly leave: () => void
  /** As `leave`, and ends it. */
  readonly close: () => void
}

interface Life<Content> {
  readonly doc: Y.Doc
  readonly content: Content
  readonly cache: Cache | undefined
  /** Records whose texts were written here since the server last confirmed everything. */
  readonly unconfirmed: Set<string>
  link?: DocumentLink
  isSynced: boolean
}

const PAUSES_MS = [0, 1_000, 2_000, 5_000, 15_000, 30_000] as const

/** Calls back after changes that did not come over the link, with the ids of the records whose texts they changed. */
const watchOwnWrites = (
  doc: Y.Doc,
  recordsOf: () => ReadonlyMap<string, unknown>,
  textOf: (record: string) => string | undefined,
  linkOrigin: () => unknown,
  onWrite: (reworded: readonly string[]) => void,
): void => {
  let before = recordsOf()
  const texts = new Map([...before.keys()].map((id) => [id, textOf(id)]))
  doc.on('afterTransaction', ({ origin }) => {
    const after = recordsOf()
    const last = before
    before = after
    if (after === last) return
    // A record is the same object until it changes.
    const changed = [
      ...[...after].flatMap(([id, record]) => (record === last.get(id) ? [] : [id])),
      ...[...last.keys()].filter((id) => !after.has(id)),
    ]
    const reworded = changed.filter((id) => textOf(id) !== texts.get(id))
    for (const id of reworded) texts.set(id, textOf(id))
    // What came out of this device's cache counts as written here: nobody knows whether it was ever delivered.
    if (origin === null || origin !== linkOrigin()) onWrite(reworded)
  })
}

/**
 * Keeps one document of a session on this device.
 *
 * When the server gives a replica up (close codes 4403, 4409, 4423), the texts that it had not confirmed are kept on
 * this device, the replica and its cache are dropped, and a fresh document is opened. Texts that turn out to have
 * arrived are then taken off the list again. Resets that follow each other without a sync in between come ever slower.
 * A replica whose cache does not hold them, or not yet, keeps its unsent texts likewise when the page is left or the replica is closed.
 */
export const openReplica = <Content>(options: ReplicaOptions<Content>): Replica<Content> => {
  const listeners = new Set<() => void>()
  const notify = (): void => {
    for (const listener of listeners) listener()
  }
  let isClosed = false
  let resets = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let kept = options.kept ?? []
  /** Kept when the page was left, from a replica that goes on and may still deliver them. */
  let left: readonly RecordText[] = []

  const begin = (): Life<Content> => {
    const doc = new Y.Doc()
    const content = options.open(doc)
    const life: Life<Content> = {
      doc,
      content,
      cache: options.cache?.(doc),
      unconfirmed: new Set(),
      isSynced: false,
    }
    watchOwnWrites(
      doc,
      () => options.recordsOf(content),
      (id) => options.textOf(content, id),
      () => life.link?.origin,
      (reworded) => {
        for (const id of reworded) life.unconfirmed.add(id)
        options.onChanged(unsentTexts(life).length)
      },
    )
    return life
  }

  const connect = (life: Life<Content>): void => {
    if (isClosed || life !== present) return
    life.link = options.connect(life.doc, {
      onSynced: () => {
        if (life !== present) return
        life.isSynced = true
        resets = 0
        settleKept(life)
        options.onConnected()
        notify()
      },
      onDurable: (allDurable) => {
        if (life !== present || !allDurable) return
        life.unconfirmed.clear()
        options.onConfirmed()
        if (left.length > 0) options.unkeep(left)
        left = []
      },
      onLost: (code) => {
        if (life !== present || isClosed) return
        options.onLost()
        if (code !== undefined && RESETS_REPLICA.has(code)) reset(life)
      },
    })
  }

  const settleKept = (life: Life<Content>): void => {
    const arrived = kept.filter(({ id, text }) => options.textOf(life.content, id) === text)
    if (arrived.length > 0) options.unkeep(arrived)
    kept = []
  }

  const reset = (life: Life<Content>): void => {
    kept = [...kept, ...unsentTexts(life)]
    left = []
    if (kept.length > 0) options.keep(kept)
    options.onConfirmed()
    const next = begin()
    present = next
    end(life, true)
    timer = setTimeout(() => connect(next), PAUSES_MS[Math.min(resets, PAUSES_MS.length - 1)])
    resets++
    notify()
  }

  const unsentTexts = (life: Life<Content>): RecordText[] =>
    [...life.unconfirmed].flatMap((id) => {
      const text = options.textOf(life.content, id)
      return text?.trim() ? [{ id, text }] : []
    })

  const end = (life: Life<Content>, clear: boolean): void => {
    life.link?.close()
    if (clear) life.cache?.clear()
    life.doc.destroy()
  }

  const leave = (): void => {
    if (present.cache?.holdsAll()) return
    left = unsentTexts(present)
    if (left.length > 0) options.keep(left)
  }

  let present = begin()
  connect(present)

  return {
    content: () => present.content,
    isSynced: () => present.isSynced,
    subscribe: (onChange) => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
    link: () => present.link,
    leave,
    close: () => {
      if (isClosed) return
      leave()
      isClosed = true
      clearTimeout(timer)
      end(present, false)
    },
  }
}

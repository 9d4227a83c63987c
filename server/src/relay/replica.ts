import { LIMITS } from '@roundel/shared/kernel'
import * as Y from 'yjs'
import { replayUpdates } from '../storage/fold.ts'
import type { StoredDocument } from '../storage/store.ts'
import { openAnswers, type Part } from './answers.ts'
import type { Clock } from './clock.ts'
import type { Frames } from './frames.ts'
import { type KnownDeletes, readKnownDeletes, repeatsDeletes } from './known-deletes.ts'
import { clampStateVector, encodeStateVector, type StateVector, stateVectorOf } from './state-vector.ts'

/** Yjs kept something back or failed half way: the document in memory is no longer the stored one. */
class ReplicaFault extends Error {
  override readonly name = 'ReplicaFault'
}

/**
 * The server's copy of one document: bytes while it rests, a live `Y.Doc` from the first use until 30 s without one.
 *
 * A board of 5,000 items costs 2 MB as bytes and 40 to 60 MB live, and most documents rest most of the time.
 */
export interface Replica {
  readonly seq: () => number
  /** The live document; opened when it rests. Throws `ReplicaFault` when the stored bytes do not make a document. */
  readonly doc: () => Y.Doc
  readonly isLive: () => boolean
  /** Applies an update that was judged; what the document emitted, or undefined when nothing changed. Throws `ReplicaFault`. */
  readonly apply: (update: Uint8Array) => Uint8Array | undefined
  /** A change by the server under its own client id. What `change` throws ends the replica, and is thrown on. */
  readonly change: (change: (doc: Y.Doc) => void) => Uint8Array | undefined
  readonly stateVector: () => StateVector
  /** Whether an update only repeats known deletions; answered without opening the document, false when in doubt. */
  readonly repeats: (update: Uint8Array) => boolean
  /** The messages that bring a client from `vector` to `seq()`. */
  readonly answer: (vector: StateVector) => readonly Frames[]
  /** Whether the document is below its limits of bytes and structs. */
  readonly hasRoom: () => boolean
  readonly close: () => void
}

const NOTHING: StateVector = new Map()
const EMPTY = Uint8Array.of(0, 0)
/** A document that seems full is measured again after this time: measuring 8 MiB takes a tenth of a second. */
const REMEASURE_MS = 10_000
/** Writes after which the structs of a document are counted again. */
const RECOUNT_WRITES = 64

export const openReplica = (stored: StoredDocument, client: number, clock: Clock): Replica => {
  const answers = openAnswers()
  let seq = stored.seq
  let live: Y.Doc | undefined
  let vector: StateVector | undefined
  let deletes: KnownDeletes | undefined
  let emitted: Uint8Array[] = []
  let usedAt = clock.now()
  let cancelRest: (() => void) | undefined
  let structs = 0
  let structsCountedAt = -Infinity

  const first = stored.seq - stored.updates.length
  answers.keep(NOTHING, first, stored.snapshot ?? EMPTY)
  stored.updates.forEach((bytes, index) => answers.append(first + index + 1, bytes))
  let unfolded = stored.damaged || answers.tailIsLong()
  let measured = stored.snapshot?.length ?? 0
  let measuredAt = -Infinity
  let grown = stored.updates.reduce((sum, { length }) => sum + length, 0)

  // Kept whenever the document rests: everything else is made from it then.
  const whole = (): Part => answers.find(NOTHING) as Part

  const checkComplete = (doc: Y.Doc): void => {
    // A damaged document is read as far as it goes; it takes no writes, so nothing can build on what is missing.
    if (stored.damaged || (doc.store.pendingStructs === null && doc.store.pendingDs === null)) return
    throw new ReplicaFault('an update builds on something that is missing')
  }

  const open = (): Y.Doc => {
    let doc: Y.Doc
    try {
      doc = replayUpdates([whole().bytes, ...answers.tail()])
    } catch (cause) {
      throw new ReplicaFault('the stored document cannot be read', { cause })
    }
    checkComplete(doc)
    doc.clientID = client
    doc.on('update', (update: Uint8Array) => emitted.push(update))
    live = doc
    deletes = undefined
    return doc
  }

  const fold = (doc: Y.Doc): void => {
    const bytes = Y.encodeStateAsUpdate(doc)
    answers.clear()
    answers.keep(NOTHING, seq, bytes)
    measured = bytes.length
    measuredAt = clock.now()
    grown = 0
  }

  const rest = (): void => {
    if (!live) return
    if (!answers.find(NOTHING) || answers.tail().length > 0) fold(live)
    vector = Y.decodeStateVector(Y.encodeStateVector(live))
    const doc = live
    live = undefined
    doc.destroy()
  }

  const restLater = (ms: number): void => {
    cancelRest = clock.after(ms, () => {
      cancelRest = undefined
      const left = usedAt + LIMITS.liveDocumentMs - clock.now()
      if (left > 0) restLater(left)
      else rest()
    })
  }

  const doc = (): Y.Doc => {
    usedAt = clock.now()
    if (!cancelRest) restLater(LIMITS.liveDocumentMs)
    return live ?? open()
  }

  const take = (): Uint8Array | undefined => {
    if (emitted.length === 0) return undefined
    const bytes = emitted.length === 1 ? (emitted[0] as Uint8Array) : Y.mergeUpdates(emitted)
    emitted = []
    seq++
    grown += bytes.length
    answers.append(seq, bytes)
    if (answers.tailIsLong()) answers.clear()
    return bytes
  }

  const stateVector = (): StateVector => {
    if (live) return Y.decodeStateVector(Y.encodeStateVector(live))
    return (vector ??= stateVectorOf(whole().bytes, answers.tail()))
  }

  return {
    seq: () => seq,
    doc,
    isLive: () => live !== undefined,
    apply: (update) => {
      const target = doc()
      try {
        Y.applyUpdate(target, update, 'peer')
      } catch (cause) {
        throw new ReplicaFault('an update could not be applied', { cause })
      }
      checkComplete(target)
      return take()
    },
    change: (change) => {
      const target = doc()
      target.transact(() => change(target), 'server')
      return take()
    },
    stateVector,
    repeats: (update) => {
      if (live) return false
      deletes ??= readKnownDeletes(whole().bytes, answers.tail())
      return repeatsDeletes(update, deletes)
    },
    answer: (asked) => {
      if (unfolded) fold(doc())
      unfolded = false
      const known = clampStateVector(asked, stateVector())
      const kept = answers.find(known)
      if (kept) return answers.compose(kept)
      if (live) return answers.compose(answers.keep(known, seq, Y.encodeStateAsUpdate(live, encodeStateVector(known))))
      const { seq: at, bytes } = whole()
      return answers.compose(answers.keep(known, at, Y.diffUpdate(bytes, encodeStateVector(known))))
    },
    hasRoom: () => {
      const seemsFull = measured + grown > LIMITS.documentBytes
      if (live && seemsFull && grown > 0 && clock.now() - measuredAt >= REMEASURE_MS) fold(live)
      if (live && seq >= structsCountedAt + RECOUNT_WRITES) {
        structs = [...live.store.clients.values()].reduce((sum, { length }) => sum + length, 0)
        structsCountedAt = seq
      }
      return measured + grown <= LIMITS.documentBytes && structs <= LIMITS.documentStructs
    },
    close: () => {
      cancelRest?.()
      live?.destroy()
      live = undefined
    },
  }
}

import * as Y from 'yjs'
import type { LinkEvents } from './document-link.ts'
import { type ExchangeRefusal, requestExchange } from './exchange-request.ts'

/** Pauses between the end of one exchange and the next: after a change, and without one. */
const GAP_MS = 500
const EVERY_MS = 3_000
/** Letters that are typed within this time travel together. */
const GATHER_MS = 100

/** What a document needs to be kept in step without a socket. */
interface ExchangeOptions {
  readonly url: string
  readonly doc: Y.Doc
  /** The origin of what comes from the server, by which it is told from what is written here. */
  readonly origin: unknown
  /** Whether everything came from the server but what was written here since: nothing came out of a cache. */
  readonly isFresh: boolean
  readonly events: LinkEvents
  /** How long to wait after so many misses in a row, from 0; in milliseconds. */
  readonly delay: (misses: number) => number
}

/** Closed with such a code, a link does not come back by itself: stock providers do not either. */
const isFinal = (code: number): boolean => code >= 4400 && code < 4500

/**
 * Keeps a document in step by plain requests until it is told to stop: one at a time, soon after a change, and every
 * three seconds to hear of others.
 *
 * Whatever happens to a request, nothing is lost and nothing doubled: what the server is not known to have is sent
 * again, and a document takes no notice of what it has. A refusal ends it exactly as it would have ended a socket.
 */
export const openExchange = ({ url, doc, origin, isFresh, events, delay }: ExchangeOptions): (() => void) => {
  const aborter = new AbortController()
  const { signal } = aborter
  /**
   * What the server is known to have when it took everything up to `sent`. Of a fresh document it has whatever was not
   * written here, and need not get back what it has just told.
   */
  const learn = (sent: Map<number, number>): Map<number, number> => {
    if (!isFresh) return sent
    const known = Y.decodeStateVector(Y.encodeStateVector(doc))
    return known.set(doc.clientID, sent.get(doc.clientID) ?? 0)
  }
  let known = learn(new Map())
  /** Changes made here, and how many of them are on the server's disk. What is there at first may not be. */
  let changes = 1
  let confirmed = 0
  let phase: 'asking' | 'resting' | 'idle' | 'waiting' = 'idle'
  let isUp = false
  let misses = 0
  let gapMs = GAP_MS
  let timer: ReturnType<typeof setTimeout> | undefined

  const plan = (next: typeof phase, ms: number, act: () => void): void => {
    phase = next
    clearTimeout(timer)
    timer = setTimeout(act, ms)
  }
  const rest = (): void =>
    plan('resting', gapMs, () => (changes === confirmed ? plan('idle', EVERY_MS - gapMs, go) : go()))
  const go = (): void => void ask()

  const ask = async (): Promise<void> => {
    clearTimeout(timer)
    phase = 'asking'
    const sent = changes
    const vector = Y.encodeStateVector(doc)
    // Every update repeats all deletions there ever were, so where nothing was written none is sent.
    const update = sent === confirmed ? new Uint8Array() : Y.encodeStateAsUpdate(doc, Y.encodeStateVector(known))
    const reply = await requestExchange(url, vector, update, signal)
    if (signal.aborted) return
    if (reply && 'close' in reply) return refuse(reply)
    if (!reply || !apply(reply.update)) return miss()
    known = learn(Y.decodeStateVector(vector))
    confirmed = sent
    misses = 0
    rest()
    if (changes === confirmed) events.onDurable(true)
    if (isUp || signal.aborted) return
    isUp = true
    events.onSynced()
  }

  /** Whether that was an update. */
  const apply = (update: Uint8Array): boolean => {
    try {
      Y.applyUpdate(doc, update, origin)
      return true
    } catch {
      return false
    }
  }

  const miss = (waitMs = 0): void => {
    isUp = false
    plan('waiting', Math.max(waitMs, GAP_MS, delay(misses++)), go)
    events.onLost(undefined)
  }

  const refuse = ({ close, isTooFast, waitMs }: ExchangeRefusal): void => {
    if (isTooFast) {
      // The server is there and has said when to come back. Several tabs of a person share one pace, so each slows down.
      gapMs = Math.min(2 * gapMs, EVERY_MS)
      return plan('waiting', Math.max(waitMs, gapMs), go)
    }
    if (close === undefined || !isFinal(close)) return miss(waitMs)
    stop()
    return events.onLost(close)
  }

  const hear = (_update: Uint8Array, by: unknown): void => {
    if (by === origin) return
    changes++
    if (phase === 'idle') plan('resting', GATHER_MS, go)
  }
  /** A page that goes out of sight may not come back: what is unsaved goes at once. */
  const hide = (): void => {
    if (document.visibilityState === 'hidden' && changes !== confirmed && (phase === 'idle' || phase === 'resting'))
      go()
  }
  const wake = (): void => {
    if (phase === 'waiting' && !isUp) go()
  }

  const stop = (): void => {
    aborter.abort()
    clearTimeout(timer)
    doc.off('update', hear)
    removeEventListener('online', wake)
    document.removeEventListener('visibilitychange', hide)
  }

  doc.on('update', hear)
  addEventListener('online', wake)
  document.addEventListener('visibilitychange', hide)
  go()
  return stop
}

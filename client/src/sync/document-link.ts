import { MESSAGE, SUBPROTOCOL } from '@roundel/shared/protocol'
import { readVarUint } from 'lib0/decoding'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { createTrafficCounter, isAllDurable } from './counting-socket.ts'
import { subprotocols } from './tab-credential.ts'

/** What happens on the way between one replica and the server. */
export interface LinkEvents {
  /** The server's state has arrived. */
  readonly onSynced: () => void
  /** The connection is gone; the link tries again by itself unless the code forbids it. */
  readonly onLost: (code: number | undefined) => void
  /** Everything this replica holds is on the server's disk, or is not any more. */
  readonly onDurable: (allDurable: boolean) => void
}

/** The way between one replica and the server. */
export interface DocumentLink {
  /** The origin of transactions that came over this link. */
  readonly origin: unknown
  readonly close: () => void
}

/** Connects a replica. Injected where a test has no server. */
export type ConnectDocument = (doc: Y.Doc, events: LinkEvents) => DocumentLink

/** Longest pause between two tries; a random part is added, so that a room does not come back in one moment. */
const LONGEST_PAUSE_MS = 2_000

/**
 * Connects a replica through the stock provider.
 *
 * `disableBc`: tabs never exchange changes past the server, because whatever a device sends must have been made there.
 */
export const connectDocument =
  (docsUrl: string, name: string, random: () => number = Math.random): ConnectDocument =>
  (doc, events) => {
    const counter = createTrafficCounter(WebSocket, () => events.onDurable(isAllDurable(counter.traffic())))
    const provider = new WebsocketProvider(docsUrl, name, doc, {
      connect: false,
      disableBc: true,
      protocols: subprotocols(SUBPROTOCOL),
      WebSocketPolyfill: counter.Socket,
      maxBackoffTime: LONGEST_PAUSE_MS * (1 + 2 * random()),
    })
    provider.messageHandlers[MESSAGE.durable] = (_encoder, decoder) => counter.confirm(readVarUint(decoder))
    // A replica of content says nothing about its person; presence has a document of its own.
    if (name !== 'presence') provider.awareness.setLocalState(null)
    provider.on('sync', (isSynced: boolean) => {
      if (isSynced) events.onSynced()
    })
    provider.on('connection-close', (event) => events.onLost(event?.code))
    provider.connect()
    return { origin: provider, close: () => provider.destroy() }
  }

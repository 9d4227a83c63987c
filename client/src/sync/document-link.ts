import { CLOSE, MESSAGE, SUBPROTOCOL } from '@roundel/shared/protocol'
import { readVarUint } from 'lib0/decoding'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { createTrafficCounter, isAllDurable } from './counting-socket.ts'
import { reconnectDelay, spreadReturns } from './reconnect.ts'
import type { Way } from './way.ts'
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

/** What a link is made of. All but `params` is given by tests alone. */
export interface LinkParts {
  readonly random?: () => number
  readonly Socket?: typeof WebSocket
  /** What is asked for besides the document, as a query. */
  readonly params?: Record<string, string>
  /** Most people never need it, so it comes when it is needed. */
  readonly loadExchange?: () => Promise<Pick<typeof import('./exchange.ts'), 'openExchange'>>
}

/** A socket that neither opens nor fails for this long was swallowed on its way; browsers would wait for minutes. */
const STUCK_MS = 20_000

/**
 * Connects a replica through the stock provider, and by exchanges where the session is polled and the provider has no
 * socket. One of the two sends at a time: while requests alone get through the provider rests, because the session's
 * live socket is the one that is tried; once that opens, exchanges end when the provider's own socket does open.
 *
 * `disableBc`: tabs never exchange changes past the server, because whatever a device sends must have been made there.
 */
export const connectDocument =
  (
    docsUrl: string,
    name: string,
    way: Way,
    {
      random = Math.random,
      Socket = WebSocket,
      params = {},
      loadExchange = () => import('./exchange.ts'),
    }: LinkParts = {},
  ): ConnectDocument =>
  (doc, events) => {
    const counter = createTrafficCounter(Socket, () => events.onDurable(isAllDurable(counter.traffic())))
    const provider = new WebsocketProvider(docsUrl, name, doc, {
      connect: false,
      disableBc: true,
      params,
      protocols: subprotocols(SUBPROTOCOL),
      WebSocketPolyfill: counter.Socket,
    })
    spreadReturns(provider, random)
    provider.messageHandlers[MESSAGE.durable] = (_encoder, decoder) => counter.confirm(readVarUint(decoder))
    // A replica of content says nothing about its person; presence has a document of its own.
    if (name !== 'presence') provider.awareness.setLocalState(null)

    /** Whether the server was reached at all: what has not begun is not lost. */
    let wasUp = false
    let isClosed = false
    let stuckTimer: ReturnType<typeof setTimeout> | undefined
    /** Ends the exchanges; present from when they are wanted. */
    let stop: (() => void) | undefined

    const reach = (): void => {
      wasUp = true
      events.onSynced()
    }
    const lose = (code: number | undefined): void => {
      if (wasUp || (code ?? 0) >= CLOSE.badMessage) events.onLost(code)
    }

    const fallBack = async (): Promise<void> => {
      const giveUp = (): void => undefined
      stop = giveUp
      provider.disconnect()
      const loaded = await loadExchange().catch(() => undefined)
      if (stop !== giveUp) return
      const query = new URLSearchParams(params).toString()
      const url = `${docsUrl.replace(/^ws/, 'http')}/${name}${query && `?${query}`}`
      const delay = (misses: number): number => reconnectDelay(misses, random)
      const reports = { ...events, onSynced: reach, onLost: lose }
      stop = loaded?.openExchange({
        url,
        doc,
        origin: provider,
        isFresh: !name.startsWith('draft.'),
        delay,
        events: reports,
      })
    }
    const follow = (): void => {
      if (isClosed) return
      if (!way.isPolling()) {
        if (!provider.shouldConnect && stop) provider.connect()
      } else if (stop) provider.disconnect()
      else if (!provider.synced) void fallBack()
    }
    const tryAnew = (): void => {
      if (!provider.wsconnecting) return
      provider.disconnect()
      provider.connect()
    }
    const end = (): void => {
      stop?.()
      stop = undefined
    }

    provider.on('sync', (isSynced: boolean) => {
      if (isSynced) reach()
    })
    provider.on('status', ({ status }) => {
      clearTimeout(stuckTimer)
      if (status === 'connecting') stuckTimer = setTimeout(tryAnew, STUCK_MS)
      if (status === 'connected') end()
    })
    provider.on('connection-close', (event) => {
      if (stop) return
      lose(event?.code)
      follow()
    })
    const stopFollowing = way.subscribe(follow)
    if (way.isPolling()) void fallBack()
    else provider.connect()
    return {
      origin: provider,
      close: () => {
        isClosed = true
        clearTimeout(stuckTimer)
        stopFollowing()
        end()
        provider.destroy()
      },
    }
  }

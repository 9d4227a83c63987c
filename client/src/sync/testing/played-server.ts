import { MESSAGE, SYNC } from '@roundel/shared/protocol'
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { encode, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import * as Y from 'yjs'

const LATENCY_MS = 80
/** When a client gives a socket up on which it hears nothing. */
const MUTE_MS = 30_000

/** What becomes of somebody who wants a socket: `mute` ones open, and nothing comes through. */
export type SocketsMode = 'work' | 'refused' | 'swallowed' | 'mute'
/** What becomes of a request; `cut` means that it arrived and its answer did not. */
export type RequestsMode = 'work' | 'lost' | 'cut' | 'log-in page' | 'gateway error'

const syncMessage = (kind: number, payload: Uint8Array): Uint8Array =>
  encode((encoder) => {
    writeVarUint(encoder, MESSAGE.sync)
    writeVarUint(encoder, kind)
    writeVarUint8Array(encoder, payload)
  })

const durableMessage = (count: number): Uint8Array =>
  encode((encoder) => {
    writeVarUint(encoder, MESSAGE.durable)
    writeVarUint(encoder, count)
  })

/** A server with one document, that can be met by sockets and by exchanges, over a network that the test plays. */
export const playServer = () => {
  const doc = new Y.Doc()
  const sockets = new Set<PlayedSocket>()
  const network: { sockets: SocketsMode; requests: RequestsMode } = { sockets: 'work', requests: 'work' }
  /** The close code with which the next write is refused. */
  let refusal: number | undefined
  let requests = 0
  let exchangesWithContent = 0
  let attempts = 0
  /** Whether an exchange arrived while a socket was open and spoke: one of the two too many. */
  let overlaps = 0

  /** Undefined when the write was taken. */
  const write = (update: Uint8Array, by: unknown): number | undefined => {
    const code = refusal
    refusal = undefined
    if (code === undefined) Y.applyUpdate(doc, update, by)
    return code
  }

  class PlayedSocket extends EventTarget {
    static readonly OPEN = 1
    readonly OPEN = 1
    readyState = 0
    binaryType = 'blob'
    onopen: ((event: unknown) => void) | null = null
    onmessage: ((event: { readonly data: ArrayBuffer }) => void) | null = null
    onclose: ((event: { readonly code: number }) => void) | null = null
    onerror: ((event: unknown) => void) | null = null
    hasSpoken = false
    isMute = false
    #durable = 0

    constructor() {
      super()
      attempts++
      const mode = network.sockets
      if (mode === 'swallowed') return
      setTimeout(() => {
        if (this.readyState !== 0) return
        if (mode === 'refused') return this.fail(1006)
        this.readyState = 1
        sockets.add(this)
        this.onopen?.({})
        this.isMute = mode === 'mute'
        if (this.isMute) setTimeout(() => this.fail(1006), MUTE_MS)
        else this.say(syncMessage(SYNC.step1, Y.encodeStateVector(doc)))
      }, LATENCY_MS)
    }

    send(data: Uint8Array): void {
      const message = data.slice()
      setTimeout(() => {
        if (this.readyState === 1 && !this.isMute) this.take(message)
      }, LATENCY_MS)
    }

    take(message: Uint8Array): void {
      const decoder = createDecoder(message)
      if (readVarUint(decoder) !== MESSAGE.sync) return
      const kind = readVarUint(decoder)
      const payload = readVarUint8Array(decoder)
      if (kind === SYNC.step1) return this.say(syncMessage(SYNC.step2, Y.encodeStateAsUpdate(doc, payload)))
      const code = write(payload, this)
      if (code !== undefined) return this.fail(code)
      this.say(durableMessage(++this.#durable))
    }

    say(message: Uint8Array): void {
      setTimeout(() => {
        if (this.readyState !== 1 || this.isMute) return
        this.hasSpoken = true
        this.onmessage?.({ data: message.slice().buffer as ArrayBuffer })
      }, LATENCY_MS)
    }

    fail(code: number): void {
      if (this.readyState === 3) return
      this.readyState = 3
      sockets.delete(this)
      this.onclose?.({ code })
    }

    close(): void {
      this.readyState = 3
      sockets.delete(this)
    }
  }

  doc.on('update', (update: Uint8Array, by: unknown) => {
    for (const socket of sockets) if (socket !== by) socket.say(syncMessage(SYNC.update, update))
  })

  const exchange = (body: Uint8Array): Response => {
    if ([...sockets].some(({ hasSpoken }) => hasSpoken)) overlaps++
    const decoder = createDecoder(body)
    const vector = readVarUint8Array(decoder)
    const update = readVarUint8Array(decoder)
    if (update.length > 0) exchangesWithContent++
    const code = update.length > 0 ? write(update, 'exchange') : undefined
    if (code !== undefined) {
      const headers: Record<string, string> = code === 4529 ? { 'retry-after': '8' } : {}
      return Response.json(
        { error: { code: code === 4529 ? 'too-many' : 'locked', message: '', details: { close: code } } },
        { status: code === 4529 ? 429 : 423, headers },
      )
    }
    return new Response(Y.encodeStateAsUpdate(doc, vector).slice(), {
      headers: { 'content-type': 'application/octet-stream' },
    })
  }

  const fetch = (_url: string, { body, signal }: RequestInit): Promise<Response> =>
    new Promise((resolve, reject) => {
      requests++
      const mode = network.requests
      signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
      const answer = (response: Response) => setTimeout(() => resolve(response), LATENCY_MS)
      setTimeout(() => {
        switch (mode) {
          case 'lost':
            return reject(new TypeError('network'))
          case 'log-in page':
            return answer(new Response('<html>', { headers: { 'content-type': 'text/html' } }))
          case 'gateway error':
            return answer(new Response('Bad gateway', { status: 502 }))
          case 'cut':
            exchange(body as Uint8Array)
            return setTimeout(() => reject(new TypeError('network')), LATENCY_MS)
          case 'work':
            return answer(exchange(body as Uint8Array))
        }
      }, LATENCY_MS)
    })

  return {
    doc,
    network,
    fetch: fetch as unknown as typeof globalThis.fetch,
    Socket: PlayedSocket as unknown as typeof WebSocket,
    refuseNext: (code: number | undefined) => {
      refusal = code
    },
    dropSockets: () => {
      for (const socket of sockets) socket.fail(1006)
    },
    /** The network dies without telling anybody: sockets stay open, and nothing comes through any more. */
    deaden: () => {
      for (const socket of sockets) socket.isMute = true
    },
    openSockets: () => sockets.size,
    /** How the newest socket is told of its end, whenever that is: kept by the network, whatever the client does. */
    lateEnd: (): ((code: number) => void) => {
      const ended = [...sockets].at(-1)?.onclose
      return (code) => ended?.({ code })
    },
    requests: () => requests,
    exchangesWithContent: () => exchangesWithContent,
    attempts: () => attempts,
    overlaps: () => overlaps,
  }
}

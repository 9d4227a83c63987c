const TOKEN = 'token.'
/** Nothing answers there. */
const NOWHERE = 'ws://127.0.0.1:1/'

/** The network of one device. */
export interface Network {
  /** Sockets to a server whose address may change, as one person. */
  readonly Socket: typeof WebSocket
  readonly isUp: () => boolean
  /** Everything is cut off at once: what was on its way in either direction is lost. */
  readonly cut: () => void
  readonly mend: () => void
}

/** Lays a network to wherever the server is, for whoever has this token. */
export const layNetwork = (origin: () => string, token: string): Network => {
  let isUp = true
  const open = new Set<{ readonly cut: () => void }>()

  /** As much of a socket as a provider uses. */
  class CuttableSocket {
    readonly OPEN = 1
    onopen: ((event: unknown) => void) | null = null
    onmessage: ((event: { readonly data: unknown }) => void) | null = null
    onclose: ((event: { readonly code: number; readonly reason: string }) => void) | null = null
    onerror: ((event: unknown) => void) | null = null
    #inner: WebSocket
    #isCut = false

    constructor(url: string, protocols: readonly string[]) {
      const { pathname, search } = new URL(url)
      const there = isUp ? `${origin().replace('http', 'ws')}${pathname}${search}` : NOWHERE
      this.#inner = new WebSocket(there, [...protocols.filter((each) => !each.startsWith(TOKEN)), `${TOKEN}${token}`])
      open.add(this)
      this.#inner.addEventListener('open', (event) => {
        if (!this.#isCut) this.onopen?.(event)
      })
      this.#inner.addEventListener('message', ({ data }) => {
        if (!this.#isCut) this.onmessage?.({ data })
      })
      this.#inner.addEventListener('error', (event) => {
        if (!this.#isCut) this.onerror?.(event)
      })
      this.#inner.addEventListener('close', ({ code, reason }) => {
        open.delete(this)
        if (!this.#isCut) this.onclose?.({ code, reason })
      })
    }

    get readyState(): number {
      return this.#isCut ? WebSocket.CLOSED : this.#inner.readyState
    }

    set binaryType(type: BinaryType) {
      this.#inner.binaryType = type
    }

    send(data: Uint8Array<ArrayBuffer>): void {
      if (!this.#isCut) this.#inner.send(data)
    }

    close(): void {
      this.#inner.close()
    }

    cut(): void {
      this.#isCut = true
      this.#inner.close()
      this.onclose?.({ code: 1006, reason: '' })
    }
  }

  return {
    Socket: CuttableSocket as unknown as typeof WebSocket,
    isUp: () => isUp,
    cut: () => {
      isUp = false
      for (const socket of open) socket.cut()
      open.clear()
    },
    mend: () => {
      isUp = true
    },
  }
}

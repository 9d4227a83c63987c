import { MESSAGE, SYNC } from '@roundel/shared/protocol'

/** How much of what one connection has sent is on the server's disk. */
export interface Traffic {
  /** Changing sync messages (step 2 and update) sent on this connection. */
  readonly sent: number
  /** How many of them, from the first, the server has on disk. */
  readonly durable: number
  /** Whether the server has asked what it lacks and was answered: before that, older changes may not have been sent. */
  readonly answered: boolean
}

const NOTHING_SENT: Traffic = { sent: 0, durable: 0, answered: false }

/** Whether everything that this device holds is on the server's disk, as far as this connection tells. */
export const isAllDurable = ({ sent, durable, answered }: Traffic): boolean => answered && durable >= sent

/** The second number of a sync message that changes a document, or undefined for any other message. */
export const changingKind = (frame: Uint8Array): number | undefined => {
  // Both numbers are below 128, so each is one byte.
  const [message, kind] = frame
  return message === MESSAGE.sync && (kind === SYNC.step2 || kind === SYNC.update) ? kind : undefined
}

const bytesOf = (data: unknown): Uint8Array =>
  data instanceof Uint8Array ? data : data instanceof ArrayBuffer ? new Uint8Array(data) : new Uint8Array()

/** Counts what one document sends, across the connections that its provider opens one after the other. */
export interface TrafficCounter {
  /** The socket class to give to the provider. */
  readonly Socket: typeof WebSocket
  readonly traffic: () => Traffic
  /** The server said how many messages of this connection are on disk. */
  readonly confirm: (durable: number) => void
}

export const createTrafficCounter = (Base: typeof WebSocket, onChange: () => void): TrafficCounter => {
  let traffic = NOTHING_SENT
  let present: WebSocket | undefined
  class CountingSocket extends Base {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      // oxlint-disable-next-line typescript/no-this-alias
      present = this
      traffic = NOTHING_SENT
      onChange()
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      const kind = changingKind(bytesOf(data))
      if (kind !== undefined && this === present) {
        traffic = { ...traffic, sent: traffic.sent + 1, answered: traffic.answered || kind === SYNC.step2 }
        onChange()
      }
      super.send(data)
    }
  }
  return {
    Socket: CountingSocket,
    traffic: () => traffic,
    confirm: (durable) => {
      traffic = { ...traffic, durable: Math.max(traffic.durable, durable) }
      onChange()
    },
  }
}

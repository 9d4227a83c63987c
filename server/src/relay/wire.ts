import type { CloseCode } from '@roundel/shared/protocol'

/**
 * One open websocket, or what stands for one, as the relay sees it: somewhere to write whole websocket frames to.
 *
 * The relay frames messages itself, so that one buffer can serve every receiver and one write can carry many messages.
 */
export interface Wire {
  /** Whether the client negotiated `roundel.v1`, and so understands message 100. */
  readonly roundel: boolean
  /** Whether it is no socket but one of many short exchanges, which share the pace of their seat. */
  readonly isExchange?: boolean
  /** Whether it only reads, whatever its seat may write: a change from it is refused. */
  readonly readsOnly?: boolean
  /** Hands over whole websocket frames, one after the other in one buffer. Must not be called after `close`. */
  readonly write: (frames: Uint8Array) => void
  /** Bytes handed over that the network has not taken yet. */
  readonly buffered: () => number
  /** Calls back each time the network has taken everything after having lagged behind. */
  readonly onDrain: (resume: () => void) => void
  /** Ends the socket; what was written before still goes out. */
  readonly close: (code: CloseCode, reason: string) => void
}

/** What the room made of a socket: where its frames go, and where to say that it is gone. */
export interface Connection {
  /** Takes one binary message as it came in. Never throws, whatever it holds. */
  readonly receive: (message: Uint8Array) => void
  /** Says that the socket is gone. May be called more than once. */
  readonly closed: () => void
}

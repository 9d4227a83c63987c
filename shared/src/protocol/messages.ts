/** First number of a frame on a document socket: the stock y-websocket protocol, and one of ours. */
export const MESSAGE = {
  sync: 0,
  awareness: 1,
  queryAwareness: 3,
  /**
   * Server to clients that offered `roundel.v1`: how many of this socket's changing sync messages (step 2 and update),
   * counted from the first, are on disk.
   */
  durable: 100,
} as const

/** Second number of a sync message. */
export const SYNC = { step1: 0, step2: 1, update: 2 } as const

/** The subprotocol that asks for message 100 and for typed close codes. */
export const SUBPROTOCOL = 'roundel.v1'
/** The subprotocol of a program that carries its credential: `token.<token>`. */
export const TOKEN_SUBPROTOCOL = 'token.'
/** What stock providers offer when told to offer something. */
export const STOCK_SUBPROTOCOL = 'yjs'

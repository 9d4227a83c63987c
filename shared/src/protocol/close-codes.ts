/**
 * Why the server closed a socket. Stock y-websocket clients stop at 4400 to 4499 and come back after every other code,
 * so a code's range says whether coming back can help.
 */
export const CLOSE = {
  goingAway: 1001,
  restart: 1012,
  badMessage: 4400,
  sessionGone: 4401,
  notAllowed: 4403,
  unknown: 4404,
  replicaOutOfDate: 4409,
  deleted: 4410,
  tooLarge: 4413,
  locked: 4423,
  clientTooOld: 4426,
  abuse: 4429,
  storage: 4503,
  tooSlow: 4508,
  slowDown: 4529,
} as const

export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE]

/**
 * Codes after which a client must drop its replica and its cache, keep the unsent texts, and begin afresh. What was
 * refused as a bad message or as too large is among them: it would be sent again at every return.
 */
export const RESETS_REPLICA: ReadonlySet<number> = new Set([
  CLOSE.badMessage,
  CLOSE.notAllowed,
  CLOSE.replicaOutOfDate,
  CLOSE.tooLarge,
  CLOSE.locked,
])

/** How fast people may be sent away by a server that stops, so that the next one is not stormed. */
export interface DeparturePace {
  /** Sockets that may leave at once. */
  readonly atOnce: number
  readonly perSecond: number
  /** Time within which all begin to leave, in milliseconds, however many they are. */
  readonly withinMs: number
}

/**
 * When each session of a server that stops closes, in milliseconds from now, by the numbers of their sockets. A session
 * closes as a whole: its people leave together and come back together.
 */
export const planDeparture = (
  sockets: readonly number[],
  { atOnce, perSecond, withinMs }: DeparturePace,
): readonly number[] => {
  const total = sockets.reduce((sum, count) => sum + count, 0)
  const perMs = Math.max(perSecond / 1000, Math.max(0, total - atOnce) / Math.max(1, withinMs))
  let before = 0
  return sockets.map((count) => {
    const wait = Math.max(0, before - atOnce) / perMs
    before += count
    return Math.min(wait, withinMs)
  })
}

import type { WebsocketProvider } from 'y-websocket'

const FIRST_MS = 250
const LONGEST_MS = 10_000

/**
 * How long to wait before the `attempt`-th try, from 0: a uniformly random part of a time that doubles up to ten
 * seconds. The whole of it is random ("full jitter"), so that a room full of people does not come back in one moment.
 */
export const reconnectDelay = (attempt: number, random: () => number): number =>
  random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt)

/** The pause of a stock provider after its first miss, and the longest here. */
const PROVIDER_FIRST_MS = 200
const PROVIDER_LONGEST_MS = 6_000

/**
 * Makes a stock provider come back after a wholly random part of its pause. By itself it waits exactly 200, 400, 800 ms
 * and so on, so that everybody whom one restart sent away would come back in the same moments.
 */
export const spreadReturns = (provider: WebsocketProvider, random: () => number): void => {
  // It reads the longest pause right after this event, and its own is never shorter than what is set here.
  provider.on('connection-close', () => {
    const whole = Math.min(PROVIDER_LONGEST_MS, PROVIDER_FIRST_MS * 2 ** provider.wsUnsuccessfulReconnects)
    provider.maxBackoffTime = random() * whole
  })
}

/** A slow device has something better to do for long, but not for ever. */
const LONGEST_MS = 5_000

/** Does something that can wait, once the page has nothing better to do, and after five seconds in any case. */
export const whenIdle = (act: () => void): void => {
  if ('requestIdleCallback' in window) requestIdleCallback(act, { timeout: LONGEST_MS })
  else setTimeout(act, 2_000)
}

/** Does something that can wait, once the page has nothing better to do. */
export const whenIdle = (act: () => void): void => {
  if ('requestIdleCallback' in window) requestIdleCallback(act)
  else setTimeout(act, 2_000)
}

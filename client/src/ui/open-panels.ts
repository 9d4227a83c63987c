const closers = new Set<() => void>()

/** Remembers how an open panel is closed; the answer forgets it. */
export const rememberPanel = (close: () => void): (() => void) => {
  closers.add(close)
  return () => closers.delete(close)
}

/** Closes every panel that is open, each as its own button would. */
export const closePanels = (): void => {
  for (const close of closers) close()
}

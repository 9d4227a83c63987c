/** How a session reaches its server at present. */
export interface Way {
  /** Whether plain requests get through and no socket does. */
  readonly isPolling: () => boolean
  /** Calls back when that may have changed, and at the latest every few seconds while it is so. */
  readonly subscribe: (onChange: () => void) => () => void
}

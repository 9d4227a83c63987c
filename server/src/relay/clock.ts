/** Time as the relay uses it; injected, so that tests decide when it passes. */
export interface Clock {
  /** Milliseconds; only differences matter. */
  readonly now: () => number
  /** Runs once after `ms`, or at the end of this turn for 0; the returned function cancels it. */
  readonly after: (ms: number, run: () => void) => () => void
  /** CPU time of this thread in milliseconds, for charging dear messages. Absent: nothing is charged. */
  readonly cpu?: () => number
}

/**
 * The time of this machine. Its timers do not keep the process alive.
 *
 * `threadCpu` is Node's `process.threadCpuUsage`, in microseconds: only an entry of the program touches the process.
 */
export const openSystemClock = (threadCpu?: () => { readonly user: number; readonly system: number }): Clock => ({
  now: () => performance.now(),
  after: (ms, run) => {
    if (ms === 0) {
      const turn = setImmediate(run)
      return () => clearImmediate(turn)
    }
    const timer = setTimeout(run, ms)
    timer.unref()
    return () => clearTimeout(timer)
  },
  ...(threadCpu && {
    cpu: () => {
      const { user, system } = threadCpu()
      return (user + system) / 1000
    },
  }),
})

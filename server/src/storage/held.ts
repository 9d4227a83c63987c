import type { Store } from './store.ts'

/** A store whose writes wait for a word, so that a test can look at what happens before they are durable. */
export interface HeldStore {
  readonly store: Store
  /** From now on `create` and `commit` wait. Everything else goes through. */
  readonly hold: () => void
  /** Lets the writes that wait go, in the order in which they came, and holds no more. */
  readonly release: () => void
  /** Lets the next write fail with this error when its turn comes; nothing of it reaches the store. */
  readonly failNext: (error: Error) => void
  /** How many writes wait. */
  readonly waiting: () => number
}

/** Wraps a store so that its writes can be held back, released, or failed. */
export const holdCommits = (inner: Store): HeldStore => {
  const failures: Error[] = []
  let queue: (() => void)[] = []
  let isHeld = false

  const pass = (write: () => Promise<void>): Promise<void> => {
    const failure = failures.shift()
    const run = () => (failure ? Promise.reject(failure) : write())
    if (!isHeld) return run()
    return new Promise((resolve, reject) => {
      queue.push(() => void run().then(resolve, reject))
    })
  }

  return {
    store: {
      ...inner,
      create: (write) => pass(() => inner.create(write)),
      commit: (write) => pass(() => inner.commit(write)),
    },
    hold: () => {
      isHeld = true
    },
    release: () => {
      isHeld = false
      const released = queue
      queue = []
      for (const go of released) go()
    },
    failNext: (error) => {
      failures.push(error)
    },
    waiting: () => queue.length,
  }
}
